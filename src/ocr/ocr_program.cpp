#include "ocr/ocr_program.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

#include "ocr/socket.h"

namespace mingxi::ocr {
namespace {

// The program limits its own processor time; this is for one that sleeps.
constexpr timeval kLongestWait{.tv_sec = 300, .tv_usec = 0};

/// The environment of this program, and one thread for Tesseract: two are slower than one.
std::vector<std::string> environment() {
  std::vector<std::string> variables;
  for (char** variable = environ; *variable != nullptr; ++variable)
    variables.emplace_back(*variable);
  variables.emplace_back("OMP_THREAD_LIMIT=1");
  return variables;
}

}  // namespace

OcrProgram::~OcrProgram() { stop(); }

void OcrProgram::start() {
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
    throw std::runtime_error("no socket for mingxi-ocr");
  setsockopt(ends[0], SOL_SOCKET, SO_RCVTIMEO, &kLongestWait, sizeof kLongestWait);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  std::vector<std::string> variables = environment();
  std::vector<char*> pointers;
  pointers.reserve(variables.size() + 1);
  for (std::string& variable : variables) pointers.push_back(variable.data());
  pointers.push_back(nullptr);
  std::string no_sandbox = "--no-sandbox";
  std::array<char*, 3> arguments{path_.data(), nullptr, nullptr};
  if (sandbox_ == process::Sandbox::kOff) arguments[1] = no_sandbox.data();
  const int failure =
      posix_spawn(&child_, path_.c_str(), &actions, nullptr, arguments.data(), pointers.data());
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  socket_ = ends[0];
  if (failure != 0) {
    child_ = -1;
    stop();
    throw std::runtime_error("mingxi-ocr cannot be started");
  }
}

void OcrProgram::stop() {
  if (socket_ >= 0) close(socket_);
  socket_ = -1;
  if (child_ < 0) return;
  kill(child_, SIGKILL);
  rusage used{};
  while (wait4(child_, nullptr, 0, &used) < 0 && errno == EINTR) {
  }
  child_ = -1;
  ended_seconds_ += static_cast<double>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
                    static_cast<double>(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}

std::string OcrProgram::ask(OcrRequest request, const std::string& body) {
  if (child_ < 0) start();
  std::optional<Message> answer;
  if (send(socket_, {static_cast<std::uint32_t>(request), body})) answer = receive(socket_);
  if (!answer) {
    stop();
    throw OcrStopped("mingxi-ocr took too much time or memory");
  }
  if (static_cast<OcrStatus>(answer->kind) == OcrStatus::kFailed)
    throw std::runtime_error(answer->body);
  return std::move(answer->body);
}

double OcrProgram::seconds() const {
  clockid_t clock{};
  timespec time{};
  if (child_ < 0 || clock_getcpuclockid(child_, &clock) != 0 || clock_gettime(clock, &time) != 0)
    return ended_seconds_;
  return ended_seconds_ + static_cast<double>(time.tv_sec) +
         static_cast<double>(time.tv_nsec) / 1e9;
}

}  // namespace mingxi::ocr
