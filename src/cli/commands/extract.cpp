#include <memory>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/console.h"
#include "output/document_json/document_json.h"
#include "output/write/own_file.h"

namespace mingxi::cli {
namespace {

/// Tells of a document that gave less than it holds.
void remark_on(const std::string& file, Status status, messages::Language language) {
  if (status == Status::kOk) return;
  const bool no_text = status == Status::kNoText;
  const std::string name =
      file == "-" ? std::string(messages::text(messages::Text::kStandardInput, language))
                  : text::shown(file);
  complain(name,
           messages::text(no_text ? messages::Text::kNoTextNote : messages::Text::kPartialNote,
                          language),
           language);
}

int run_extract(const std::string& file, bool has_limits, const SharedOptions& options) {
  output::require_output_apart(std::vector{file});
  const extract::Extractor extractor(extractor_options(options));
  const process::Answer answer =
      read_document(file, {.extractor = extractor, .has_limits = has_limits},
                    [&extractor](const Document& document, const std::string&) -> process::Answer {
                      const Extraction extraction = extractor.extract(document);
                      return {.kind = static_cast<int>(extraction.status),
                              .bytes = output::document_json(extraction, extractor.producer())};
                    });
  write_output(answer.bytes);
  if (!options.quiet) remark_on(file, static_cast<Status>(answer.kind), options.language);
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
  const auto no_limits = add_no_limits(*command, options);
  return {command,
          [file, no_limits, &options] { return run_extract(*file, !*no_limits, options); }};
}

}  // namespace mingxi::cli
