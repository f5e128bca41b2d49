#include "build/worker.h"

#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/console.h"

namespace mingxi::cli {
namespace {

struct WorkerArguments {
  bool ends_with_nul = false;  ///< each path, instead of a line break
  bool no_sandbox = false;
};

/// Failures are told in the lines: an engine would throw away the answers of a worker that fails.
int run_worker(const WorkerArguments& arguments, const SharedOptions& options) {
  require_standard_input();
  const extract::Extractor extractor(extractor_options(options, OcrProgress::kNone));
  const build::IsolatedReading how{
      .extractor = extractor,
      .sandbox = arguments.no_sandbox ? process::Sandbox::kOff : process::Sandbox::kOn};
  build::prepare_reading(how);
  const char end = arguments.ends_with_nul ? '\0' : '\n';
  std::string path;
  while (std::getline(std::cin, path, end)) {
    if (!arguments.ends_with_nul && path.ends_with('\r')) path.pop_back();
    write_output(build::worker_line(path, how));
  }
  return kDone;
}

}  // namespace

Command add_worker(CLI::App& app, const SharedOptions& options) {
  const auto say = [&options](messages::Text id) {
    return std::string(messages::text(id, options.language));
  };
  CLI::App* command = app.add_subcommand("worker", say(messages::Text::kWorker));
  command->footer(say(messages::Text::kWorkerExamples));
  const auto arguments = std::make_shared<WorkerArguments>();
  command->option_defaults()->group(say(messages::Text::kOptions));
  command->add_flag("-0,--null", arguments->ends_with_nul, say(messages::Text::kNullOption));
  command->add_flag("--no-sandbox", arguments->no_sandbox, say(messages::Text::kNoSandboxOption));
  return {command, [arguments, &options] { return run_worker(*arguments, options); }};
}

}  // namespace mingxi::cli
