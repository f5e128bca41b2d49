#include "pipeline/explain.h"

#include <algorithm>
#include <limits>
#include <memory>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/console.h"
#include "emit/staged_output.h"
#include "pipeline/patterns.h"
#include "pipeline/read_document.h"

namespace mingxi {
namespace {

struct ExplainArguments {
  std::string file;
  std::string page;
  std::string svg;  ///< where to draw; empty: lines on standard output
};

/// What a part of a page is called; its own name if it has no other.
std::string part_name(const std::string& part, Language language) {
  constexpr struct {
    std::string_view part;
    Text name;
  } kNames[] = {
      {"prose", Text::kPartProse},       {"ruled", Text::kPartRuled},
      {"contents", Text::kPartContents}, {"running_head", Text::kPartRunningHead},
      {"heading", Text::kPartHeading},   {"cover", Text::kPartCover},
      {"note", Text::kPartNote},
  };
  for (const auto& each : kNames) {
    if (each.part == part) return std::string(text(each.name, language));
  }
  return part;
}

/// The lines of a page, each with its part before it and its figures beneath:
///
///     正文      收入总计 1728.14 万元，比上年增加 71.94 万元。
///               └ 1728.14万元  statements/level   level 2026 budget 1728.14 万元 «收入总计»
std::string explanation(const std::vector<ExplainedLine>& lines, Language language) {
  constexpr std::size_t kGap = 2;
  std::size_t part_columns = 0;
  std::size_t text_columns = 0;
  std::size_t rule_columns = 0;
  for (const ExplainedLine& line : lines) {
    part_columns = std::max(part_columns, columns_of(part_name(line.part, language)) + kGap);
    for (const ExplainedFigure& figure : line.figures) {
      text_columns = std::max(text_columns, columns_of(figure.text) + kGap);
      rule_columns = std::max(rule_columns, columns_of(figure.rule) + kGap);
    }
  }
  std::string result;
  for (const ExplainedLine& line : lines) {
    result += padded(part_name(line.part, language), part_columns) + line.text + "\n";
    for (const ExplainedFigure& figure : line.figures) {
      result += std::string(part_columns, ' ') + "└ " + padded(figure.text, text_columns);
      result += padded(figure.rule, rule_columns) + figure.meaning + "\n";
    }
  }
  return result;
}

int page_number(const std::string& page, Language language) {
  const std::uint64_t number = whole_number(page);
  if (number > 0 && number <= std::numeric_limits<int>::max()) return static_cast<int>(number);
  throw UsageError(filled(Text::kBadPage, language, {shown(page)}));
}

int run_explain(const ExplainArguments& arguments, const SharedOptions& options) {
  const Language language = options.language;
  const int page = page_number(arguments.page, language);
  if (!arguments.svg.empty() && !arguments.svg.ends_with(".svg"))
    throw UsageError(filled(Text::kBadSvgOutput, language, {shown(arguments.svg)}));
  check_environment();
  const Pack pack = load_patterns(patterns_directory(options));
  OcrOptions ocr = ocr_options(options);
  ocr.page = page;
  const Document document =
      read_document(arguments.file, pack, {.password = options.password}, ocr);
  if (!arguments.svg.empty()) {
    write_whole(arguments.svg, explain_svg(document, page, pack));
    return kDone;
  }
  const std::vector<ExplainedLine> lines = explain(document, page, pack);
  write_output(filled(Text::kPageHead, language, {std::to_string(page)}) + "\n" +
               explanation(lines, language));
  return kDone;
}

}  // namespace

Command add_explain(CLI::App& app, const SharedOptions& options) {
  const auto say = [&options](Text id) { return std::string(text(id, options.language)); };
  CLI::App* command = app.add_subcommand("explain", say(Text::kExplain));
  command->footer(say(Text::kExplainExamples));
  const auto arguments = std::make_shared<ExplainArguments>();
  command->add_option("FILE", arguments->file, say(Text::kFileArgument))
      ->option_text(" ")
      ->required();
  command->add_option("--page", arguments->page, say(Text::kPageOption))
      ->option_text("N")
      ->required()
      ->group(say(Text::kOptions));
  command->add_option("--svg", arguments->svg, say(Text::kSvgOption))
      ->option_text("X.svg")
      ->group(say(Text::kOptions));
  return {command, [arguments, &options] { return run_explain(*arguments, options); }};
}

}  // namespace mingxi
