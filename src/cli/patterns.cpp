#include <memory>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/console.h"
#include "pipeline/trial.h"
#include "pipeline/patterns.h"

namespace mingxi {
namespace {

std::string report(const TrialResult& result, Language language) {
  std::string text;
  for (const TrialFailure& failure : result.failures) {
    const bool chinese = language == Language::kChinese;
    text += failure.where + (chinese ? "：" : ": ");
    text += (chinese ? failure.chinese : failure.english) + "\n";
  }
  return text +
         filled(Text::kChecked, language,
                {std::to_string(result.rules), std::to_string(result.examples),
                 std::to_string(result.counterexamples), std::to_string(result.failures.size())}) +
         "\n";
}

int run_check(const std::string& directory, const SharedOptions& options) {
  const Pack pack = load_patterns(directory.empty() ? patterns_directory(options) : directory);
  const TrialResult result = try_patterns(pack);
  write_output(report(result, options.language));
  return result.failures.empty() ? kDone : kFindings;
}

}  // namespace

Command add_patterns(CLI::App& app, const SharedOptions& options) {
  const auto say = [&options](Text id) { return std::string(text(id, options.language)); };
  CLI::App* command = app.add_subcommand("patterns", say(Text::kPatterns));
  command->footer(say(Text::kPatternsExamples));
  command->require_subcommand(1);
  CLI::App* check = command->add_subcommand("check", say(Text::kPatternsCheck));
  check->footer(say(Text::kPatternsExamples));
  const auto directory = std::make_shared<std::string>();
  check->add_option("DIR", *directory, say(Text::kDirectoryArgument))->option_text(" ");
  return {command, [directory, &options] { return run_check(*directory, options); }};
}

}  // namespace mingxi
