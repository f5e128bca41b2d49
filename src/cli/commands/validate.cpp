#include "build/validate.h"

#include <memory>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/console.h"

namespace mingxi::cli {
namespace {

int run_validate(const std::string& folder, const SharedOptions& options) {
  const messages::Language language = options.language;
  const build::Validation validation = build::validate_dataset(folder);
  if (validation.is_sound()) {
    if (!options.quiet)
      write_output(messages::filled(
                       messages::Text::kDatasetWhole, language,
                       {std::to_string(validation.documents), std::to_string(validation.rows)}) +
                   "\n");
    return kDone;
  }
  const bool chinese = language == messages::Language::kChinese;
  for (const output::Problem& problem : validation.problems)
    complain(text::shown(problem.where), chinese ? problem.what.chinese : problem.what.english,
             language);
  if (validation.more > 0)
    complain("",
             messages::filled(messages::Text::kMoreProblems, language,
                              {std::to_string(validation.more)}),
             language);
  const std::size_t count = validation.problems.size() + validation.more;
  complain("", messages::filled(messages::Text::kDatasetBroken, language, {std::to_string(count)}),
           language);
  return kInputFailed;
}

}  // namespace

Command add_validate(CLI::App& app, const SharedOptions& options) {
  const messages::Language language = options.language;
  CLI::App* command = app.add_subcommand(
      "validate", std::string(messages::text(messages::Text::kValidate, language)));
  command->footer(std::string(messages::text(messages::Text::kValidateExamples, language)));
  const auto folder = std::make_shared<std::string>();
  command
      ->add_option("DIR", *folder,
                   std::string(messages::text(messages::Text::kDatasetArgument, language)))
      ->option_text(" ")
      ->required();
  return {command, [folder, &options] { return run_validate(*folder, options); }};
}

}  // namespace mingxi::cli
