#include "pipeline/validate.h"

#include <memory>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/console.h"

namespace mingxi {
namespace {

int run_validate(const std::string& folder, const SharedOptions& options) {
  const Language language = options.language;
  const Validation validation = validate_dataset(folder);
  if (validation.is_sound()) {
    if (!options.quiet)
      write_output(filled(Text::kDatasetWhole, language,
                          {std::to_string(validation.documents), std::to_string(validation.rows)}) +
                   "\n");
    return kDone;
  }
  const bool chinese = language == Language::kChinese;
  for (const Problem& problem : validation.problems)
    complain(shown(problem.where), chinese ? problem.chinese : problem.english, language);
  if (validation.more > 0)
    complain("", filled(Text::kMoreProblems, language, {std::to_string(validation.more)}),
             language);
  const std::size_t count = validation.problems.size() + validation.more;
  complain("", filled(Text::kDatasetBroken, language, {std::to_string(count)}), language);
  return kInputFailed;
}

}  // namespace

Command add_validate(CLI::App& app, const SharedOptions& options) {
  const Language language = options.language;
  CLI::App* command = app.add_subcommand("validate", std::string(text(Text::kValidate, language)));
  command->footer(std::string(text(Text::kValidateExamples, language)));
  const auto folder = std::make_shared<std::string>();
  command->add_option("DIR", *folder, std::string(text(Text::kDatasetArgument, language)))
      ->option_text(" ")
      ->required();
  return {command, [folder, &options] { return run_validate(*folder, options); }};
}

}  // namespace mingxi
