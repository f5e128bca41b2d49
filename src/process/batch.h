#pragma once

#include <cstddef>
#include <functional>

#include "process/child.h"

namespace mingxi::process {

/// Does `count` pieces of work in children, at most `jobs` at a time, in their order. on_end is
/// called for each as it ends, in any order; what it throws ends all. Throws Interrupted. Requires
/// jobs > 0.
void run_batch(std::size_t count, std::size_t jobs, const std::function<Child(std::size_t)>& start,
               const std::function<void(std::size_t, const ChildReport&)>& on_end);

/// Waits for one child, at most until its deadline.
ChildReport awaited(Child child);

}  // namespace mingxi::process
