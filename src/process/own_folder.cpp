// The lock is on the folder itself and ends with the process that holds it, however that ends.
#include "process/own_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace mingxi::process {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kName = "mingxi-own-folder-";
constexpr int kTries = 10;

/// Locks a folder of this user; -1 where another process has it or it is none.
int locked(const fs::path& folder) {
  const int lock = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (lock < 0) return -1;
  struct stat held {};
  struct stat named {};
  const bool is_ours = flock(lock, LOCK_EX | LOCK_NB) == 0 && fstat(lock, &held) == 0 &&
                       held.st_uid == geteuid() && stat(folder.c_str(), &named) == 0 &&
                       named.st_ino == held.st_ino;
  if (is_ours) return lock;
  close(lock);
  return -1;
}

void remove_left(const fs::path& temporary) {
  std::error_code ignored;
  fs::directory_iterator entry(temporary, ignored);
  for (const fs::directory_iterator end; !ignored && entry != end; entry.increment(ignored)) {
    if (!entry->path().filename().native().starts_with(kName)) continue;
    const int lock = locked(entry->path());
    if (lock < 0) continue;
    std::error_code failed;
    fs::remove_all(entry->path(), failed);
    close(lock);
  }
}

}  // namespace

OwnFolder::OwnFolder() {
  const fs::path temporary = fs::temp_directory_path();
  remove_left(temporary);
  // Another process may take a folder for left between its making and its locking.
  for (int i = 0; i < kTries && lock_ < 0; ++i) {
    path_ = (temporary / (std::string(kName) + "XXXXXX")).string();
    if (mkdtemp(path_.data()) == nullptr)
      throw std::system_error(errno, std::generic_category(), "mkdtemp");
    lock_ = locked(path_);
  }
  if (lock_ < 0) throw std::system_error(EWOULDBLOCK, std::generic_category(), "flock");
}

OwnFolder::~OwnFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
  close(lock_);
}

}  // namespace mingxi::process
