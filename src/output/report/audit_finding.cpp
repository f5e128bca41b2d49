// A finding is set as a head line and an indented body:
//
//     错误  第 4 页  合计 sum/class
//           社会保障和就业支出：0.43 = 0 + 0.44 不成立，相差 -0.01万元，请核对原文。
//           算式  0.43 = 0 + 0.44
//           应为 0.44万元，印作 0.43万元，相差 -0.01万元，允许误差 0.005万元
//           第 4 页  “社会保障和就业支出0.43万元”
#include "output/report/audit_finding.h"
#include "messages/checks.h"
#include "messages/sentences.h"
#include "model/money.h"

#include <utility>
#include <vector>

#include "output/report/audit_words.h"

namespace mingxi::output {

using messages::said;
using messages::Sentence;
namespace {

constexpr std::size_t kIndent = 6;      // columns: a severity word and a gap
constexpr std::size_t kMaxPlaces = 12;  // of one finding; the JSON has them all

/// With the digits after the point that a printed figure has, and more where they say something.
std::string with_places(const Decimal& number, int places) {
  std::string text = number.text();
  if (text.find('.') == std::string::npos) text += '.';
  const std::size_t shortest = text.find('.') + 1 + static_cast<std::size_t>(places);
  while (text.size() > shortest && text.back() == '0') text.pop_back();
  if (text.size() < shortest) text.append(shortest - text.size(), '0');
  if (text.back() == '.') text.pop_back();
  return text;
}

/// A number of a finding, in the unit of the figure that is checked.
std::string with_unit(const Decimal& number, const Fact* checked) {
  if (checked == nullptr) return number.text();
  if (!checked->amount_yuan) return number.text() + checked->unit;
  const auto scaled = number.scaled(-exponent_of_money(checked->unit));
  if (!scaled) return number.text() + std::string(kYuan);
  return with_places(*scaled, checked->decimals) + checked->unit;
}

void add_numbers(Report& report, const Finding& finding, const FindingSources& sources) {
  const Fact* checked = finding.facts.empty() ? nullptr : sources.fact(finding.facts.front());
  std::string numbers;
  const auto add = [&](Sentence name, const std::optional<Decimal>& number) {
    if (!number) return;
    if (!numbers.empty()) numbers += report.in(said(Sentence::kComma));
    numbers += report.in(said(name)) + " " + with_unit(*number, checked);
  };
  add(Sentence::kExpected, finding.expected);
  add(Sentence::kPrinted, finding.printed);
  add(Sentence::kDifference, finding.difference);
  add(Sentence::kTolerance, finding.tolerance);
  report.paragraph(kIndent, "", numbers);
}

/// What is at a place; a figure of a table with its row and column, which its place alone does
/// not say.
std::string place_text(const Report& report, const Evidence& evidence, const Fact* fact) {
  std::string text;
  if (fact != nullptr && fact->origin == Origin::kTable && fact->evidence.quote == evidence.quote) {
    text = fact->subject;
    for (const std::string& header : fact->header) text += (text.empty() ? "" : " / ") + header;
    if (!text.empty()) text += report.in(said(Sentence::kColon));
  }
  return text += report.in(said(Sentence::kQuoted, {{"text", evidence.quote}}));
}

void add_places(Report& report, const Finding& finding, const FindingSources& sources) {
  std::vector<std::pair<int, std::string>> places;
  const bool one_each = finding.facts.size() == finding.evidence.size();
  for (std::size_t i = 0; i < finding.evidence.size(); ++i) {
    const Evidence& evidence = finding.evidence[i];
    if (evidence.quote.empty()) continue;
    const Fact* fact = one_each ? sources.fact(finding.facts[i]) : nullptr;
    std::pair place(evidence.page, place_text(report, evidence, fact));
    if (evidence.document) {
      place.second += report.in(said(Sentence::kComma)) + sources.document(*evidence.document);
    }
    if (std::ranges::find(places, place) == places.end()) places.push_back(std::move(place));
  }
  // The head has the page, and most messages begin with the words.
  const bool is_reported =
      places.size() == 1 && finding.evidence.size() == 1 &&
      report.in(finding.message, finding.message_en).find(finding.evidence.front().quote) !=
          std::string_view::npos;
  if (is_reported) return;
  for (std::size_t i = 0; i < std::min(places.size(), kMaxPlaces); ++i) {
    report.paragraph(kIndent, pages_words({places[i].first}, report.language()) + "  ",
                     places[i].second);
  }
  if (places.size() <= kMaxPlaces) return;
  report.paragraph(kIndent, "",
                   report.in(said(Sentence::kMorePlaces,
                                  {{"count", std::to_string(places.size() - kMaxPlaces)}})));
}

}  // namespace

void add_finding(Report& report, const Finding& finding, const FindingSources& sources) {
  constexpr std::string_view kColours[] = {"31", "33", "34"};  // red, yellow, blue
  const messages::Language language = report.language();
  const std::string severity = severity_word(finding.severity, language);
  std::string head =
      report.coloured(severity, kColours[static_cast<std::size_t>(finding.severity)]) + "  ";
  std::vector<int> pages;
  for (const Evidence& evidence : finding.evidence) {
    if (evidence.page > 0 && !evidence.document) pages.push_back(evidence.page);
  }
  if (!pages.empty()) head += pages_words(pages, language) + "  ";
  head += std::string(messages::words_of(finding.check.id, language)) + " ";
  head += text::shown(messages::name_of(finding.check));
  const std::string state = state_words(finding.state, language);
  if (!state.empty()) head += " · " + state;
  report.line(head);
  report.paragraph(kIndent, "", report.in(finding.message, finding.message_en));
  if (finding.formula) {
    report.paragraph(kIndent, report.in(said(Sentence::kFormula)) + "  ", *finding.formula);
  }
  add_numbers(report, finding, sources);
  add_places(report, finding, sources);
  report.line("");
}

}  // namespace mingxi::output
