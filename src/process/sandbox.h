#pragma once

#include <string>

namespace mingxi::process {

/// Whether the processes that read documents are confined to reading.
enum class Sandbox { kOn, kOff };

/// The version of Landlock in this kernel; 0 where there is none.
int landlock_version();

/// Whether Landlock keeps the signals of a process in the sandbox within it.
inline bool confines_signals() { return landlock_version() >= 6; }

/// What of it this kernel has, for people: "Landlock 7 (files, TCP, signals), seccomp".
std::string sandbox_parts();

/// What a process in the sandbox may do beside reading what the system installs.
struct Permissions {
  std::string input = {};       ///< a file to read
  std::string program = {};     ///< to run, confined likewise; "": none
  std::string folder = {};      ///< to make, read and remove files in; "": none
  std::string own_folder = {};  ///< made for this process alone, to do as it likes in, sockets
                                ///< too; "": none
};

/// Confines this process for good: of all files it may read the libraries and the data that the
/// system installs, and otherwise do what it has leave to; what is open stays open. It reaches no
/// network, and no process but those it starts. Landlock and seccomp each do their part, where the
/// kernel has them. Throws std::system_error.
void enter_sandbox(const Permissions& permissions);

}  // namespace mingxi::process
