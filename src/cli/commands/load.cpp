#include "output/postgres/load_script.h"

#include <memory>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/console.h"

namespace mingxi::cli {

Command add_load(CLI::App& app, const SharedOptions& options) {
  const auto say = [&options](messages::Text id) {
    return std::string(messages::text(id, options.language));
  };
  CLI::App* command = app.add_subcommand("load", say(messages::Text::kLoad));
  command->footer(say(messages::Text::kLoadExamples));
  const auto folder = std::make_shared<std::string>();
  command->add_option("DIR", *folder, say(messages::Text::kDatasetArgument))
      ->option_text(" ")
      ->required()
      ->group(say(messages::Text::kArguments));
  return {command, [folder] {
            output::write_load_script(*folder, write_output);
            return kDone;
          }};
}

}  // namespace mingxi::cli
