#include "pipeline/build.h"

#include <algorithm>
#include <memory>
#include <thread>
#include <vector>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/progress.h"
#include "cli/summary.h"
#include "pipeline/patterns.h"
#include "read/bytes.h"

namespace mingxi {
namespace {

struct BuildArguments {
  std::vector<std::string> inputs;
  std::string output;
  std::string jobs;
  std::string shard;
  bool retry = false;
  bool no_sandbox = false;
  bool csv_bom = false;
  bool xlsx = false;
};

/// The arguments with each - replaced by the list on standard input.
std::vector<std::string> with_list(const std::vector<std::string>& arguments) {
  std::vector<std::string> all;
  for (const std::string& argument : arguments) {
    if (argument != "-") {
      all.push_back(argument);
      continue;
    }
    // A - in a list is a file of that name.
    for (std::string& path : paths_in(read_bytes("-", "-")))
      all.push_back(path == "-" ? "./-" : std::move(path));
  }
  return all;
}

/// The number of processes that read; as many as there are cores if the user does not say.
std::size_t jobs_of(const std::string& argument, Language language) {
  if (argument.empty()) return std::max(1U, std::thread::hardware_concurrency());
  const std::uint64_t jobs = whole_number(argument);
  if (jobs < 1 || jobs > 1000)
    throw UsageError(filled(Text::kBadJobs, language, {shown(argument)}));
  return jobs;
}

/// The inputs that --shard I/N leaves.
InputList part_of(InputList inputs, const std::string& shard, Language language) {
  if (shard.empty()) return inputs;
  const std::size_t slash = shard.find('/');
  const std::uint64_t index = whole_number(shard.substr(0, slash));
  const std::uint64_t count =
      slash == std::string::npos ? 0 : whole_number(shard.substr(slash + 1));
  if (index < 1 || index > count)
    throw UsageError(filled(Text::kBadShard, language, {shown(shard)}));
  return shard_of(std::move(inputs), index, count);
}

void sum_up(const BuildResult& result, const InputList& inputs, const std::string& folder,
            Language language) {
  const auto number = [](std::size_t count) { return std::to_string(count); };
  if (result.taken_up > 0) remark(Text::kSummaryTakenUp, language, {number(result.taken_up)});
  if (inputs.skipped() > 0)
    remark(Text::kSummarySkipped, language,
           {number(inputs.skipped_hidden), number(inputs.skipped_links),
            number(inputs.skipped_other)});
  if (inputs.skipped_convertible > 0)
    remark(Text::kSummaryConvertible, language, {number(inputs.skipped_convertible)});
  sum_up(result.dataset, folder, language);
}

int run_build(const BuildArguments& arguments, const SharedOptions& options) {
  const std::size_t jobs = jobs_of(arguments.jobs, options.language);
  check_environment();
  const Pack pack = load_patterns(patterns_directory(options));
  const OcrOptions ocr = ocr_options(options, OcrProgress::kNone);
  const InputList all = list_inputs(with_list(arguments.inputs),
                                    ocr.use == OcrUse::kNever ? Images::kLeftOut : Images::kTaken);
  const InputList inputs = part_of(all, arguments.shard, options.language);
  if (all.paths.empty() && all.failures.empty()) {
    complain("", filled(Text::kNoInputs, options.language, {std::to_string(inputs.skipped())}),
             options.language);
    return kInputFailed;
  }
  const IsolatedReading how{.pack = pack,
                            .producer = {.version = MINGXI_VERSION, .patterns_sha256 = pack.sha256},
                            .reading = {.password = options.password},
                            .ocr = ocr,
                            .sandbox = arguments.no_sandbox ? Sandbox::kOff : Sandbox::kOn};
  prepare_reading(how);
  Progress progress(options);
  const BuildResult result =
      build_dataset(inputs, how,
                    {.folder = arguments.output,
                     .jobs = jobs,
                     .retry = arguments.retry ? Retry::kYes : Retry::kNo,
                     .csv_start = arguments.csv_bom ? CsvStart::kByteOrderMark : CsvStart::kPlain,
                     .workbook = arguments.xlsx ? Workbook::kXlsx : Workbook::kNone},
                    [&progress](const BuildProgress& step) { progress.show(step); });
  progress.clear();
  if (!options.quiet) sum_up(result, inputs, arguments.output, options.language);
  return result.dataset.failed > 0 ? kInputFailed : kDone;
}

}  // namespace

Command add_build(CLI::App& app, const SharedOptions& options) {
  const auto say_help = [&options](Text id) { return std::string(text(id, options.language)); };
  CLI::App* command = app.add_subcommand("build", say_help(Text::kBuild));
  command->footer(say_help(Text::kBuildExamples));
  const auto arguments = std::make_shared<BuildArguments>();
  command->option_defaults()->group(say_help(Text::kOptions));
  command->add_option("IN", arguments->inputs, say_help(Text::kInputsArgument))
      ->option_text("...")
      ->required()
      ->group(say_help(Text::kArguments));
  command->add_option("-o,--output", arguments->output, say_help(Text::kOutputOption))
      ->option_text("DIR")
      ->required();
  command->add_option("--jobs", arguments->jobs, say_help(Text::kJobsOption))->option_text("N");
  command->add_option("--shard", arguments->shard, say_help(Text::kShardOption))
      ->option_text("I/N");
  command->add_flag("--retry", arguments->retry, say_help(Text::kRetryOption));
  command->add_flag("--no-sandbox", arguments->no_sandbox, say_help(Text::kNoSandboxOption));
  command->add_flag("--csv-bom", arguments->csv_bom, say_help(Text::kCsvBomOption));
  command->add_flag("--xlsx", arguments->xlsx, say_help(Text::kXlsxOption));
  return {command, [arguments, &options] { return run_build(*arguments, options); }};
}

}  // namespace mingxi
