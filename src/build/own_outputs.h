#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace mingxi::build {

/// Takes out of the files found in a folder those that mingxi wrote itself: review pages, letters,
/// workbooks. They are looked into by a process in the sandbox, for anything can be in a folder.
/// Gives how many there were.
std::size_t take_out_own_outputs(const std::string& folder, std::vector<std::string>& paths);

}  // namespace mingxi::build
