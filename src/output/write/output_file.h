#pragma once

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace mingxi::output {

/// Whether a file is on the disk when it has been written, or when the caller sees to it.
enum class Durability { kNow, kLater };

/// A new file that is written from front to back. What goes wrong is thrown as Error(kOutput); the
/// file is whole, and on the disk, only when close() came back.
class OutputFile {
 public:
  /// Requires that there is no such file, or that it may be replaced.
  explicit OutputFile(const std::string& path);

  void write(std::string_view bytes);
  void close(Durability durability = Durability::kNow);

 private:
  struct Closer {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };

  std::string path_;
  std::unique_ptr<std::FILE, Closer> file_;
};

/// Writes a whole file. Throws Error(kOutput).
void write_file(const std::filesystem::path& path, std::string_view bytes,
                Durability durability = Durability::kNow);

}  // namespace mingxi::output
