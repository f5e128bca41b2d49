// A count with a colon after it and names divided by 、 up to the end of the sentence: as many
// names as it says. Names hold 、 inside brackets and quotes.

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "audit/core/places.h"
#include "audit/prose/statement_figures.h"

namespace mingxi::audit {
namespace {

constexpr std::size_t kFarthestColon = 60;  // bytes between a number and the colon before its list
constexpr std::int64_t kLongestList = 60;
constexpr std::size_t kColon = 3;  // bytes of ：
constexpr int kNearly = 3;         // names more or less: farther off it is another list

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

/// Whether the last name of a list may be two: 甲中心和乙中心。
bool ends_with_two(std::string_view text) {
  const std::string_view sentence = text.substr(0, std::min(text.find("。"), text.size()));
  const std::size_t mark = sentence.rfind("、");
  const std::string_view last = mark == std::string_view::npos ? sentence : sentence.substr(mark);
  return last.find("和") != std::string_view::npos || last.find("及") != std::string_view::npos;
}

}  // namespace

namespace {

/// 行政编制20人…；实有…行政22人: more people than posts.
void check_posts(const Audited& audited, Ledger& ledger) {
  const patterns::Pattern& pattern = audited.patterns.form.context.posts_and_staff;
  for (const Paragraph& paragraph : audited.layout.paragraphs) {
    const std::string_view text = paragraph.text.utf8();
    const auto match = pattern.find(text);
    if (!match) continue;
    const std::string posts(pattern.group(*match, "posts"));
    const std::string staff(pattern.group(*match, "staff"));
    const bool is_more =
        staff.size() > posts.size() || (staff.size() == posts.size() && staff > posts);
    if (!is_more) continue;
    Finding finding =
        finding_of(Check::kCount, Severity::kInfo, FindingState::kNoted,
                   said(Sentence::kMoreStaffThanPosts, {{"posts", posts}, {"staff", staff}}));
    ledger.report(std::move(finding),
                  {evidence_at(audited.document, paragraph.text, match->first(), match->last())});
  }
}

}  // namespace

void check_counts(const Audited& audited, Ledger& ledger) {
  check_posts(audited, ledger);
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
    const std::string_view rest = text.substr(place.last);
    const auto follow = audited.patterns.checks.lists.names_follow.find(rest);
    const auto names = listed_names(follow ? rest.substr(follow->last() - kColon) : rest, words);
    if (!names) continue;
    const auto off = fact.value.minus(Decimal(*names, 0));
    // The last two may be joined by 和.
    const bool agrees = off && (off->is_zero() || (*off == Decimal(1, 0) && ends_with_two(rest)));
    // Lists hold other things than names; only one that says 分别是 and nearly agrees is meant.
    if (!agrees && !(follow && off && !ends_with_two(rest) && size_of(*off) < Decimal(kNearly, 0)))
      continue;
    if (!agrees) {
      const std::string listed = std::to_string(*names);
      const std::string_view words_of_count =
          text.substr(place.first, place.last - place.first + follow->last() - kColon);
      Finding finding = finding_of(
          Check::kCount, Severity::kWarning, FindingState::kInconsistent,
          said(Sentence::kOtherNumberListed, {{"words", words_of_count}, {"count", listed}}));
      finding.formula = fact.value.text() + " = " + listed;
      ledger.report(std::move(finding), std::vector<const Fact*>{&fact});
      continue;
    }
    ledger.record(
        {.check = Check::kCount,
         .formula = fact.subject + " " + fact.value.text() + " = " + std::to_string(*names),
         .facts = {&fact},
         .about = in_both(fact.subject)},
        {.expected = fact.value});
  }
}

}  // namespace mingxi::audit
