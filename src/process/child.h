#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

namespace mingxi::process {

/// What a child process may use. The bound on its address space is off under sanitizers, which
/// reserve terabytes.
struct Limits {
  std::uint64_t cpu_seconds = 30;
  std::uint64_t cpu_seconds_in_all = 0;  ///< what it may come to by allow_seconds(); 0: no more
  std::uint64_t wall_seconds = 120;      ///< in which it neither runs nor waits for a processor
  std::uint64_t memory_bytes = std::uint64_t{768} << 20;  ///< of address space
  std::uint64_t answer_bytes = std::uint64_t{64} << 20;
};

/// Allows this child so many seconds of processor time from now on, within what it may have in all.
/// Does nothing in a process that has no limit.
void allow_seconds(std::uint64_t seconds);

/// What this process takes of address space, bytes. A child begins with as much: bounds for a small
/// piece of work come on top.
std::uint64_t own_size();

/// What the work of a child gives: bytes, and a number from 0 to 9 that says what they are.
struct Answer {
  int kind = 0;
  std::string bytes;
};

enum class ChildEnd {
  kAnswered,
  kCpuLimit,
  kWallLimit,
  kMemoryLimit,
  kAnswerLimit,  ///< its answer was too long
  kUnwritable,   ///< its answer could not be written: a full disk
  kCrashed,
};

/// How a child ended.
struct ChildReport {
  ChildEnd end = ChildEnd::kCrashed;
  int answer_kind = 0;   ///< where it answered
  std::string messages;  ///< the first that it wrote to standard error
};

/// A process that does one piece of work within limits, in a process group of its own, and writes
/// its answer to a file. It dies with its parent, and with this object.
class Child {
 public:
  /// Forks. answer: a descriptor open for writing; what was written is on the disk when the child
  /// has answered. What work throws makes the child crash, or reach its memory limit.
  Child(int answer, const Limits& limits, const std::function<Answer()>& work);
  ~Child();
  Child(Child&& other) noexcept;
  Child& operator=(Child&&) = delete;

  /// A descriptor that can be read when there is something to listen to.
  int messages_fd() const { return messages_fd_; }
  std::chrono::steady_clock::time_point deadline() const { return deadline_; }

  /// Whether it was idle for longer than it may; if not, its deadline is put off by what it may
  /// still be. A machine that is busy with other things lets no child be late.
  bool is_idle_too_long();

  /// Takes what the child says, waiting for it. False when it has ended.
  bool listen();

  /// Ends a child that is after its deadline.
  void stop();

  /// Waits for its end.
  ChildReport report();

 private:
  pid_t process_ = -1;
  int messages_fd_ = -1;
  bool is_stopped_ = false;
  Limits limits_;
  std::string messages_;
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point deadline_;
};

}  // namespace mingxi::process
