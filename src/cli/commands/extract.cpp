#include <memory>
#include <optional>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/console.h"
#include "output/document_json/document_json.h"
#include "output/write/output_file.h"
#include "output/write/own_file.h"
#include "output/write/staged_output.h"
#include "read/bytes.h"
#include "read/pdf/reader_check.h"

namespace mingxi::cli {
namespace {

/// Reports a document that gave less than it holds.
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

struct ExtractArguments {
  std::string file;
  std::string output;  ///< "": standard output
};

/// For whoever works on the reader: how our interpreter of pages compares with Poppler's.
int run_check(const std::string& file, const SharedOptions& options) {
  const std::string bytes = read::read_bytes(file, file);
  write_output(read::line_of(read::check_reader(bytes, file, {.password = options.password})) +
               '\n');
  return kDone;
}

int run_extract(const ExtractArguments& arguments, bool has_limits, const SharedOptions& options) {
  const std::vector<std::string> inputs{arguments.file};
  std::optional<output::StagedOutput> output;
  if (arguments.output.empty()) {
    output::require_output_apart(inputs);
  } else {
    output::require_no_input(arguments.output, inputs);
    output.emplace(arguments.output, output::OutputKind::kFile);
  }
  const extract::Extractor extractor(extractor_options(options));
  const process::Answer answer =
      read_document(arguments.file, {.extractor = extractor, .has_limits = has_limits},
                    [&extractor](const Document& document, const std::string&) -> process::Answer {
                      const Extraction extraction = extractor.extract(document);
                      return {.kind = static_cast<int>(extraction.status),
                              .bytes = output::document_json(extraction, extractor.producer())};
                    });
  if (output) {
    output::write_file(output->place(), answer.bytes);
    output->publish();
  } else {
    write_output(answer.bytes);
  }
  if (!options.quiet) remark_on(arguments.file, static_cast<Status>(answer.kind), options.language);
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
  const auto no_limits = add_no_limits(*command, options);
  const auto check = std::make_shared<bool>(false);
  command->add_flag("--check-reader", *check)->group("");
  return {command, [arguments, no_limits, check, &options] {
            if (*check) return run_check(arguments->file, options);
            return run_extract(*arguments, !*no_limits, options);
          }};
}

}  // namespace mingxi::cli
