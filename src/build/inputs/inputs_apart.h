#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace mingxi::build {

// What is asked of files before any is read is asked by a process in the sandbox, for anything can
// lie in a folder.

/// The names of the files in an archive; nothing where it cannot be opened.
std::optional<std::vector<std::string>> archived_names(const std::string& path);

/// Takes out of the files found in a folder those that mingxi wrote itself: review pages, letters,
/// workbooks. Gives how many there were.
std::size_t take_out_own_outputs(const std::string& folder, std::vector<std::string>& paths);

}  // namespace mingxi::build
