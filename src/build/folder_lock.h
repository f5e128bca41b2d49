#pragma once

#include <string>

namespace mingxi::build {

/// Keeps other processes from working on a folder. It ends with the process, however that ends, and
/// children do not share it.
class FolderLock {
 public:
  /// Locks the file, which is made. Throws Error(kOutput) at once, with the number of the process
  /// that holds it, where another does; `folder` names the place in errors.
  FolderLock(const std::string& file, const std::string& folder);
  ~FolderLock();
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

 private:
  std::string file_;
  int descriptor_ = -1;
};

}  // namespace mingxi::build
