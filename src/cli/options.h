#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "build/isolated_reading.h"
#include "extract/extractor.h"
#include "messages/texts.h"

namespace CLI {
class App;
}

namespace mingxi::cli {

/// What can be said with every subcommand.
struct SharedOptions {
  std::string patterns;  ///< --patterns DIR
  std::string password;
  std::string lang;  ///< as given; `language` is what it means
  messages::Language language = messages::Language::kChinese;
  std::string ocr = "auto";
  bool quiet = false;
};

/// Whether a line on the terminal reports each page that is read by OCR.
enum class OcrProgress { kNone, kShown };

/// How documents are to be read. Throws UsageError.
extract::ExtractorOptions extractor_options(const SharedOptions& options,
                                            OcrProgress progress = OcrProgress::kShown);

/// Adds the shared options to the program or to a subcommand, and to all subcommands of it.
/// Requires that options outlive app.
void add_shared_options(CLI::App& app, SharedOptions& options);

/// The language that the arguments ask for with --lang, wherever it is given; Chinese if they do
/// not. Help and usage errors need it before the arguments are parsed.
messages::Language requested_language(std::span<const std::string> arguments);

/// Adds --no-limits to a command; what it is set to is known when the command runs.
std::shared_ptr<bool> add_no_limits(CLI::App& command, const SharedOptions& options);

/// How a command reads the documents that the user names.
struct DocumentReading {
  const extract::Extractor& extractor;
  bool has_limits = true;  ///< in a child, and in the sandbox
  process::Limits limits = {};
  std::string folder = {};  ///< that the work may make files in; "": none
};

/// Where pages are drawn, too: to read is as always; what all pages together take.
inline constexpr process::Limits kDrawingLimits{
    .cpu_seconds_in_all = 900, .wall_seconds = 1200, .answer_bytes = std::uint64_t{256} << 20};

/// Reads a document and gives what the work makes of it. "-" is standard input. Throws Error.
process::Answer read_document(const std::string& path, const DocumentReading& how,
                              const build::DocumentWork& work);

/// Whether a path has an ending, such as ".html", in capitals or not. A / at its end is left out.
bool has_ending(std::string_view path, std::string_view ending);

/// A whole number from 1 on; 0 for anything else.
std::uint64_t whole_number(std::string_view argument);

/// The folder of the patterns to use: --patterns, then $MINGXI_PATTERNS; "" for those compiled in.
std::string patterns_directory(const SharedOptions& options);

}  // namespace mingxi::cli
