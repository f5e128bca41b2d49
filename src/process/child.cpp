// The child's standard error is a pipe to its parent. It carries what libraries complain of, and
// its end shows that the child has ended, so that nothing depends on signals.
#include "process/child.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <new>
#include <system_error>
#include <utility>

namespace mingxi::process {
namespace {

// Exit codes that no library uses.
constexpr int kAnsweredCode = 64;  // and the kind of the answer
constexpr int kAnswerLimitCode = 74;
constexpr int kUnwritableCode = 75;
constexpr int kMemoryCode = 76;
constexpr int kCrashedCode = 77;

constexpr std::size_t kMaxMessages = 4096;  // bytes

#if defined(__SANITIZE_ADDRESS__)
constexpr bool kIsSanitized = true;
#elif defined(__has_feature)
constexpr bool kIsSanitized = __has_feature(address_sanitizer);
#else
constexpr bool kIsSanitized = false;
#endif

void limit(__rlimit_resource resource, std::uint64_t soft, std::uint64_t hard) {
  const rlimit value{.rlim_cur = soft, .rlim_max = hard};
  setrlimit(resource, &value);
}

void set_limits(const Limits& limits) {
  limit(RLIMIT_CPU, limits.cpu_seconds,
        std::max(limits.cpu_seconds + 2, limits.cpu_seconds_in_all));
  if (!kIsSanitized) limit(RLIMIT_AS, limits.memory_bytes, limits.memory_bytes);
  limit(RLIMIT_FSIZE, limits.answer_bytes, limits.answer_bytes);
  limit(RLIMIT_CORE, 0, 0);
  std::signal(SIGXFSZ, SIG_IGN);  // so that a write fails instead
}

/// The exit code for bytes written to a file and through to the disk.
int written(int file, const Answer& answer) {
  std::string_view rest = answer.bytes;
  while (!rest.empty()) {
    const ssize_t count = write(file, rest.data(), rest.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno == EFBIG ? kAnswerLimitCode : kUnwritableCode;
    rest.remove_prefix(static_cast<std::size_t>(count));
  }
  return fsync(file) == 0 ? kAnsweredCode + answer.kind : kUnwritableCode;
}

int outcome_of(int answer, const std::function<Answer()>& work) {
  try {
    return written(answer, work());
  } catch (const std::bad_alloc&) {
    return kMemoryCode;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
  }
  return kCrashedCode;
}

[[noreturn]] void live(pid_t parent, int messages_fd, int answer, const Limits& limits,
                       const std::function<Answer()>& work) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  setpgid(0, 0);  // Ctrl-C is for the parent
  if (getppid() != parent) _exit(kCrashedCode);
  dup2(messages_fd, STDERR_FILENO);
  close(messages_fd);
  set_limits(limits);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) std::signal(signal, SIG_DFL);
  const int code = outcome_of(answer, work);
  std::fflush(stderr);
  _exit(code);
}

/// How long a process, and the programs that it runs, have run or waited for a processor. Nothing
/// where the kernel does not say.
std::chrono::nanoseconds busy_time(pid_t process) {
  const std::string folder = "/proc/" + std::to_string(process);
  std::int64_t running = 0;
  std::int64_t waiting = 0;
  std::ifstream(folder + "/schedstat") >> running >> waiting;
  std::chrono::nanoseconds busy(running + waiting);
  std::ifstream children(folder + "/task/" + std::to_string(process) + "/children");
  for (pid_t child = 0; children >> child;) busy += busy_time(child);
  return busy;
}

/// Whether messages are about memory that was not given: libraries then abort.
bool report_memory(const std::string& messages) {
  constexpr auto kWords = std::to_array<std::string_view>({"Out of memory", "bad_alloc"});
  return std::ranges::any_of(
      kWords, [&](std::string_view word) { return messages.find(word) != std::string::npos; });
}

ChildEnd end_of_exit(int code) {
  if (code >= kAnsweredCode && code < kAnswerLimitCode) return ChildEnd::kAnswered;
  if (code == kAnswerLimitCode) return ChildEnd::kAnswerLimit;
  if (code == kUnwritableCode) return ChildEnd::kUnwritable;
  if (code == kMemoryCode) return ChildEnd::kMemoryLimit;
  return ChildEnd::kCrashed;
}

}  // namespace

void allow_seconds(std::uint64_t seconds) {
  rlimit value{};
  rusage used{};
  getrlimit(RLIMIT_CPU, &value);
  if (value.rlim_max == RLIM_INFINITY) return;
  getrusage(RUSAGE_SELF, &used);
  const auto spent = static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec);
  value.rlim_cur = std::min(value.rlim_max, spent + seconds + 1);
  setrlimit(RLIMIT_CPU, &value);
}

std::uint64_t own_size() {
  std::uint64_t pages = 0;
  std::ifstream("/proc/self/statm") >> pages;
  return pages * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
}

Child::Child(int answer, const Limits& limits, const std::function<Answer()>& work)
    : limits_(limits),
      deadline_(std::chrono::steady_clock::now() + std::chrono::seconds(limits.wall_seconds)) {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0)
    throw std::system_error(errno, std::generic_category(), "pipe");
  const pid_t parent = getpid();
  std::fflush(nullptr);  // or the child would write it again
  process_ = fork();
  if (process_ == 0) {
    close(ends[0]);
    live(parent, ends[1], answer, limits, work);
  }
  const int cause = errno;
  close(ends[1]);
  messages_fd_ = ends[0];
  if (process_ > 0) return;
  close(messages_fd_);
  throw std::system_error(cause, std::generic_category(), "fork");
}

Child::Child(Child&& other) noexcept
    : process_(std::exchange(other.process_, -1)),
      messages_fd_(std::exchange(other.messages_fd_, -1)),
      is_stopped_(other.is_stopped_),
      limits_(other.limits_),
      messages_(std::move(other.messages_)),
      begin_(other.begin_),
      deadline_(other.deadline_) {}

Child::~Child() {
  if (process_ > 0) {
    kill(process_, SIGKILL);
    waitpid(process_, nullptr, 0);
  }
  if (messages_fd_ >= 0) close(messages_fd_);
}

bool Child::listen() {
  std::array<char, 4096> piece;
  const ssize_t count = read(messages_fd_, piece.data(), piece.size());
  if (count < 0 && errno == EINTR) return true;
  if (count <= 0) return false;
  const std::size_t room = kMaxMessages - messages_.size();
  messages_.append(piece.data(), std::min(room, static_cast<std::size_t>(count)));
  return true;
}

bool Child::is_idle_too_long() {
  using std::chrono::nanoseconds;
  const auto now = std::chrono::steady_clock::now();
  const nanoseconds idle = now - begin_ - busy_time(process_);
  const nanoseconds left = std::chrono::seconds(limits_.wall_seconds) - idle;
  if (left <= nanoseconds::zero()) return true;
  deadline_ = now + std::max(left, nanoseconds(std::chrono::milliseconds(100)));
  return false;
}

void Child::stop() {
  is_stopped_ = true;
  kill(process_, SIGKILL);
}

ChildReport Child::report() {
  int status = 0;
  rusage usage{};
  while (wait4(process_, &status, 0, &usage) < 0 && errno == EINTR) continue;
  process_ = -1;
  ChildReport report{.messages = std::move(messages_)};
  if (WIFEXITED(status)) {
    report.end = end_of_exit(WEXITSTATUS(status));
    if (report.end == ChildEnd::kAnswered) report.answer_kind = WEXITSTATUS(status) - kAnsweredCode;
    return report;
  }
  const auto seconds = static_cast<std::uint64_t>(usage.ru_utime.tv_sec) + usage.ru_stime.tv_sec;
  const int signal = WTERMSIG(status);
  if (is_stopped_) {
    report.end = ChildEnd::kWallLimit;
  } else if (signal == SIGXCPU || (signal == SIGKILL && seconds >= limits_.cpu_seconds)) {
    report.end = ChildEnd::kCpuLimit;
  } else if (signal == SIGKILL || report_memory(report.messages)) {
    report.end = ChildEnd::kMemoryLimit;  // the system kills what it has no memory for
  }
  return report;
}

}  // namespace mingxi::process
