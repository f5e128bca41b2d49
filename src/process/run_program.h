#pragma once

#include <string>
#include <vector>

namespace mingxi::process {

/// Runs a program and waits for its end; it dies with this process. program_and_arguments: a path,
/// then what it is given. environment: NAME=value, all that it has. Its output is thrown away.
/// Gives its exit code; -1 if it did not end by itself.
int run_program(const std::vector<std::string>& program_and_arguments,
                const std::vector<std::string>& environment);

}  // namespace mingxi::process
