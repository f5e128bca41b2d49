#include <memory>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/console.h"
#include "output/document_json/document_json.h"
#include "read/bytes.h"
#include "read/pdf/reader_check.h"

namespace mingxi::cli {
namespace {

/// Tells of a document that gave less than it holds.
void remark_on(const Extraction& extraction, messages::Language language) {
  if (extraction.status == Status::kOk) return;
  const bool no_text = extraction.status == Status::kNoText;
  const std::string name =
      extraction.source.path == "-"
          ? std::string(messages::text(messages::Text::kStandardInput, language))
          : text::shown(extraction.source.path);
  complain(name,
           messages::text(no_text ? messages::Text::kNoTextNote : messages::Text::kPartialNote,
                          language),
           language);
}

/// For whoever works on the reader: how our interpreter of pages compares with Poppler's.
int run_check(const std::string& file, const SharedOptions& options) {
  const std::string bytes = read::read_bytes(file, file);
  write_output(read::line_of(read::check_reader(bytes, file, {.password = options.password})) +
               '\n');
  return kDone;
}

int run_extract(const std::string& file, const SharedOptions& options) {
  const extract::Extractor extractor(extractor_options(options));
  const Extraction extraction = extractor.extract(file);
  write_output(output::document_json(extraction, extractor.producer()));
  if (!options.quiet) remark_on(extraction, options.language);
  return kDone;
}

}  // namespace

Command add_extract(CLI::App& app, const SharedOptions& options) {
  const messages::Language language = options.language;
  CLI::App* command = app.add_subcommand(
      "extract", std::string(messages::text(messages::Text::kExtract, language)));
  command->footer(std::string(messages::text(messages::Text::kExtractExamples, language)));
  const auto file = std::make_shared<std::string>();
  command
      ->add_option("FILE", *file,
                   std::string(messages::text(messages::Text::kFileArgument, language)))
      ->option_text(" ")
      ->required();
  const auto check = std::make_shared<bool>(false);
  command->add_flag("--check-reader", *check)->group("");
  return {command, [file, check, &options] {
            return *check ? run_check(*file, options) : run_extract(*file, options);
          }};
}

}  // namespace mingxi::cli
