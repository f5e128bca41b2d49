#include "support/files.h"

#include <stdlib.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

namespace mingxi {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  EXPECT_TRUE(stream.good()) << path << " cannot be read";
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

TemporaryFolder::TemporaryFolder() {
  std::string name = (fs::temp_directory_path() / "mingxi-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for the test");
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::string TemporaryFolder::write(const std::string& name, std::string_view bytes) const {
  const fs::path file = path_ / name;
  std::ofstream(file, std::ios::binary) << bytes;
  return file.string();
}

std::vector<fs::path> sample_documents(Samples which) {
  std::vector<fs::path> documents;
  for (const auto& entry : fs::recursive_directory_iterator(MINGXI_SOURCE_DIR "/samples")) {
    const std::string extension = entry.path().extension().string();
    if (extension == ".pdf" || extension == ".txt" ||
        (extension == ".tif" && which == Samples::kAll))
      documents.push_back(entry.path());
  }
  std::sort(documents.begin(), documents.end());
  return documents;
}

}  // namespace mingxi
