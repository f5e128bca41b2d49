#include <memory>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/console.h"
#include "output/document_json/document_json.h"
#include "output/write/staged_output.h"

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

struct ExtractArguments {
  std::string file;
  std::string output;  ///< "": standard output
};

int run_extract(const ExtractArguments& arguments, const SharedOptions& options) {
  const extract::Extractor extractor(extractor_options(options));
  const Extraction extraction = extractor.extract(arguments.file);
  const std::string json = output::document_json(extraction, extractor.producer());
  if (arguments.output.empty()) {
    write_output(json);
  } else {
    output::write_whole(arguments.output, json);
  }
  if (!options.quiet) remark_on(extraction, options.language);
  return kDone;
}

}  // namespace

Command add_extract(CLI::App& app, const SharedOptions& options) {
  const messages::Language language = options.language;
  CLI::App* command = app.add_subcommand(
      "extract", std::string(messages::text(messages::Text::kExtract, language)));
  command->footer(std::string(messages::text(messages::Text::kExtractExamples, language)));
  const auto arguments = std::make_shared<ExtractArguments>();
  command
      ->add_option("FILE", arguments->file,
                   std::string(messages::text(messages::Text::kFileArgument, language)))
      ->option_text(" ")
      ->required();
  command
      ->add_option("-o,--output", arguments->output,
                   std::string(messages::text(messages::Text::kFileOutputOption, language)))
      ->option_text("FILE")
      ->group(std::string(messages::text(messages::Text::kOptions, language)));
  return {command, [arguments, &options] { return run_extract(*arguments, options); }};
}

}  // namespace mingxi::cli
