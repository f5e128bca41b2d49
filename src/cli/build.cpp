#include "pipeline/build.h"

#include <cstdio>
#include <memory>
#include <vector>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/progress.h"
#include "pipeline/patterns.h"
#include "read/bytes.h"

namespace mingxi {
namespace {

struct BuildArguments {
  std::vector<std::string> inputs;
  std::string output;
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

void say(Text id, Language language, std::initializer_list<std::string_view> values) {
  std::fprintf(stderr, "%s\n", filled(id, language, values).c_str());
}

void sum_up(const BuildResult& result, const InputList& inputs, const std::string& folder,
            Language language) {
  const auto number = [](std::size_t count) { return std::to_string(count); };
  std::string statuses;
  for (const std::string_view status : input_statuses()) {
    const auto found = result.inputs.find(status);
    if (found == result.inputs.end()) continue;
    if (!statuses.empty()) statuses += ", ";
    statuses += std::string(status) + " " + number(found->second);
  }
  const auto& rows = result.rows;
  say(Text::kSummaryInputs, language, {number(rows[kInputRows]), statuses});
  say(Text::kSummaryRows, language,
      {number(rows[kDocumentRows]), number(rows[kTableRows]), number(rows[kCellRows]),
       number(rows[kFactRows])});
  say(Text::kSummaryFindings, language, {number(rows[kFindingRows]), number(result.inconsistent)});
  if (inputs.skipped() > 0)
    say(Text::kSummarySkipped, language,
        {number(inputs.skipped_hidden), number(inputs.skipped_links),
         number(inputs.skipped_other)});
  if (inputs.skipped_convertible > 0)
    say(Text::kSummaryConvertible, language, {number(inputs.skipped_convertible)});
  if (result.failed > 0) say(Text::kSummaryFailed, language, {number(result.failed)});
  if (result.without_text > 0) say(Text::kSummaryNoText, language, {number(result.without_text)});
  say(Text::kSummaryPlace, language, {shown(folder)});
}

int run_build(const BuildArguments& arguments, const SharedOptions& options) {
  check_environment();
  const Pack pack = load_patterns(patterns_directory(options));
  const InputList inputs = list_inputs(with_list(arguments.inputs));
  if (inputs.paths.empty() && inputs.failures.empty()) {
    complain("", filled(Text::kNoInputs, options.language, {std::to_string(inputs.skipped())}),
             options.language);
    return kInputFailed;
  }
  Progress progress(options);
  const BuildResult result =
      build_dataset(inputs, pack,
                    {.folder = arguments.output,
                     .producer = {.version = MINGXI_VERSION, .patterns_sha256 = pack.sha256},
                     .csv_start = arguments.csv_bom ? CsvStart::kByteOrderMark : CsvStart::kPlain,
                     .workbook = arguments.xlsx ? Workbook::kXlsx : Workbook::kNone,
                     .reading = {.password = options.password}},
                    [&progress](const BuildProgress& step) { progress.show(step); });
  progress.clear();
  if (!options.quiet) sum_up(result, inputs, arguments.output, options.language);
  return result.failed > 0 ? kInputFailed : kDone;
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
  command->add_flag("--csv-bom", arguments->csv_bom, say_help(Text::kCsvBomOption));
  command->add_flag("--xlsx", arguments->xlsx, say_help(Text::kXlsxOption));
  return {command, [arguments, &options] { return run_build(*arguments, options); }};
}

}  // namespace mingxi
