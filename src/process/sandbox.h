#pragma once

#include <string>

namespace mingxi::process {

/// Whether the processes that read documents are confined to reading.
enum class Sandbox { kOn, kOff };

/// The version of Landlock in this kernel; 0 where there is none.
int landlock_version();

/// What a process in the sandbox may do beside reading what the system installs.
struct Permissions {
  std::string input = {};       ///< a file to read
  std::string program = {};     ///< to run, confined likewise; "": none
  std::string folder = {};      ///< to make, read and remove files in; "": none
  std::string own_folder = {};  ///< made for this process alone, to do as it likes in; "": none
};

/// Confines this process for good: of all files it may read the libraries and the data that the
/// system installs, and otherwise do what it has leave to; what is open stays open. Does nothing
/// where the kernel has no Landlock. Throws std::system_error.
void enter_sandbox(const Permissions& permissions);

}  // namespace mingxi::process
