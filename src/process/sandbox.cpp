#include "process/sandbox.h"

#include <string>

#include "process/landlock.h"
#include "process/system_calls.h"

namespace mingxi::process {

std::string sandbox_parts() {
  const int version = landlock_version();
  std::string parts;
  if (version > 0)
    parts = "Landlock " + std::to_string(version) + " (files" + (version >= 4 ? ", TCP" : "") +
            (confines_signals() ? ", signals)" : ")");
  if (can_refuse_system_calls()) parts += parts.empty() ? "seccomp" : ", seccomp";
  return parts;
}

void enter_sandbox(const Permissions& permissions) {
  enter_landlock(permissions);
  refuse_system_calls(permissions);
}

}  // namespace mingxi::process
