#include "process/interruption.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdint>

namespace mingxi::process {
namespace {

constexpr auto kSignals = std::to_array({SIGINT, SIGTERM, SIGHUP});

// A signal is of the whole process.
std::atomic<int> came = 0;
std::atomic<int> event_fd = -1;

void note(int signal) {
  const int cause = errno;
  came = signal;
  const std::uint64_t one = 1;
  if (write(event_fd, &one, sizeof one) < 0) came = signal;
  errno = cause;
}

}  // namespace

void watch_for_interruption() {
  if (event_fd >= 0) return;
  event_fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  struct sigaction action {};
  action.sa_handler = note;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  for (const int signal : kSignals) {
    struct sigaction before {};
    sigaction(signal, nullptr, &before);
    if (before.sa_handler != SIG_IGN) sigaction(signal, &action, nullptr);  // nohup
  }
}

int interruption_fd() { return event_fd; }

void require_no_interruption() {
  if (came != 0) throw Interrupted{came};
}

void end_by(int signal) {
  std::signal(signal, SIG_DFL);
  raise(signal);
  _exit(128 + signal);
}

}  // namespace mingxi::process
