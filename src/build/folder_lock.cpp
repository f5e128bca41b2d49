// A record lock of POSIX: unlike flock() it is not inherited by children, which live on for a
// moment when their parent is killed, and it says who holds it.
#include "build/folder_lock.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "messages/sentences.h"
#include "model/error.h"
#include "text/utf8.h"

namespace mingxi::build {

using messages::said;
using messages::Sentence;

namespace {

Error unusable(const std::string& folder, int cause) {
  const std::string reason = std::generic_category().message(cause);
  return {ErrorKind::kOutput, text::printable(folder),
          said(Sentence::kOutputFolderNotLocked, {{"reason", reason}})};
}

Error held(const std::string& folder, pid_t process) {
  const std::string number = std::to_string(process);
  return {ErrorKind::kOutput, text::printable(folder),
          said(Sentence::kOutputFolderHeld, {{"number", number}})};
}

/// Whether the file that was opened still has its name: its holder removes it at the end.
bool is_there(int descriptor, const std::string& file) {
  struct stat opened {};
  struct stat named {};
  return fstat(descriptor, &opened) == 0 && stat(file.c_str(), &named) == 0 &&
         opened.st_ino == named.st_ino && opened.st_dev == named.st_dev;
}

}  // namespace

FolderLock::FolderLock(const std::string& file, const std::string& folder) : file_(file) {
  while (true) {
    descriptor_ = open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (descriptor_ < 0) throw unusable(folder, errno);
    struct flock lock {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    const bool is_ours = fcntl(descriptor_, F_SETLK, &lock) == 0;
    const int cause = errno;
    if (is_ours && is_there(descriptor_, file)) return;
    if (!is_ours) fcntl(descriptor_, F_GETLK, &lock);
    close(descriptor_);
    if (is_ours) continue;
    if (cause != EACCES && cause != EAGAIN) throw unusable(folder, cause);
    if (lock.l_type != F_UNLCK) throw held(folder, lock.l_pid);
  }
}

FolderLock::~FolderLock() {
  unlink(file_.c_str());
  close(descriptor_);
}

}  // namespace mingxi::build
