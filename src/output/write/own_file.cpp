#include "output/write/own_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <system_error>

#include "output/write/refused_output.h"
#include "output/write/workbook_file.h"
#include "text/utf8.h"

namespace mingxi::output {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kHead = 4096;  // bytes: marks are at the beginning

std::string head_of(const fs::path& path) {
  std::string head(kHead, '\0');
  std::ifstream stream(path, std::ios::binary);
  stream.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(stream.gcount()));
  return head;
}

bool is_same(const struct stat& one, const struct stat& other) {
  return one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}

bool is_one_of(const struct stat& output, std::span<const std::string> inputs) {
  for (const std::string& input : inputs) {
    struct stat status {};
    const bool is_there =
        input == "-" ? fstat(STDIN_FILENO, &status) == 0 : stat(input.c_str(), &status) == 0;
    if (is_there && is_same(output, status)) return true;
  }
  return false;
}

}  // namespace

bool is_own_file(const fs::path& path) {
  const std::string head = head_of(path);
  if (head.empty()) {
    std::error_code error;
    return fs::file_size(path, error) == 0 && !error;
  }
  const auto has = [&head](std::string_view mark) { return head.find(mark) != std::string::npos; };
  if (head.starts_with("<!DOCTYPE html>")) return has(kPageMark);
  if (head.starts_with(kReportMark)) return true;
  if (head.starts_with("<?xml")) return has(kDrawingMark);
  if (head.starts_with("path,sha256,") || head.starts_with("\xEF\xBB\xBFpath,sha256,") ||
      head.starts_with("[\n{\n  \"source\": {\"path\":") || head.starts_with("[\n]"))
    return true;  // what was checked, as CSV and as JSON
  if (head.starts_with("PK")) return is_own_workbook(path);
  return head.starts_with("{") && (has("\"schema\": \"mingxi.") || has("\"schema\":\"mingxi."));
}

bool is_own_csv_folder(const fs::path& path) {
  std::error_code error;
  if (fs::is_empty(path, error) && !error) return true;
  const std::string index = head_of(path / "index.csv");
  constexpr std::string_view kMark = "file,id,kind,title,unit,unit_from,";
  const bool has_mark =
      index.starts_with(kMark) || index.starts_with("\xEF\xBB\xBF" + std::string(kMark));
  if (!has_mark) return false;
  for (const fs::directory_entry& entry : fs::directory_iterator(path, error)) {
    const std::string name = entry.path().filename().native();
    const bool is_table = name.starts_with("t") && name.ends_with(".csv");
    if (!entry.is_regular_file(error) || (!is_table && name != "index.csv")) return false;
  }
  return !error;
}

void require_no_input(const std::string& output, std::span<const std::string> inputs) {
  struct stat status {};
  if (stat(output.c_str(), &status) == 0 && is_one_of(status, inputs))
    throw RefusedOutput(text::printable(output), messages::Text::kOutputIsInput);
}

void require_output_apart(std::span<const std::string> inputs) {
  struct stat status {};
  if (fstat(STDOUT_FILENO, &status) == 0 && S_ISREG(status.st_mode) && is_one_of(status, inputs))
    throw RefusedOutput("", messages::Text::kStandardOutputIsInput);
}

}  // namespace mingxi::output
