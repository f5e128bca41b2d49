#include "pipeline/merge.h"

#include <memory>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/summary.h"
#include "pipeline/patterns.h"

namespace mingxi {
namespace {

struct MergeArguments {
  std::vector<std::string> datasets;
  std::string output;
  bool csv_bom = false;
  bool xlsx = false;
};

int run_merge(const MergeArguments& arguments, const SharedOptions& options) {
  const Pack pack = load_patterns(patterns_directory(options));
  const DatasetSummary summary =
      merge_datasets(arguments.datasets, arguments.output, pack,
                     {.producer = {.version = MINGXI_VERSION, .patterns_sha256 = pack.sha256},
                      .csv_start = arguments.csv_bom ? CsvStart::kByteOrderMark : CsvStart::kPlain,
                      .workbook = arguments.xlsx ? Workbook::kXlsx : Workbook::kNone});
  if (!options.quiet) sum_up(summary, arguments.output, options.language);
  return summary.failed > 0 ? kInputFailed : kDone;
}

}  // namespace

Command add_merge(CLI::App& app, const SharedOptions& options) {
  const auto say = [&options](Text id) { return std::string(text(id, options.language)); };
  CLI::App* command = app.add_subcommand("merge", say(Text::kMerge));
  command->footer(say(Text::kMergeExamples));
  const auto arguments = std::make_shared<MergeArguments>();
  command->option_defaults()->group(say(Text::kOptions));
  command->add_option("DIR", arguments->datasets, say(Text::kDatasetsArgument))
      ->option_text("...")
      ->required()
      ->group(say(Text::kArguments));
  command->add_option("-o,--output", arguments->output, say(Text::kOutputOption))
      ->option_text("DIR")
      ->required();
  command->add_flag("--csv-bom", arguments->csv_bom, say(Text::kCsvBomOption));
  command->add_flag("--xlsx", arguments->xlsx, say(Text::kXlsxOption));
  return {command, [arguments, &options] { return run_merge(*arguments, options); }};
}

}  // namespace mingxi
