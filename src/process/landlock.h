#pragma once

#include "process/sandbox.h"

namespace mingxi::process {

/// Takes from this process for good, by Landlock, all files but those it has leave to; where the
/// kernel can (version 4), TCP; and where it can (version 6), signals and sockets to processes
/// outside. What is open stays open. Does nothing where the kernel has no Landlock. Throws
/// std::system_error.
void enter_landlock(const Permissions& permissions);

}  // namespace mingxi::process
