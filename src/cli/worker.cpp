#include "pipeline/worker.h"

#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/console.h"
#include "pipeline/patterns.h"

namespace mingxi {
namespace {

/// Failures are told in the lines: an engine would throw away the answers of a worker that fails.
int run_worker(Sandbox sandbox, const SharedOptions& options) {
  check_environment();
  const Pack pack = load_patterns(patterns_directory(options));
  const IsolatedReading how{.pack = pack,
                            .producer = {.version = MINGXI_VERSION, .patterns_sha256 = pack.sha256},
                            .reading = {.password = options.password},
                            .ocr = ocr_options(options, OcrProgress::kNone),
                            .sandbox = sandbox};
  prepare_reading(how);
  std::string path;
  while (std::getline(std::cin, path)) {
    if (path.ends_with('\r')) path.pop_back();
    write_output(worker_line(path, how));
  }
  return kDone;
}

}  // namespace

Command add_worker(CLI::App& app, const SharedOptions& options) {
  const auto say = [&options](Text id) { return std::string(text(id, options.language)); };
  CLI::App* command = app.add_subcommand("worker", say(Text::kWorker));
  command->footer(say(Text::kWorkerExamples));
  const auto no_sandbox = std::make_shared<bool>(false);
  command->add_flag("--no-sandbox", *no_sandbox, say(Text::kNoSandboxOption))
      ->group(say(Text::kOptions));
  return {command, [no_sandbox, &options] {
            return run_worker(*no_sandbox ? Sandbox::kOff : Sandbox::kOn, options);
          }};
}

}  // namespace mingxi
