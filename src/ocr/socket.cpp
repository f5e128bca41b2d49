#include "ocr/socket.h"

#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace mingxi::ocr {
namespace {

constexpr std::uint64_t kMaxBytes = std::uint64_t{1} << 30;

bool write_all(int socket, const char* bytes, std::size_t size) {
  while (size > 0) {
    const ssize_t written = ::send(socket, bytes, size, MSG_NOSIGNAL);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes += written;
    size -= static_cast<std::size_t>(written);
  }
  return true;
}

bool read_all(int socket, char* bytes, std::size_t size) {
  while (size > 0) {
    const ssize_t got = read(socket, bytes, size);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    bytes += got;
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

struct Head {
  std::uint32_t kind = 0;
  std::uint32_t unused = 0;
  std::uint64_t size = 0;
};

}  // namespace

bool send(int socket, const Message& message) {
  const Head head{message.kind, 0, message.body.size()};
  char bytes[sizeof head];
  std::memcpy(bytes, &head, sizeof head);
  return write_all(socket, bytes, sizeof head) &&
         write_all(socket, message.body.data(), message.body.size());
}

std::optional<Message> receive(int socket) {
  Head head;
  char bytes[sizeof head];
  if (!read_all(socket, bytes, sizeof head)) return std::nullopt;
  std::memcpy(&head, bytes, sizeof head);
  if (head.size > kMaxBytes) return std::nullopt;
  Message message{head.kind, std::string(head.size, '\0')};
  if (!read_all(socket, message.body.data(), message.body.size())) return std::nullopt;
  return message;
}

}  // namespace mingxi::ocr
