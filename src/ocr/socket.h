#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace mingxi::ocr {

/// What goes over a socket: its kind, then the length of its body, then the body.
struct Message {
  std::uint32_t kind = 0;
  std::string body;
};

/// Writes a message whole; whether that could be done.
bool send(int socket, const Message& message);

/// Waits for a message; nothing at the end of the input, and where it is cut short.
std::optional<Message> receive(int socket);

}  // namespace mingxi::ocr
