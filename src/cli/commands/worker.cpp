#include "build/worker.h"

#include <unistd.h>

#include <array>
#include <iostream>
#include <memory>
#include <optional>

#include <CLI/CLI.hpp>

#include "build/result_store.h"
#include "cli/commands.h"
#include "cli/console.h"

namespace mingxi::cli {
namespace {

struct WorkerArguments {
  std::string store;
  std::string task;
  bool ends_with_nul = false;  ///< each path, instead of a line break
  bool no_sandbox = false;
};

/// The name of who reads where none is given: no two that run have the same.
std::string own_name() {
  std::array<char, 256> host{};
  gethostname(host.data(), host.size() - 1);
  return std::string(host.data()) + "-" + std::to_string(getpid());
}

/// Failures are reported in the lines: an engine would throw away the answers of a worker that
/// fails.
int run_worker(const WorkerArguments& arguments, const SharedOptions& options) {
  require_standard_input();
  const extract::Extractor extractor(extractor_options(options, OcrProgress::kNone));
  const build::IsolatedReading how{
      .extractor = extractor,
      .sandbox = arguments.no_sandbox ? process::Sandbox::kOff : process::Sandbox::kOn};
  build::prepare_reading(how);
  std::optional<build::ResultStore> store;
  if (!arguments.store.empty())
    store.emplace(arguments.store, arguments.task.empty() ? own_name() : arguments.task, how);
  const char end = arguments.ends_with_nul ? '\0' : '\n';
  std::string path;
  while (std::getline(std::cin, path, end)) {
    if (!arguments.ends_with_nul && path.ends_with('\r')) path.pop_back();
    write_output(store ? store->read(path) : build::worker_line(path, how));
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
  command->add_option("--into", arguments->store, say(messages::Text::kIntoOption))
      ->option_text("DIR");
  command->add_option("--task", arguments->task, say(messages::Text::kTaskOption))
      ->option_text("NAME");
  command->add_flag("-0,--null", arguments->ends_with_nul, say(messages::Text::kNullOption));
  command->add_flag("--no-sandbox", arguments->no_sandbox, say(messages::Text::kNoSandboxOption));
  return {command, [arguments, &options] { return run_worker(*arguments, options); }};
}

}  // namespace mingxi::cli
