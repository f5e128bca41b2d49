// Each text has its length before it, in eight bytes of this machine.
#include "process/parts.h"

#include <cstdint>
#include <cstring>

namespace mingxi::process {

std::string packed(std::span<const std::string> parts) {
  std::string bytes;
  std::size_t size = 0;
  for (const std::string& part : parts) size += sizeof(std::uint64_t) + part.size();
  bytes.reserve(size);
  for (const std::string& part : parts) {
    const std::uint64_t length = part.size();
    char head[sizeof length];
    std::memcpy(head, &length, sizeof length);
    bytes.append(head, sizeof head).append(part);
  }
  return bytes;
}

std::vector<std::string> unpacked(std::string_view bytes) {
  std::vector<std::string> parts;
  std::uint64_t length = 0;
  while (bytes.size() >= sizeof length) {
    std::memcpy(&length, bytes.data(), sizeof length);
    bytes.remove_prefix(sizeof length);
    if (length > bytes.size()) break;
    parts.emplace_back(bytes.substr(0, length));
    bytes.remove_prefix(length);
  }
  return parts;
}

}  // namespace mingxi::process
