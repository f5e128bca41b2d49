#include "build/worker.h"

#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/console.h"

namespace mingxi::cli {
namespace {

/// Failures are told in the lines: an engine would throw away the answers of a worker that fails.
int run_worker(process::Sandbox sandbox, const SharedOptions& options) {
  const extract::Extractor extractor(extractor_options(options, OcrProgress::kNone));
  const build::IsolatedReading how{.extractor = extractor, .sandbox = sandbox};
  build::prepare_reading(how);
  std::string path;
  while (std::getline(std::cin, path)) {
    if (path.ends_with('\r')) path.pop_back();
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
  const auto no_sandbox = std::make_shared<bool>(false);
  command->add_flag("--no-sandbox", *no_sandbox, say(messages::Text::kNoSandboxOption))
      ->group(say(messages::Text::kOptions));
  return {command, [no_sandbox, &options] {
            return run_worker(*no_sandbox ? process::Sandbox::kOff : process::Sandbox::kOn,
                              options);
          }};
}

}  // namespace mingxi::cli
