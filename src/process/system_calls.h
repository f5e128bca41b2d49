#pragma once

#include "process/sandbox.h"

namespace mingxi::process {

/// Whether this kernel can refuse system calls (seccomp).
bool can_refuse_system_calls();

/// Takes from this process for good, by seccomp, the system calls through which it could reach a
/// network or act on other processes and on files that it cannot open: they fail with EPERM. With a
/// program to run, it may start processes and end them; without a folder, it opens no file for
/// writing. Does nothing where the kernel has no seccomp. Throws std::system_error.
void refuse_system_calls(const Permissions& permissions);

}  // namespace mingxi::process
