#pragma once

#include <ctime>
#include <string>
#include <string_view>

namespace mingxi::output {

/// Whether a spreadsheet that opens a CSV file may take the text for a formula: it begins with = +
/// - or @, full-width or not, a tab or a line break, blanks before it or not. A number with its
/// sign
/// (-121.33, +5%) and dashes alone, which mean nothing, are none. Quotation marks ' before all
/// that do not count, so that guarding can be undone.
bool needs_guard(std::string_view text);

/// What is put before a text in CSV: ' where it needs a guard, else nothing.
inline std::string_view guard_of(std::string_view text) { return needs_guard(text) ? "'" : ""; }

/// The text without the ' that guards it.
std::string_view unguarded(std::string_view text);

/// A text as a cell of a workbook can hold it: clean, and cut where it is too long. A workbook says
/// of each cell what it is, so no text of it needs a guard.
std::string workbook_text(std::string_view text);

/// When every workbook says that it was made, so that it has the same bytes whenever that was:
/// 1980-01-01, as the entries of its archive.
inline constexpr std::time_t kWorkbookCreated = 315'532'800;

}  // namespace mingxi::output
