#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <memory>
#include <system_error>
#include <utility>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/console.h"
#include "emit/decisions.h"
#include "emit/output_file.h"
#include "emit/staged_output.h"
#include "model/error.h"
#include "pipeline/decide.h"
#include "pipeline/patterns.h"
#include "pipeline/review.h"
#include "pipeline/sibling_program.h"
#include "read/digest.h"
#include "read/read.h"

namespace mingxi {
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
  const Language language = options.language;
  if (!arguments.files.empty() || !arguments.output.empty() || !arguments.decisions.empty())
    throw UsageError(std::string(text(Text::kServeAlone, language)));
  const std::string& asked = arguments.port;
  int port = 0;
  const auto [stop, error] = std::from_chars(asked.data(), asked.data() + asked.size(), port);
  const bool is_port = error == std::errc{} && *stop == '\0' && port > 0 && port <= 65535;
  if (!asked.empty() && !is_port)
    throw UsageError(filled(Text::kBadPort, language, {shown(asked)}));
  const std::string program = sibling_program("mingxi-serve");
  execl(program.c_str(), "mingxi-serve", arguments.serve.c_str(), std::to_string(port).c_str(),
        language == Language::kEnglish ? "en" : "zh", options.password.c_str(), nullptr);
  throw Error(
      ErrorKind::kEnvironment, "mingxi-serve",
      "无法启动这个程序（" + std::generic_category().message(errno) + "）。请重新安装 mingxi。",
      "This program cannot be started (" + std::generic_category().message(errno) +
          "). Install mingxi anew.");
}

void require_files_and_output(const ReviewArguments& arguments, Language language) {
  for (const auto& [name, is_missing] :
       {std::pair("FILE", arguments.files.empty()), std::pair("-o", arguments.output.empty())}) {
    if (is_missing) throw UsageError(filled(Text::kMissingArgument, language, {name}));
  }
}

int run_review(const ReviewArguments& arguments, const SharedOptions& options) {
  check_environment();
  if (!arguments.serve.empty()) return run_site(arguments, options);
  require_files_and_output(arguments, options.language);
  const Pack pack = load_patterns(patterns_directory(options));
  const Producer producer{.version = MINGXI_VERSION, .patterns_sha256 = pack.sha256};
  const Decisions decisions = load_decisions(arguments.decisions);
  StagedOutput output(arguments.output, OutputKind::kFile);
  OutputFile file(output.place().string());
  ReviewPage page(file, [](std::string_view bytes) { return sha256(bytes); });
  std::size_t failed = 0;
  for (const std::string& name : arguments.files) {
    try {
      add_to_review(page, name, pack, producer, {.password = options.password},
                    ocr_options(options), decisions);
    } catch (const Error& error) {
      if (error.kind() == ErrorKind::kOutput) {
        throw Error(error.kind(), arguments.output, error.chinese(), error.english());
      }
      ++failed;
      tell(error, options.language);
    }
  }
  if (failed == arguments.files.size()) {
    complain(arguments.output, text(Text::kNothingReviewed, options.language), options.language);
    return kInputFailed;
  }
  page.finish(options.language, decisions.documents.empty() ? "" : decisions_json(decisions));
  file.close();
  output.publish();
  return failed > 0 ? kInputFailed : kDone;
}

}  // namespace

Command add_review(CLI::App& app, const SharedOptions& options) {
  const auto say = [&options](Text id) { return std::string(text(id, options.language)); };
  CLI::App* command = app.add_subcommand("review", say(Text::kReview));
  command->footer(say(Text::kReviewExamples));
  const auto arguments = std::make_shared<ReviewArguments>();
  command->add_option("FILE", arguments->files, say(Text::kFilesArgument))->option_text("...");
  command->add_option("-o,--output", arguments->output, say(Text::kReviewOutputOption))
      ->option_text("X.html")
      ->group(say(Text::kOptions));
  command->add_option("--decisions", arguments->decisions, say(Text::kDecisionsOption))
      ->option_text("FILE")
      ->group(say(Text::kOptions));
  command->add_option("--serve", arguments->serve, say(Text::kServeOption))
      ->option_text("DIR")
      ->group(say(Text::kOptions));
  command->add_option("--port", arguments->port, say(Text::kPortOption))
      ->option_text("N")
      ->group(say(Text::kOptions));
  return {command, [arguments, &options] { return run_review(*arguments, options); }};
}

}  // namespace mingxi
