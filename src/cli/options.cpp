#include "cli/options.h"

#include <unistd.h>

#include <charconv>
#include <cstdio>
#include <cstdlib>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/console.h"
#include "pipeline/sibling_program.h"

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
  app.add_option("--ocr", options.ocr, say(Text::kOcrOption))->option_text("auto|always|never");
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

OcrOptions ocr_options(const SharedOptions& options, OcrProgress progress) {
  OcrOptions ocr{.program = sibling_program("mingxi-ocr")};
  if (options.ocr == "always") {
    ocr.use = OcrUse::kAlways;
  } else if (options.ocr == "never") {
    ocr.use = OcrUse::kNever;
  } else if (options.ocr != "auto") {
    throw UsageError(filled(Text::kBadOcr, options.language, {shown(options.ocr)}));
  }
  if (progress == OcrProgress::kShown && !options.quiet && isatty(STDERR_FILENO) == 1) {
    ocr.watch = [language = options.language](int page, std::size_t done, std::size_t total) {
      std::fprintf(stderr, "%s\n",
                   filled(Text::kOcrProgress, language,
                          {std::to_string(page), std::to_string(done + 1), std::to_string(total)})
                       .c_str());
    };
  }
  return ocr;
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
