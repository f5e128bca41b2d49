#include "process/batch.h"

#include <poll.h>

#include <algorithm>
#include <chrono>
#include <list>
#include <utility>
#include <vector>

#include "process/interruption.h"

namespace mingxi::process {
namespace {

using Clock = std::chrono::steady_clock;

struct Running {
  std::size_t number;
  Child child;
};

/// Waits until a child says something or is after its deadline.
std::vector<pollfd> message_descriptors(const std::list<Running>& running) {
  std::vector<pollfd> message_fds;
  Clock::time_point first = Clock::time_point::max();
  for (const Running& each : running) {
    message_fds.push_back({.fd = each.child.messages_fd(), .events = POLLIN, .revents = 0});
    first = std::min(first, each.child.deadline());
  }
  if (interruption_fd() >= 0)
    message_fds.push_back({.fd = interruption_fd(), .events = POLLIN, .revents = 0});
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(first - Clock::now()).count();
  poll(message_fds.data(), message_fds.size(), static_cast<int>(std::max<std::int64_t>(left, 0)));
  return message_fds;
}

}  // namespace

void run_batch(std::size_t count, std::size_t jobs, const std::function<Child(std::size_t)>& start,
               const std::function<void(std::size_t, const ChildReport&)>& on_end) {
  std::list<Running> running;
  std::size_t next = 0;
  while (next < count || !running.empty()) {
    while (next < count && running.size() < jobs) {
      running.push_back({next, start(next)});
      ++next;
    }
    const std::vector<pollfd> message_fds = message_descriptors(running);
    require_no_interruption();
    const Clock::time_point now = Clock::now();
    std::size_t at = 0;
    for (auto each = running.begin(); each != running.end();) {
      const bool has_messages = message_fds[at++].revents != 0;
      const bool is_late = each->child.deadline() <= now && each->child.is_idle_too_long();
      if (is_late) each->child.stop();
      if ((has_messages || is_late) && !each->child.listen()) {
        on_end(each->number, each->child.report());
        each = running.erase(each);
      } else {
        ++each;
      }
    }
  }
}

ChildReport awaited(Child child) {
  ChildReport result;
  run_batch(
      1, 1, [&](std::size_t) { return std::move(child); },
      [&](std::size_t, const ChildReport& report) { result = report; });
  return result;
}

}  // namespace mingxi::process
