#include "process/run_program.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

namespace mingxi::process {
namespace {

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

}  // namespace

int run_program(const std::vector<std::string>& program_and_arguments,
                const std::vector<std::string>& environment) {
  std::vector<std::string> given = program_and_arguments;
  std::vector<std::string> variables = environment;
  const std::vector<char*> arguments = pointers_to(given);
  const std::vector<char*> named = pointers_to(variables);
  const pid_t parent = getpid();
  const pid_t child = fork();
  if (child < 0) return -1;
  if (child == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) _exit(127);
    const int nothing = open("/dev/null", O_RDWR);
    if (nothing >= 0)
      for (const int output : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) dup2(nothing, output);
    execve(arguments.front(), arguments.data(), named.data());
    _exit(127);
  }
  int status = 0;
  while (waitpid(child, &status, 0) < 0)
    if (errno != EINTR) return -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace mingxi::process
