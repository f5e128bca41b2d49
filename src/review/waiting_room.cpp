#include "review/waiting_room.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <string_view>
#include <system_error>

namespace mingxi::review {
namespace {

constexpr std::size_t kMostGuests = 512;  // with what comes of a head: 32 MiB
constexpr std::size_t kLargestHead = std::size_t{64} << 10;
constexpr std::chrono::seconds kToAsk{10};  // a request on this machine takes milliseconds
constexpr std::chrono::seconds kToLeave{1};
constexpr std::string_view kTooLarge =
    "HTTP/1.1 431 Request Header Fields Too Large\r\nContent-Length: 0\r\nConnection: "
    "close\r\n\r\n";

}  // namespace

WaitingRoom::WaitingRoom(std::function<void(ArrivedRequest)> serve)
    : serve_(std::move(serve)), wake_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  if (wake_ < 0) throw std::system_error(errno, std::generic_category(), "eventfd");
  thread_ = std::thread([this] { run(); });
}

WaitingRoom::~WaitingRoom() {
  {
    const std::lock_guard lock(mutex_);
    is_over_ = true;
  }
  eventfd_write(wake_, 1);
  thread_.join();
  for (const Guest& guest : guests_) close(guest.socket);
  close(wake_);
}

void WaitingRoom::enter(int socket) { take({.socket = socket, .until = Clock::now() + kToAsk}); }

void WaitingRoom::see_off(int socket) {
  shutdown(socket, SHUT_WR);
  take({.socket = socket, .until = Clock::now() + kToLeave, .is_leaving = true});
}

void WaitingRoom::take(Guest guest) {
  {
    const std::lock_guard lock(mutex_);
    newcomers_.push_back(std::move(guest));
  }
  eventfd_write(wake_, 1);
}

void WaitingRoom::run() {
  while (take_in_newcomers()) {
    wait();
    std::erase_if(guests_, [this](Guest& guest) { return !stays(guest); });
  }
}

bool WaitingRoom::take_in_newcomers() {
  eventfd_t ignored = 0;
  eventfd_read(wake_, &ignored);
  const std::lock_guard lock(mutex_);
  for (Guest& guest : newcomers_) guests_.push_back(std::move(guest));
  newcomers_.clear();
  for (; guests_.size() > kMostGuests; guests_.pop_front()) close(guests_.front().socket);
  return !is_over_;
}

void WaitingRoom::wait() const {
  std::vector<pollfd> waiting = {{.fd = wake_, .events = POLLIN, .revents = 0}};
  Clock::time_point first = Clock::now() + kToAsk;
  for (const Guest& guest : guests_) {
    waiting.push_back({.fd = guest.socket, .events = POLLIN, .revents = 0});
    first = std::min(first, guest.until);
  }
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(first - Clock::now()).count();
  poll(waiting.data(), waiting.size(), static_cast<int>(std::max<std::int64_t>(left, 0)));
}

bool WaitingRoom::stays(Guest& guest) {
  if (Clock::now() < guest.until && reads_on(guest)) return true;
  if (guest.socket >= 0) close(guest.socket);
  return false;
}

/// Reads what is there. Gives the guest away, or is done with it, where the result is false.
bool WaitingRoom::reads_on(Guest& guest) {
  std::array<char, 16384> buffer;
  const ssize_t count = recv(guest.socket, buffer.data(), buffer.size(), MSG_DONTWAIT);
  if (count < 0) return errno == EAGAIN || errno == EINTR;
  if (count == 0) return false;
  if (guest.is_leaving) return true;
  constexpr std::string_view kEndOfHead = "\r\n\r\n";
  const std::size_t looked_at = std::max(guest.bytes.size(), kEndOfHead.size()) - kEndOfHead.size();
  guest.bytes.append(buffer.data(), static_cast<std::size_t>(count));
  if (guest.bytes.find(kEndOfHead, looked_at) != std::string::npos) {
    serve_({.socket = guest.socket, .bytes = std::move(guest.bytes), .until = guest.until});
    guest.socket = -1;
    return false;
  }
  if (guest.bytes.size() < kLargestHead) return true;
  send(guest.socket, kTooLarge.data(), kTooLarge.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
  shutdown(guest.socket, SHUT_WR);
  guest = {.socket = guest.socket, .until = Clock::now() + kToLeave, .is_leaving = true};
  return true;
}

}  // namespace mingxi::review
