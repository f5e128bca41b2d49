#include "ocr/ocr_cache.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include <unistd.h>

#include "output/write/output_file.h"
#include "model/error.h"
#include "read/sha256.h"

namespace mingxi::ocr {
namespace {

// Another number for each change of what is read from a page: what was kept before is then left.
constexpr std::string_view kVersion = "2";

}  // namespace

std::string OcrCache::path_of(std::string_view content) const {
  const std::string key =
      read::sha256(std::string(kVersion) + read::sha256(engine_) + read::sha256(content));
  return (std::filesystem::path(folder_) / key).string();
}

std::optional<ScannedPage> OcrCache::find(std::string_view content) const {
  if (folder_.empty()) return std::nullopt;
  std::ifstream file(path_of(content), std::ios::binary);
  if (!file) return std::nullopt;
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  try {
    return scanned_page_of(bytes);
  } catch (const std::runtime_error&) {
    return std::nullopt;
  }
}

void OcrCache::keep(std::string_view content, const ScannedPage& page) const {
  if (folder_.empty()) return;
  std::error_code error;
  std::filesystem::create_directories(folder_, error);
  const std::string path = path_of(content);
  const std::string part = path + "." + std::to_string(getpid());
  try {
    output::write_file(part, bytes_of(page));
    std::filesystem::rename(part, path, error);
  } catch (const Error&) {
    std::filesystem::remove(part, error);
  }
}

}  // namespace mingxi::ocr
