#pragma once

#include <filesystem>

namespace mingxi::output {

/// Whether the properties of a workbook, or of a Word document, name us as its author.
bool is_own_workbook(const std::filesystem::path& path);

/// Whether every part of a workbook can be unpacked and ends what it begins. libxlsxwriter writes
/// parts to temporary files and does not notice a write that fails.
bool is_whole_workbook(const std::filesystem::path& path);

}  // namespace mingxi::output
