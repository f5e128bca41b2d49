#include <memory>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/console.h"

namespace mingxi::cli {
namespace {

using messages::Text;

std::string options_of(const CLI::App& app) {
  std::string words;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames())
      words += (words.empty() ? "--" : " --") + name;
  }
  return words;
}

std::string commands_of(const CLI::App& app) {
  std::string words;
  for (const CLI::App* command : app.get_subcommands({}))
    words += (words.empty() ? "" : " ") + command->get_name();
  return words;
}

/// For bash, and for zsh, which reads scripts of bash. Where no word fits, files are named.
std::string bash_script(const CLI::App& app) {
  std::string text =
      "_mingxi() {\n"
      "  local word=${COMP_WORDS[COMP_CWORD]} words\n"
      "  case ${COMP_WORDS[1]} in\n";
  for (const CLI::App* command : app.get_subcommands({})) {
    const std::string inner = commands_of(*command);
    text += "    " + command->get_name() + ") words=\"" + options_of(*command) +
            (inner.empty() ? "" : " " + inner) + "\" ;;\n";
  }
  text += "    *) words=\"" + commands_of(app) + " help " + options_of(app) + "\" ;;\n  esac\n";
  text += "  [ \"$COMP_CWORD\" -eq 1 ] && words=\"" + commands_of(app) + " help " +
          options_of(app) +
          "\"\n"
          "  COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
          "}\n"
          "complete -o default -F _mingxi mingxi\n";
  return text;
}

std::string fish_script(const CLI::App& app) {
  std::string text;
  for (const CLI::App* command : app.get_subcommands({})) {
    const std::string name = command->get_name();
    text += "complete -c mingxi -n __fish_use_subcommand -a " + name + "\n";
    for (const CLI::Option* option : command->get_options()) {
      for (const std::string& word : option->get_lnames())
        text +=
            "complete -c mingxi -n '__fish_seen_subcommand_from " + name + "' -l " + word + "\n";
    }
  }
  return text;
}

}  // namespace

Command add_completion(CLI::App& app, const SharedOptions& options) {
  const auto say = [&options](Text id) {
    return std::string(messages::text(id, options.language));
  };
  CLI::App* command = app.add_subcommand("completion", say(Text::kCompletion));
  command->footer(say(Text::kCompletionExamples));
  const auto shell = std::make_shared<std::string>();
  command->add_option("SHELL", *shell, say(Text::kShellArgument))->option_text(" ")->required();
  return {command, [shell, &app, &options] {
            if (*shell == "bash") {
              write_output(bash_script(app));
            } else if (*shell == "zsh") {
              write_output("autoload -U +X bashcompinit && bashcompinit\n" + bash_script(app));
            } else if (*shell == "fish") {
              write_output(fish_script(app));
            } else {
              throw UsageError(
                  messages::filled(Text::kBadShell, options.language, {text::shown(*shell)}));
            }
            return kDone;
          }};
}

}  // namespace mingxi::cli
