#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace mingxi::output {

/// What shows that a web page, a drawing and a workbook are ours.
inline constexpr std::string_view kPageMark = R"(<meta name="generator" content="mingxi">)";
inline constexpr std::string_view kDrawingMark = "<!-- mingxi -->";
inline constexpr std::string_view kWorkbookAuthor = "mingxi";  ///< of a Word document too
inline constexpr std::string_view kReportMark = "mingxi audit\n";

/// Whether a file bears the mark of what mingxi writes: a web page, a drawing, a workbook, a JSON,
/// what was found as text.
/// An empty file is nobody's, and so ours.
bool is_own_file(const std::filesystem::path& path);

/// Whether a folder holds CSV files of tables and nothing else, or nothing at all.
bool is_own_csv_folder(const std::filesystem::path& path);

/// Throws RefusedOutput where an output is one of the inputs, under whatever name. "-" is standard
/// input.
void require_no_input(const std::string& output, std::span<const std::string> inputs);

/// The same for standard output, where that is a file.
void require_output_apart(std::span<const std::string> inputs);

}  // namespace mingxi::output
