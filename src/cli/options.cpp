#include "cli/options.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstdlib>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/console.h"
#include "process/interruption.h"
#include "process/sibling_program.h"
#include "read/bytes.h"
#include "text/utf8.h"

namespace mingxi::cli {

void add_shared_options(CLI::App& app, SharedOptions& options) {
  const auto say = [&options](messages::Text id) {
    return std::string(messages::text(id, options.language));
  };
  app.option_defaults()->group(say(messages::Text::kOptions));
  app.set_help_flag("-h,--help", say(messages::Text::kHelpOption))
      ->group(say(messages::Text::kOptions));
  app.set_version_flag("--version", "mingxi " MINGXI_VERSION, say(messages::Text::kVersionOption));
  app.add_option("--patterns", options.patterns, say(messages::Text::kPatternsOption))
      ->option_text("DIR");
  app.add_option("--password", options.password, say(messages::Text::kPasswordOption))
      ->option_text("PASSWORD");
  app.add_option("--lang", options.lang, say(messages::Text::kLangOption))->option_text("zh|en");
  app.add_option("--ocr", options.ocr, say(messages::Text::kOcrOption))
      ->option_text("auto|always|never");
  app.add_flag("--quiet", options.quiet, say(messages::Text::kQuietOption));
  for (CLI::App* command : app.get_subcommands({})) {
    command->group(say(messages::Text::kCommands));
    add_shared_options(*command, options);
  }
}

messages::Language requested_language(std::span<const std::string> arguments) {
  constexpr std::string_view kJoined = "--lang=";
  std::string_view value;
  for (std::size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i) {
    if (arguments[i].starts_with(kJoined))
      value = std::string_view(arguments[i]).substr(kJoined.size());
    if (arguments[i] == "--lang" && i + 1 < arguments.size()) value = arguments[i + 1];
  }
  return value == "en" ? messages::Language::kEnglish : messages::Language::kChinese;
}

namespace {

/// What --ocr asks for. Throws UsageError.
extract::OcrOptions ocr_options(const SharedOptions& options, OcrProgress progress) {
  extract::OcrOptions ocr{.program = process::sibling_program("mingxi-ocr")};
  if (options.ocr == "always") {
    ocr.use = extract::OcrUse::kAlways;
  } else if (options.ocr == "never") {
    ocr.use = extract::OcrUse::kNever;
  } else if (options.ocr != "auto") {
    throw UsageError(
        messages::filled(messages::Text::kBadOcr, options.language, {text::shown(options.ocr)}));
  }
  if (progress == OcrProgress::kShown && !options.quiet && isatty(STDERR_FILENO) == 1) {
    // The process that reads has another standard error.
    const int terminal = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    ocr.watch = [terminal, language = options.language](int page, std::size_t done,
                                                        std::size_t total) {
      dprintf(
          terminal, "%s\n",
          messages::filled(messages::Text::kOcrProgress, language,
                           {std::to_string(page), std::to_string(done + 1), std::to_string(total)})
              .c_str());
    };
  }
  return ocr;
}

}  // namespace

extract::ExtractorOptions extractor_options(const SharedOptions& options, OcrProgress progress) {
  return {.patterns = patterns_directory(options),
          .reading = {.password = options.password},
          .ocr = ocr_options(options, progress)};
}

std::shared_ptr<bool> add_no_limits(CLI::App& command, const SharedOptions& options) {
  const auto say = [&options](messages::Text id) {
    return std::string(messages::text(id, options.language));
  };
  auto is_set = std::make_shared<bool>(false);
  command.add_flag("--no-limits", *is_set, say(messages::Text::kNoLimitsOption))
      ->group(say(messages::Text::kOptions));
  return is_set;
}

process::Answer read_document(const std::string& path, const DocumentReading& how,
                              const build::DocumentWork& work) {
  if (path == "-") require_standard_input();
  if (!how.has_limits) {
    const std::string bytes = read::read_bytes(path, text::printable(path));
    return work(how.extractor.read_contents(bytes, path), bytes);
  }
  process::watch_for_interruption();
  // A process in the background may not read the terminal: what is typed is read here.
  return build::read_isolated({.path = path,
                               .work = work,
                               .folder = how.folder,
                               .bytes = path == "-" ? read::read_bytes(path, path) : ""},
                              {.extractor = how.extractor, .limits = how.limits});
}

bool has_ending(std::string_view path, std::string_view ending) {
  while (path.ends_with('/')) path.remove_suffix(1);
  const auto small = [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  };
  return path.size() > ending.size() &&
         std::ranges::equal(path.substr(path.size() - ending.size()), ending, {}, small);
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

}  // namespace mingxi::cli
