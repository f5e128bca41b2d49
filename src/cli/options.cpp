#include "cli/options.h"

#include <charconv>
#include <cstdlib>

#include <CLI/CLI.hpp>

namespace mingxi {

void add_shared_options(CLI::App& app, SharedOptions& options) {
  const auto say = [&options](Text id) { return std::string(text(id, options.language)); };
  app.option_defaults()->group(say(Text::kOptions));
  app.set_help_flag("-h,--help", say(Text::kHelpOption))->group(say(Text::kOptions));
  app.set_version_flag("--version", "mingxi " MINGXI_VERSION, say(Text::kVersionOption));
  app.add_option("--patterns", options.patterns, say(Text::kPatternsOption))->option_text("DIR");
  app.add_option("--password", options.password, say(Text::kPasswordOption))
      ->option_text("PASSWORD");
  app.add_option("--lang", options.lang, say(Text::kLangOption))->option_text("zh|en");
  app.add_flag("--quiet", options.quiet, say(Text::kQuietOption));
  for (CLI::App* command : app.get_subcommands({})) {
    command->group(say(Text::kCommands));
    add_shared_options(*command, options);
  }
}

Language requested_language(std::span<const std::string> arguments) {
  constexpr std::string_view kJoined = "--lang=";
  std::string_view value;
  for (std::size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i) {
    if (arguments[i].starts_with(kJoined))
      value = std::string_view(arguments[i]).substr(kJoined.size());
    if (arguments[i] == "--lang" && i + 1 < arguments.size()) value = arguments[i + 1];
  }
  return value == "en" ? Language::kEnglish : Language::kChinese;
}

std::uint64_t whole_number(std::string_view argument) {
  std::uint64_t number = 0;
  const char* end = argument.data() + argument.size();
  const auto [stop, error] = std::from_chars(argument.data(), end, number);
  return error == std::errc() && stop == end ? number : 0;
}

std::string patterns_directory(const SharedOptions& options) {
  if (!options.patterns.empty()) return options.patterns;
  const char* directory = std::getenv("MINGXI_PATTERNS");
  return directory == nullptr ? "" : directory;
}

}  // namespace mingxi
