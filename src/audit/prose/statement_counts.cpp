// A count with a colon after it and names divided by 、 up to the end of the sentence: as many
// names as it says. Names hold 、 inside brackets and quotes.

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "audit/prose/statement_figures.h"

namespace mingxi::audit {
namespace {

constexpr std::size_t kFarthestColon = 60;  // bytes between a number and the colon before its list
constexpr std::int64_t kLongestList = 60;

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words)
    if (text.starts_with(word)) return true;
  return false;
}

/// How many names are listed after a colon near by; nothing if no whole list is there.
std::optional<int> listed_names(std::string_view text, const patterns::CheckPatterns& words) {
  std::size_t at = 0;
  while (!starts_with_any(text.substr(at), {"：", ":"})) {
    if (at >= text.size() || at > kFarthestColon) return std::nullopt;
    if (starts_with_any(text.substr(at), {"。", "，", "；", ",", ";", "、"})) return std::nullopt;
    ++at;
  }
  int depth = 0;
  int names = 1;
  for (; at < text.size(); ++at) {
    const std::string_view rest = text.substr(at);
    if (starts_with_any(rest, {"“", "(", "《", "‘"})) ++depth;
    if (starts_with_any(rest, {"”", ")", "》", "’"})) --depth;
    if (depth > 0) continue;
    if (rest.starts_with("、")) ++names;
    if (words.not_all_named.matches(rest)) return std::nullopt;
    if (starts_with_any(rest, {"；", "，", ";", ","})) return std::nullopt;
    if (rest.starts_with("。")) return names > 1 ? std::optional(names) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

void check_counts(const Audited& audited, Ledger& ledger) {
  const patterns::CheckPatterns& words = audited.patterns.checks.words;
  for (std::size_t i = 0; i < audited.places.size(); ++i) {
    const Fact& fact = audited.extraction.facts[i];
    const bool is_count = fact.measure == Measure::kLevel && fact.bound == Bound::kEqual &&
                          !fact.amount_yuan && fact.value.places() == 0 &&
                          fact.value.digits() > 1 && fact.value.digits() <= kLongestList &&
                          words.unit_of_a_list.matches(fact.unit);
    if (!is_count) continue;
    const FactPlace& place = audited.places[i];
    const std::string_view text = audited.layout.paragraphs[place.paragraph].text.utf8();
    const auto names = listed_names(text.substr(place.last), words);
    // Lists hold other things than names; only those that agree prove anything.
    if (!names || !(fact.value == Decimal(*names, 0))) continue;
    ledger.record(
        {.check = "count",
         .formula = fact.subject + " " + fact.value.text() + " = " + std::to_string(*names),
         .facts = {&fact},
         .about = fact.subject,
         .about_en = fact.subject},
        {.expected = fact.value});
  }
}

}  // namespace mingxi::audit
