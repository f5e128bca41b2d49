#include "process/sibling_program.h"

#include <filesystem>

namespace mingxi::process {

std::string sibling_program(const std::string& name) {
  namespace fs = std::filesystem;
  std::error_code error;
  const fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path();
  if (error) return "";
  for (const fs::path& place : {folder, folder / ".." / MINGXI_LIBEXEC}) {
    if (fs::is_regular_file(place / name, error)) return (place / name).string();
  }
  return "";
}

}  // namespace mingxi::process
