#pragma once

namespace mingxi::process {

/// The user, or the system, asked this program to end. Thrown where work can be left in order.
struct Interrupted {
  int signal = 0;
};

/// From now on SIGINT, SIGTERM and SIGHUP end the work in order; the second ends the program at
/// once.
void watch_for_interruption();

/// A descriptor that can be read once there was such a signal; -1 where nobody watches.
int interruption_fd();

/// Throws Interrupted if there was such a signal.
void require_no_interruption();

/// Ends this process as the signal would have.
[[noreturn]] void end_by(int signal);

}  // namespace mingxi::process
