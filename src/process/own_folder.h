#pragma once

#include <string>

namespace mingxi::process {

/// A folder of its own for temporary files, removed with all in it at the end.
class OwnFolder {
 public:
  OwnFolder();  ///< throws std::system_error
  ~OwnFolder();
  OwnFolder(const OwnFolder&) = delete;
  OwnFolder& operator=(const OwnFolder&) = delete;

  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace mingxi::process
