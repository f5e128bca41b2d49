// Read, not mapped: a mapped file that shrinks kills the program.

#include "read/bytes.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <system_error>
#include <utility>
#include <vector>

#include "messages/reading_sentences.h"
#include "model/error.h"
#include "read/archive.h"
#include "read/sha256.h"

namespace mingxi::read {

using messages::ReadingSentence;
using messages::said;

namespace {

constexpr std::uint64_t kMaxBytes = std::uint64_t{512} << 20;

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ > STDERR_FILENO) close(number_);
  }
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

Error unreadable(const std::string& where, int cause) {
  if (cause == ENOENT || cause == ENOTDIR)
    return {ErrorKind::kNotFound, where, said(ReadingSentence::kNoSuchFile)};
  if (cause == EACCES || cause == EPERM)
    return {ErrorKind::kNotFound, where, said(ReadingSentence::kFileNotAllowed)};
  const std::string reason = std::generic_category().message(cause);
  return {ErrorKind::kNotFound, where,
          said(ReadingSentence::kFileUnreadable, {{"reason", reason}})};
}

Error too_large(const std::string& where) {
  return {ErrorKind::kTooLarge, where, said(ReadingSentence::kFileTooLarge)};
}

Error not_regular(const std::string& where, const struct stat& status) {
  if (S_ISDIR(status.st_mode))
    return {ErrorKind::kNotRegular, where, said(ReadingSentence::kIsFolder)};
  return {ErrorKind::kNotRegular, where, said(ReadingSentence::kIsDevice)};
}

/// Reads at most one piece; gives its size, 0 at the end.
std::size_t read_piece(int descriptor, char* to, std::size_t room, const std::string& where) {
  while (true) {
    const ssize_t count = ::read(descriptor, to, room);
    if (count >= 0) return static_cast<std::size_t>(count);
    if (errno != EINTR) throw unreadable(where, errno);
  }
}

std::string read_all(int descriptor, std::uint64_t expected, const std::string& where) {
  constexpr std::size_t kStep = 1 << 16;
  std::string bytes;
  // One byte more, so that the end is seen without growing.
  bytes.resize(static_cast<std::size_t>(expected) + 1);
  std::size_t size = 0;
  while (true) {
    if (size == bytes.size()) bytes.resize(bytes.size() + std::max(kStep, bytes.size() / 2));
    const std::size_t count =
        read_piece(descriptor, bytes.data() + size, bytes.size() - size, where);
    if (count == 0) break;
    size += count;
    if (size > kMaxBytes) throw too_large(where);
  }
  bytes.resize(size);
  return bytes;
}

/// A regular file of a size that is read. Asked before opening: to open a pipe waits, and to open
/// a device can act.
Descriptor opened(const std::string& path, struct stat& status, const std::string& where) {
  if (path.find('\0') != std::string::npos) throw unreadable(where, ENOENT);
  if (stat(path.c_str(), &status) != 0) throw unreadable(where, errno);
  if (!S_ISREG(status.st_mode)) throw not_regular(where, status);
  const int number = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (number < 0) throw unreadable(where, errno);
  Descriptor file(number);
  if (fstat(number, &status) != 0) throw unreadable(where, errno);
  if (!S_ISREG(status.st_mode)) throw not_regular(where, status);
  if (static_cast<std::uint64_t>(status.st_size) > kMaxBytes) throw too_large(where);
  return file;
}

std::string read_file(const std::string& path, const std::string& where) {
  struct stat status {};
  const Descriptor file = opened(path, status, where);
  return read_all(file.number(), static_cast<std::uint64_t>(status.st_size), where);
}

Error empty(const std::string& where) {
  return {ErrorKind::kEmpty, where, said(ReadingSentence::kFileEmpty)};
}

}  // namespace

std::string read_bytes(const std::string& path, const std::string& where) {
  const auto archived = path == "-" ? std::nullopt : archived_file(path);
  std::string bytes = path == "-" ? read_all(STDIN_FILENO, 0, where)
                      : archived  ? bytes_in_archive(*archived, where)
                                  : read_file(path, where);
  if (bytes.empty()) throw empty(where);
  return bytes;
}

std::string sha256_of_input(const std::string& path, const std::string& where) {
  if (const auto archived = archived_file(path)) {
    const std::string bytes = bytes_read_apart(*archived, where);
    if (bytes.empty()) throw empty(where);
    return sha256(bytes);
  }
  struct stat status {};
  const Descriptor file = opened(path, status, where);
  Sha256 hash;
  std::vector<char> piece(std::size_t{1} << 18);
  std::uint64_t size = 0;
  while (const std::size_t count = read_piece(file.number(), piece.data(), piece.size(), where)) {
    hash.add({piece.data(), count});
    size += count;
    if (size > kMaxBytes) throw too_large(where);
  }
  if (size == 0) throw empty(where);
  return hash.finished();
}

}  // namespace mingxi::read
