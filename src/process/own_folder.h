#pragma once

#include <string>

namespace mingxi::process {

/// A folder of its own for temporary files, removed with all in it at the end. What a process that
/// was killed left is removed when the next folder is made: a folder in use is locked.
class OwnFolder {
 public:
  OwnFolder();  ///< throws std::system_error
  ~OwnFolder();
  OwnFolder(const OwnFolder&) = delete;
  OwnFolder& operator=(const OwnFolder&) = delete;

  const std::string& path() const { return path_; }

 private:
  std::string path_;
  int lock_ = -1;
};

}  // namespace mingxi::process
