#include <memory>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/console.h"
#include "extract/pattern_tests.h"
#include "extract/load_patterns.h"
#include "messages/sentences.h"

namespace mingxi::cli {
namespace {

std::string report(const extract::TrialResult& result, messages::Language language) {
  std::string text;
  for (const extract::TrialFailure& failure : result.failures) {
    text += failure.where + messages::said(messages::Sentence::kColon).in(language);
    text += failure.what.in(language) + "\n";
  }
  return text +
         messages::filled(
             messages::Text::kChecked, language,
             {std::to_string(result.rules), std::to_string(result.examples),
              std::to_string(result.counterexamples), std::to_string(result.failures.size())}) +
         "\n";
}

int run_check(const std::string& directory, const SharedOptions& options) {
  const patterns::Patterns patterns = extract::load_patterns(
      directory.empty() ? patterns_directory(options) : directory, patterns::Compiling::kAtOnce);
  const extract::TrialResult result = extract::try_patterns(patterns);
  write_output(report(result, options.language));
  return result.failures.empty() ? kDone : kFindings;
}

}  // namespace

Command add_patterns(CLI::App& app, const SharedOptions& options) {
  const auto say = [&options](messages::Text id) {
    return std::string(messages::text(id, options.language));
  };
  CLI::App* command = app.add_subcommand("patterns", say(messages::Text::kPatterns));
  command->footer(say(messages::Text::kPatternsExamples));
  command->require_subcommand(1);
  CLI::App* check = command->add_subcommand("check", say(messages::Text::kPatternsCheck));
  check->footer(say(messages::Text::kPatternsExamples));
  const auto directory = std::make_shared<std::string>();
  check->add_option("DIR", *directory, say(messages::Text::kDirectoryArgument))->option_text(" ");
  return {command, [directory, &options] { return run_check(*directory, options); }};
}

}  // namespace mingxi::cli
