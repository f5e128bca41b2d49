#include "build/build.h"

#include <algorithm>
#include <memory>
#include <thread>
#include <vector>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/dataset_options.h"
#include "cli/progress.h"
#include "cli/summary.h"
#include "process/interruption.h"
#include "read/bytes.h"

namespace mingxi::cli {
namespace {

struct BuildArguments {
  std::vector<std::string> inputs;
  std::string output;
  std::string jobs;
  std::string shard;
  bool retry = false;
  bool no_sandbox = false;
  DatasetArguments dataset;
};

/// The arguments with each - replaced by the list on standard input.
std::vector<std::string> with_list(const std::vector<std::string>& arguments) {
  std::vector<std::string> all;
  for (const std::string& argument : arguments) {
    if (argument != "-") {
      all.push_back(argument);
      continue;
    }
    require_standard_input();
    // A - in a list is a file of that name.
    for (std::string& path : build::paths_in(read::read_bytes("-", "-")))
      all.push_back(path == "-" ? "./-" : std::move(path));
  }
  return all;
}

/// The number of processes that read; as many as there are cores if the user does not say.
std::size_t jobs_of(const std::string& argument, messages::Language language) {
  if (argument.empty()) return std::max(1U, std::thread::hardware_concurrency());
  const std::uint64_t jobs = whole_number(argument);
  if (jobs < 1 || jobs > 1000)
    throw UsageError(messages::filled(messages::Text::kBadJobs, language, {text::shown(argument)}));
  return jobs;
}

/// The inputs that --shard I/N leaves.
build::InputList part_of(build::InputList inputs, const std::string& shard,
                         messages::Language language) {
  if (shard.empty()) return inputs;
  const std::size_t slash = shard.find('/');
  const std::uint64_t index = whole_number(shard.substr(0, slash));
  const std::uint64_t count =
      slash == std::string::npos ? 0 : whole_number(shard.substr(slash + 1));
  if (index < 1 || index > count)
    throw UsageError(messages::filled(messages::Text::kBadShard, language, {text::shown(shard)}));
  return build::shard_of(std::move(inputs), index, count);
}

void sum_up(const build::BuildResult& result, const build::InputList& inputs,
            const std::string& folder, messages::Language language) {
  const auto number = [](std::size_t count) { return std::to_string(count); };
  if (result.resumed > 0)
    remark(messages::Text::kSummaryResumed, language, {number(result.resumed)});
  if (inputs.skipped() > 0)
    remark(messages::Text::kSummarySkipped, language,
           {number(inputs.skipped_hidden), number(inputs.skipped_links),
            number(inputs.skipped_other), number(inputs.skipped_own)});
  if (inputs.skipped_convertible > 0)
    remark(messages::Text::kSummaryConvertible, language, {number(inputs.skipped_convertible)});
  cli::sum_up(result.dataset, folder, language);
}

int run_build(const BuildArguments& arguments, const SharedOptions& options) {
  const std::size_t jobs = jobs_of(arguments.jobs, options.language);
  build::DatasetOptions dataset = dataset_options(arguments.dataset, options.language);
  const extract::Extractor extractor(extractor_options(options, OcrProgress::kNone));
  const build::InputList all = build::list_inputs(
      with_list(arguments.inputs), extractor.options().ocr.use == extract::OcrUse::kNever
                                       ? build::Images::kLeftOut
                                       : build::Images::kTaken);
  const build::InputList inputs = part_of(all, arguments.shard, options.language);
  if (all.paths.empty() && all.failures.empty()) {
    complain("",
             messages::filled(messages::Text::kNoInputs, options.language,
                              {std::to_string(inputs.skipped())}),
             options.language);
    return kInputFailed;
  }
  const build::IsolatedReading how{
      .extractor = extractor,
      .sandbox = arguments.no_sandbox ? process::Sandbox::kOff : process::Sandbox::kOn};
  build::prepare_reading(how);
  Progress progress(options);
  process::watch_for_interruption();
  build::BuildResult result;
  try {
    result =
        build::build_dataset(inputs, how,
                             {.folder = arguments.output,
                              .jobs = jobs,
                              .retry = arguments.retry ? build::Retry::kYes : build::Retry::kNo,
                              .dataset = std::move(dataset)},
                             [&progress](const build::BuildProgress& step) {
                               progress.show(step);
                               process::require_no_interruption();
                             });
  } catch (const process::Interrupted& interruption) {
    progress.clear();
    complain("",
             messages::filled(messages::Text::kBuildInterrupted, options.language,
                              {text::shown(arguments.output + "/.work")}),
             options.language);
    process::end_by(interruption.signal);
  }
  progress.clear();
  if (!options.quiet) sum_up(result, inputs, arguments.output, options.language);
  return result.dataset.failed > 0 ? kInputFailed : kDone;
}

}  // namespace

Command add_build(CLI::App& app, const SharedOptions& options) {
  const auto say_help = [&options](messages::Text id) {
    return std::string(messages::text(id, options.language));
  };
  CLI::App* command = app.add_subcommand("build", say_help(messages::Text::kBuild));
  command->footer(say_help(messages::Text::kBuildExamples));
  const auto arguments = std::make_shared<BuildArguments>();
  command->option_defaults()->group(say_help(messages::Text::kOptions));
  command->add_option("IN", arguments->inputs, say_help(messages::Text::kInputsArgument))
      ->option_text("...")
      ->required()
      ->group(say_help(messages::Text::kArguments));
  command->add_option("-o,--output", arguments->output, say_help(messages::Text::kOutputOption))
      ->option_text("DIR")
      ->required();
  command->add_option("--jobs", arguments->jobs, say_help(messages::Text::kJobsOption))
      ->option_text("N");
  command->add_option("--shard", arguments->shard, say_help(messages::Text::kShardOption))
      ->option_text("I/N");
  command->add_flag("--retry", arguments->retry, say_help(messages::Text::kRetryOption));
  command->add_flag("--no-sandbox", arguments->no_sandbox,
                    say_help(messages::Text::kNoSandboxOption));
  add_dataset_options(*command, arguments->dataset, options.language);
  return {command, [arguments, &options] { return run_build(*arguments, options); }};
}

}  // namespace mingxi::cli
