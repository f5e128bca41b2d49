#include "extract/explain.h"

#include <algorithm>
#include <limits>
#include <memory>
#include <utility>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/console.h"
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

struct PageRange {
  int first = 1;
  int last = 1;
};

/// "4", or "3-5".
PageRange page_range(const std::string& page, messages::Language language) {
  constexpr std::uint64_t kMost = std::numeric_limits<int>::max();
  const std::size_t dash = page.find('-');
  const std::uint64_t first = whole_number(page.substr(0, dash));
  const std::uint64_t last =
      dash == std::string::npos ? first : whole_number(page.substr(dash + 1));
  if (first > 0 && first <= last && last <= kMost)
    return {static_cast<int>(first), static_cast<int>(last)};
  throw UsageError(messages::filled(messages::Text::kBadPage, language, {text::shown(page)}));
}

int run_explain(const ExplainArguments& arguments, const SharedOptions& options) {
  const messages::Language language = options.language;
  const PageRange pages = page_range(arguments.page, language);
  if (!arguments.svg.empty() && pages.first != pages.last)
    throw UsageError(
        messages::filled(messages::Text::kBadPage, language, {text::shown(arguments.page)}));
  if (!arguments.svg.empty() && !arguments.svg.ends_with(".svg"))
    throw UsageError(
        messages::filled(messages::Text::kBadSvgOutput, language, {text::shown(arguments.svg)}));
  extract::ExtractorOptions how = extractor_options(options);
  if (pages.first == pages.last) how.ocr.page = pages.first;
  const extract::Extractor extractor(std::move(how));
  const Document document = extractor.read(arguments.file);
  if (!arguments.svg.empty()) {
    output::write_whole(arguments.svg,
                        extract::explain_svg(document, pages.first, extractor.patterns()));
    return kDone;
  }
  for (int page = pages.first; page <= pages.last; ++page) {
    const std::vector<extract::ExplainedLine> lines =
        extract::explain(document, page, extractor.patterns());
    write_output(messages::filled(messages::Text::kPageHead, language, {std::to_string(page)}) +
                 "\n" + explanation(lines, language));
  }
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
  return {command, [arguments, &options] { return run_explain(*arguments, options); }};
}

}  // namespace mingxi::cli
