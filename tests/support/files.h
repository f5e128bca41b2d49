#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace mingxi {

/// The bytes of a file; fails the test when it cannot be read.
std::string bytes_of(const std::filesystem::path& path);

/// A folder of its own for one test, removed with all in it at the end of the test.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  /// Writes a file into it and gives its path.
  std::string write(const std::string& name, std::string_view bytes) const;

 private:
  std::filesystem::path path_;
};

/// The documents of samples/, sorted: all, or those with text of their own.
enum class Samples { kAll, kWithText };
std::vector<std::filesystem::path> sample_documents(Samples which = Samples::kWithText);

}  // namespace mingxi
