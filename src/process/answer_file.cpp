#include "process/answer_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "messages/sentences.h"
#include "model/error.h"

namespace mingxi::process {

using messages::said;
using messages::Sentence;

namespace {

int required(int descriptor, const std::string& where) {
  if (descriptor >= 0) return descriptor;
  const std::string reason = std::generic_category().message(errno);
  throw Error(ErrorKind::kOutput, where, said(Sentence::kUnwritable, {{"reason", reason}}));
}

}  // namespace

AnswerFile::AnswerFile() : descriptor_(required(memfd_create("answer", MFD_CLOEXEC), "answer")) {}

AnswerFile::AnswerFile(const std::string& path)
    : descriptor_(required(
          open(path.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666), path)) {}

AnswerFile::AnswerFile(AnswerFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

AnswerFile::~AnswerFile() {
  if (descriptor_ >= 0) close(descriptor_);
}

std::string AnswerFile::bytes() const {
  struct stat status {};
  required(fstat(descriptor_, &status), "answer");
  std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
  std::size_t size = 0;
  while (size < bytes.size()) {
    const ssize_t count =
        pread(descriptor_, bytes.data() + size, bytes.size() - size, static_cast<off_t>(size));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    size += static_cast<std::size_t>(count);
  }
  bytes.resize(size);
  return bytes;
}

}  // namespace mingxi::process
