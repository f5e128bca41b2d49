#pragma once

#include <string>

namespace mingxi {

/// Whether the processes that read documents are confined to reading.
enum class Sandbox { kOn, kOff };

/// The version of Landlock in this kernel; 0 where there is none.
int landlock_version();

/// Confines this process for good: of all files it may read `input`, the libraries and the data
/// that the system installs, and it may neither write, make nor run any; what is open stays open.
/// Does nothing where the kernel has no Landlock. Throws std::system_error.
void enter_sandbox(const std::string& input);

}  // namespace mingxi
