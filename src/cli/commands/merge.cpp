#include "build/merge.h"

#include <memory>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/dataset_options.h"
#include "cli/summary.h"
#include "extract/load_patterns.h"

namespace mingxi::cli {
namespace {

struct MergeArguments {
  std::vector<std::string> datasets;
  std::string output;
  DatasetArguments dataset;
};

int run_merge(const MergeArguments& arguments, const SharedOptions& options) {
  const patterns::Patterns patterns = extract::load_patterns(patterns_directory(options));
  build::DatasetOptions dataset = dataset_options(arguments.dataset, options.language);
  dataset.producer = extract::producer_with(patterns);
  const build::DatasetSummary summary =
      build::merge_datasets(arguments.datasets, arguments.output, patterns, dataset);
  if (!options.quiet) sum_up(summary, arguments.output, options.language);
  return summary.failed > 0 ? kInputFailed : kDone;
}

}  // namespace

Command add_merge(CLI::App& app, const SharedOptions& options) {
  const auto say = [&options](messages::Text id) {
    return std::string(messages::text(id, options.language));
  };
  CLI::App* command = app.add_subcommand("merge", say(messages::Text::kMerge));
  command->footer(say(messages::Text::kMergeExamples));
  const auto arguments = std::make_shared<MergeArguments>();
  command->option_defaults()->group(say(messages::Text::kOptions));
  command->add_option("DIR", arguments->datasets, say(messages::Text::kDatasetsArgument))
      ->option_text("...")
      ->required()
      ->group(say(messages::Text::kArguments));
  command->add_option("-o,--output", arguments->output, say(messages::Text::kOutputOption))
      ->option_text("DIR")
      ->required();
  add_dataset_options(*command, arguments->dataset, options.language);
  return {command, [arguments, &options] { return run_merge(*arguments, options); }};
}

}  // namespace mingxi::cli
