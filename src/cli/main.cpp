#include <csignal>

#include "cli/commands.h"
#include "cli/console.h"

int main(int argc, char** argv) {
  mingxi::cli::hold_standard_streams();
  // A closed pipe is to be an error that is reported, not a silent end.
  std::signal(SIGPIPE, SIG_IGN);
  return mingxi::cli::run({argv + (argc > 0 ? 1 : 0), argv + argc});
}
