#include "pipeline/extract.h"

#include <memory>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/console.h"
#include "emit/json.h"
#include "read/read.h"
#include "pipeline/patterns.h"
#include "pipeline/read_document.h"

namespace mingxi {
namespace {

/// Tells of a document that gave less than it holds.
void remark_on(const Extraction& extraction, Language language) {
  if (extraction.status == Status::kOk) return;
  const bool no_text = extraction.status == Status::kNoText;
  const std::string name = extraction.source.path == "-"
                               ? std::string(text(Text::kStandardInput, language))
                               : shown(extraction.source.path);
  complain(name, text(no_text ? Text::kNoTextNote : Text::kPartialNote, language), language);
}

int run_extract(const std::string& file, const SharedOptions& options) {
  check_environment();
  const Pack pack = load_patterns(patterns_directory(options));
  const Document document =
      read_document(file, pack, {.password = options.password}, ocr_options(options));
  const Extraction extraction = extract(document, pack);
  const Producer producer{.version = MINGXI_VERSION, .patterns_sha256 = pack.sha256};
  write_output(document_json(extraction, producer));
  if (!options.quiet) remark_on(extraction, options.language);
  return kDone;
}

}  // namespace

Command add_extract(CLI::App& app, const SharedOptions& options) {
  const Language language = options.language;
  CLI::App* command = app.add_subcommand("extract", std::string(text(Text::kExtract, language)));
  command->footer(std::string(text(Text::kExtractExamples, language)));
  const auto file = std::make_shared<std::string>();
  command->add_option("FILE", *file, std::string(text(Text::kFileArgument, language)))
      ->option_text(" ")
      ->required();
  return {command, [file, &options] { return run_extract(*file, options); }};
}

}  // namespace mingxi
