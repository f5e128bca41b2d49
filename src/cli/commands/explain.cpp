#include "extract/explain.h"

#include <algorithm>
#include <limits>
#include <memory>
#include <optional>
#include <utility>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/console.h"
#include "output/write/output_file.h"
#include "output/write/own_file.h"
#include "output/write/staged_output.h"

namespace mingxi::cli {
namespace {

struct ExplainArguments {
  std::string file;
  std::string page;
  std::string svg;  ///< where to draw; empty: lines on standard output
};

/// What a part of a page is called; its own name if it has no other.
std::string part_name(const std::string& part, messages::Language language) {
  constexpr struct {
    std::string_view part;
    messages::Text name;
  } kNames[] = {
      {"prose", messages::Text::kPartProse},
      {"ruled", messages::Text::kPartRuled},
      {"contents", messages::Text::kPartContents},
      {"running_head", messages::Text::kPartRunningHead},
      {"heading", messages::Text::kPartHeading},
      {"cover", messages::Text::kPartCover},
      {"note", messages::Text::kPartNote},
  };
  for (const auto& each : kNames) {
    if (each.part == part) return std::string(messages::text(each.name, language));
  }
  return part;
}

/// The lines of a page, each with its part before it and its figures beneath:
///
///     正文      收入总计 1728.14 万元，比上年增加 71.94 万元。
///               └ 1728.14万元  statements/level   level 2026 budget 1728.14 万元 «收入总计»  [own]
std::string explanation(const std::vector<extract::ExplainedLine>& lines,
                        messages::Language language) {
  constexpr std::size_t kGap = 2;
  std::size_t part_columns = 0;
  std::size_t text_columns = 0;
  std::size_t rule_columns = 0;
  for (const extract::ExplainedLine& line : lines) {
    part_columns = std::max(part_columns, text::columns_of(part_name(line.part, language)) + kGap);
    for (const extract::ExplainedFigure& figure : line.figures) {
      text_columns = std::max(text_columns, text::columns_of(figure.text) + kGap);
      rule_columns = std::max(rule_columns, text::columns_of(figure.rule) + kGap);
    }
  }
  std::string result;
  for (const extract::ExplainedLine& line : lines) {
    result += text::padded(part_name(line.part, language), part_columns) + line.text + "\n";
    for (const extract::ExplainedFigure& figure : line.figures) {
      result += std::string(part_columns, ' ') + "└ " + text::padded(figure.text, text_columns);
      result +=
          text::padded(figure.rule, rule_columns) + figure.meaning + "  [" + figure.name + "]\n";
    }
  }
  return result;
}

/// The trees of a table: its columns with their meanings, then its rows, parts further to the
/// right, each with what it is and what says so:
///
///     t3 B03 支出总表
///       │ 合计  total
///       教育支出  subtotal  [sum]
///         高等教育  leaf  [code indent]
std::string explanation(const std::vector<extract::ExplainedTable>& tables) {
  std::string result;
  for (const extract::ExplainedTable& table : tables) {
    result += table.name + "\n";
    for (const extract::ExplainedPart& column : table.columns)
      result += "  │ " + column.name + "  " + column.meaning + "\n";
    for (const extract::ExplainedPart& row : table.rows) {
      std::string signs;
      for (const std::string& sign : row.signs) signs += (signs.empty() ? "" : " ") + sign;
      result += std::string(2 + 2 * static_cast<std::size_t>(row.level), ' ') + row.name + "  " +
                row.meaning + (signs.empty() ? "" : "  [" + signs + "]") + "\n";
    }
  }
  return result;
}

struct PageRange {
  int first = 1;
  int last = 1;
};

/// "4", or "3-5".
PageRange page_range(const std::string& page, messages::Language language) {
  constexpr std::uint64_t kMax = std::numeric_limits<int>::max();
  const std::size_t dash = page.find('-');
  const std::uint64_t first = whole_number(page.substr(0, dash));
  const std::uint64_t last =
      dash == std::string::npos ? first : whole_number(page.substr(dash + 1));
  if (first > 0 && first <= last && last <= kMax)
    return {static_cast<int>(first), static_cast<int>(last)};
  throw UsageError(messages::filled(messages::Text::kBadPage, language, {text::shown(page)}));
}

int run_explain(const ExplainArguments& arguments, bool has_limits, const SharedOptions& options) {
  const messages::Language language = options.language;
  const PageRange pages = page_range(arguments.page, language);
  if (!arguments.svg.empty() && pages.first != pages.last)
    throw UsageError(
        messages::filled(messages::Text::kBadPage, language, {text::shown(arguments.page)}));
  const std::vector<std::string> inputs{arguments.file};
  std::optional<output::StagedOutput> drawing;
  if (arguments.svg.empty()) {
    output::require_output_apart(inputs);
  } else {
    if (!has_ending(arguments.svg, ".svg"))
      throw UsageError(
          messages::filled(messages::Text::kBadSvgOutput, language, {text::shown(arguments.svg)}));
    output::require_no_input(arguments.svg, inputs);
    drawing.emplace(arguments.svg, output::OutputKind::kFile);
  }
  extract::ExtractorOptions how = extractor_options(options);
  if (pages.first == pages.last) how.ocr.page = pages.first;
  const extract::Extractor extractor(std::move(how));
  const auto work = [&](const Document& document, const std::string&) -> process::Answer {
    if (drawing)
      return {.bytes = extract::explain_svg(document, pages.first, extractor.patterns())};
    std::string text;
    for (int page = pages.first; page <= pages.last; ++page)
      text += messages::filled(messages::Text::kPageHead, language, {std::to_string(page)}) + "\n" +
              explanation(extract::explain(document, page, extractor.patterns()), language) +
              explanation(extract::explain_tables(document, page, extractor.patterns()));
    return {.bytes = std::move(text)};
  };
  const process::Answer answer =
      read_document(arguments.file, {.extractor = extractor, .has_limits = has_limits}, work);
  if (drawing) {
    output::write_file(drawing->place(), answer.bytes);
    drawing->publish();
    return kDone;
  }
  write_output(answer.bytes);
  return kDone;
}

}  // namespace

Command add_explain(CLI::App& app, const SharedOptions& options) {
  const auto say = [&options](messages::Text id) {
    return std::string(messages::text(id, options.language));
  };
  CLI::App* command = app.add_subcommand("explain", say(messages::Text::kExplain));
  command->footer(say(messages::Text::kExplainExamples));
  const auto arguments = std::make_shared<ExplainArguments>();
  command->add_option("FILE", arguments->file, say(messages::Text::kFileArgument))
      ->option_text(" ")
      ->required();
  command->add_option("--page", arguments->page, say(messages::Text::kPageOption))
      ->option_text("N|N-M")
      ->required()
      ->group(say(messages::Text::kOptions));
  command->add_option("--svg", arguments->svg, say(messages::Text::kSvgOption))
      ->option_text("X.svg")
      ->group(say(messages::Text::kOptions));
  const auto no_limits = add_no_limits(*command, options);
  return {command, [arguments, no_limits, &options] {
            return run_explain(*arguments, !*no_limits, options);
          }};
}

}  // namespace mingxi::cli
