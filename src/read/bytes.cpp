// Read, not mapped: a mapped file that shrinks kills the program.

#include "read/bytes.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <system_error>

#include "model/error.h"

namespace mingxi {
namespace {

constexpr std::uint64_t kMostBytes = std::uint64_t{512} << 20;

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ > STDERR_FILENO) close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

Error unreadable(const std::string& where, int cause) {
  if (cause == ENOENT || cause == ENOTDIR)
    return {ErrorKind::kNotFound, where, "文件不存在。请检查路径和文件名。",
            "There is no such file. Check the path and the name."};
  if (cause == EACCES || cause == EPERM)
    return {ErrorKind::kNotFound, where, "没有读取该文件的权限。请检查文件权限。",
            "The file may not be read. Check its permissions."};
  const std::string reason = std::generic_category().message(cause);
  return {ErrorKind::kNotFound, where, "文件无法读取（" + reason + "）。请检查磁盘和路径。",
          "The file cannot be read (" + reason + "). Check the disk and the path."};
}

Error too_large(const std::string& where) {
  return {ErrorKind::kTooLarge, where, "文件超过512 MiB，不予读取。请拆分后再试。",
          "The file is larger than 512 MiB and is not read. Split it and try again."};
}

Error not_regular(const std::string& where, const struct stat& status) {
  if (S_ISDIR(status.st_mode))
    return {ErrorKind::kNotRegular, where, "这是一个目录，不是文件。请给出目录中的文件。",
            "This is a directory, not a file. Give the files in it."};
  return {ErrorKind::kNotRegular, where, "这是管道或设备，不是普通文件。请给出普通文件。",
          "This is a pipe or a device, not a regular file. Give a regular file."};
}

std::string read_all(int descriptor, std::uint64_t expected, const std::string& where) {
  constexpr std::size_t kStep = 1 << 16;
  std::string bytes;
  // One byte more, so that the end is seen without growing.
  bytes.resize(static_cast<std::size_t>(expected) + 1);
  std::size_t size = 0;
  while (true) {
    if (size == bytes.size()) bytes.resize(bytes.size() + std::max(kStep, bytes.size() / 2));
    const ssize_t count = ::read(descriptor, bytes.data() + size, bytes.size() - size);
    if (count == 0) break;
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw unreadable(where, errno);
    size += static_cast<std::size_t>(count);
    if (size > kMostBytes) throw too_large(where);
  }
  bytes.resize(size);
  return bytes;
}

std::string read_file(const std::string& path, const std::string& where) {
  // Asked before opening: to open a pipe waits, and to open a device can act.
  struct stat status {};
  if (stat(path.c_str(), &status) != 0) throw unreadable(where, errno);
  if (!S_ISREG(status.st_mode)) throw not_regular(where, status);
  const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.number() < 0) throw unreadable(where, errno);
  if (fstat(file.number(), &status) != 0) throw unreadable(where, errno);
  if (!S_ISREG(status.st_mode)) throw not_regular(where, status);
  const auto size = static_cast<std::uint64_t>(status.st_size);
  if (size > kMostBytes) throw too_large(where);
  return read_all(file.number(), size, where);
}

}  // namespace

std::string read_bytes(const std::string& path, const std::string& where) {
  if (path.find('\0') != std::string::npos) throw unreadable(where, ENOENT);
  std::string bytes = path == "-" ? read_all(STDIN_FILENO, 0, where) : read_file(path, where);
  if (bytes.empty())
    throw Error(ErrorKind::kEmpty, where, "文件是空的（0字节）。请重新下载或重新获取该文件。",
                "The file is empty (0 bytes). Download it or ask for it again.");
  return bytes;
}

}  // namespace mingxi
