#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <memory>
#include <system_error>
#include <utility>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/console.h"
#include "messages/sentences.h"
#include "output/document_json/decisions.h"
#include "output/write/output_file.h"
#include "output/write/own_file.h"
#include "output/write/staged_output.h"
#include "model/error.h"
#include "extract/corrections.h"
#include "review/review.h"
#include "process/sibling_program.h"
#include "read/sha256.h"
#include "read/read.h"

namespace mingxi::cli {

using messages::said;
using messages::Sentence;

namespace {

struct ReviewArguments {
  std::vector<std::string> files;
  std::string output;
  std::string decisions;
  std::string serve;
  std::string port;
};

/// Becomes the program that serves a dataset; comes back only if that is not there.
int run_site(const ReviewArguments& arguments, const SharedOptions& options) {
  read::check_environment();
  const messages::Language language = options.language;
  if (!arguments.files.empty() || !arguments.output.empty() || !arguments.decisions.empty())
    throw UsageError(std::string(messages::text(messages::Text::kServeAlone, language)));
  const std::string& asked = arguments.port;
  int port = 0;
  const auto [stop, error] = std::from_chars(asked.data(), asked.data() + asked.size(), port);
  const bool is_port = error == std::errc{} && *stop == '\0' && port > 0 && port <= 65535;
  if (!asked.empty() && !is_port)
    throw UsageError(messages::filled(messages::Text::kBadPort, language, {text::shown(asked)}));
  const std::string program = process::sibling_program("mingxi-serve");
  execl(program.c_str(), "mingxi-serve", arguments.serve.c_str(), std::to_string(port).c_str(),
        language == messages::Language::kEnglish ? "en" : "zh", options.password.c_str(), nullptr);
  throw Error(
      ErrorKind::kEnvironment, "mingxi-serve",
      said(Sentence::kProgramNotStarted, {{"reason", std::generic_category().message(errno)}}));
}

void require_files_and_output(const ReviewArguments& arguments, messages::Language language) {
  for (const auto& [name, is_missing] :
       {std::pair("FILE", arguments.files.empty()), std::pair("-o", arguments.output.empty())}) {
    if (is_missing)
      throw UsageError(messages::filled(messages::Text::kMissingArgument, language, {name}));
  }
  if (!has_ending(arguments.output, ".html"))
    throw UsageError(messages::filled(messages::Text::kBadReviewOutput, language,
                                      {text::shown(arguments.output)}));
  output::require_no_input(arguments.output, arguments.files);
  output::require_no_input(arguments.output, std::vector{arguments.decisions});
}

int run_review(const ReviewArguments& arguments, bool has_limits, const SharedOptions& options) {
  if (!arguments.serve.empty()) return run_site(arguments, options);
  require_files_and_output(arguments, options.language);
  output::StagedOutput output(arguments.output, output::OutputKind::kFile);
  extract::ExtractorOptions how = extractor_options(options);
  how.decisions = extract::load_decisions(arguments.decisions);
  const extract::Extractor extractor(std::move(how));
  output::OutputFile file(output.place().string());
  review::ReviewPage page(file, [](std::string_view bytes) { return read::sha256(bytes); });
  std::size_t failed = 0;
  for (const std::string& name : arguments.files) {
    try {
      const process::Answer answer = read_document(
          name, {.extractor = extractor, .has_limits = has_limits, .limits = kDrawingLimits},
          [&extractor](const Document& document, const std::string& bytes) -> process::Answer {
            return {.bytes = review::review_material(document, bytes, extractor)};
          });
      review::add_to_review(page, answer.bytes, extractor);
    } catch (const Error& error) {
      if (error.kind() == ErrorKind::kOutput) {
        throw Error(error.kind(), arguments.output, error.chinese(), error.english());
      }
      ++failed;
      tell(error, options.language);
    }
  }
  if (failed == arguments.files.size()) {
    complain(arguments.output, messages::text(messages::Text::kNothingReviewed, options.language),
             options.language);
    return kInputFailed;
  }
  const Decisions& decisions = extractor.options().decisions;
  page.finish(options.language,
              decisions.documents.empty() ? "" : output::decisions_json(decisions));
  file.close();
  output.publish();
  return failed > 0 ? kInputFailed : kDone;
}

}  // namespace

Command add_review(CLI::App& app, const SharedOptions& options) {
  const auto say = [&options](messages::Text id) {
    return std::string(messages::text(id, options.language));
  };
  CLI::App* command = app.add_subcommand("review", say(messages::Text::kReview));
  command->footer(say(messages::Text::kReviewExamples));
  const auto arguments = std::make_shared<ReviewArguments>();
  command->add_option("FILE", arguments->files, say(messages::Text::kFilesArgument))
      ->option_text("...");
  command->add_option("-o,--output", arguments->output, say(messages::Text::kReviewOutputOption))
      ->option_text("X.html")
      ->group(say(messages::Text::kOptions));
  command->add_option("--decisions", arguments->decisions, say(messages::Text::kDecisionsOption))
      ->option_text("FILE")
      ->group(say(messages::Text::kOptions));
  command->add_option("--serve", arguments->serve, say(messages::Text::kServeOption))
      ->option_text("DIR")
      ->group(say(messages::Text::kOptions));
  command->add_option("--port", arguments->port, say(messages::Text::kPortOption))
      ->option_text("N")
      ->group(say(messages::Text::kOptions));
  const auto no_limits = add_no_limits(*command, options);
  return {command, [arguments, no_limits, &options] {
            return run_review(*arguments, !*no_limits, options);
          }};
}

}  // namespace mingxi::cli
