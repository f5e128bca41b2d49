// The same said twice, with two figures: a sentence that two sections begin alike, a change from
// the year before that is given once more, a body that has none below it and counts them, a change
// of nothing from a year that had nothing.

#include <array>
#include <string>
#include <vector>

#include "audit/core/places.h"
#include "audit/core/table_figures.h"
#include "audit/prose/statement_figures.h"
#include "text/characters.h"
#include "text/normalise.h"
#include "text/punctuation.h"

namespace mingxi::audit {
namespace {

constexpr std::size_t kSameOpening = 10;  // Han characters that two sentences begin with
constexpr int kCharacters = 40;           // of a quote
constexpr std::array<std::string_view, 1> kStop = {text::kSentenceEnds.front()};

class Repeats {
 public:
  Repeats(const Audited& audited, Ledger& ledger)
      : audited_(audited),
        facts_(audited.extraction.facts),
        no_subordinates_(audited.patterns.form.context.no_subordinates),
        subordinates_(audited.patterns.form.context.subordinates),
        no_last_year_(audited.patterns.form.context.no_last_year),
        ledger_(ledger) {}

  void check() {
    check_sentences();
    check_changes();
    check_subordinates();
    check_last_year();
  }

 private:
  std::string_view text_of(std::size_t i) const {
    return audited_.layout.paragraphs[audited_.places[i].paragraph].text.utf8();
  }

  /// The sentence of a figure up to it.
  std::string_view opening_of(std::size_t i) const {
    const FactPlace& place = audited_.places[i];
    const std::string_view text = text_of(i);
    const std::size_t first = clause_start(text, place.first, kStop);
    return text.substr(first, place.first - first);
  }

  std::string clause_of(std::size_t i) const {
    const FactPlace& place = audited_.places[i];
    const std::string_view text = text_of(i);
    const std::size_t first = clause_start(text, place.first, text::kClauseEnds);
    const std::size_t last = clause_end(text, place.last, text::kClauseEnds);
    return shortened(text.substr(first, last - first), kCharacters);
  }

  /// The Han characters that two texts begin with.
  static std::size_t common_characters(std::string_view a, std::string_view b) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < a.size() && at < b.size();) {
      const std::string_view c = character_at(a, at);
      if (!b.substr(at).starts_with(c)) break;
      if (text::is_han(c, 0)) ++count;
      at += c.size();
    }
    return count;
  }

  bool are_alike(std::size_t i, std::size_t k) const {
    const Fact& a = facts_[i];
    const Fact& b = facts_[k];
    return is_level(b) && a.unit == b.unit && a.subject == b.subject && time_of(a) == time_of(b) &&
           audited_.places[i].paragraph != audited_.places[k].paragraph && names_something(a) &&
           common_characters(opening_of(i), opening_of(k)) >= kSameOpening;
  }

  /// 合计 alone is of whatever is listed before it.
  bool names_something(const Fact& fact) const {
    const auto tail = audited_.patterns.checks.lists.tail.find(bare_name(fact.subject));
    return !tail || tail->first() > 0;
  }

  /// Two sentences of the document that begin alike and give one thing. More than two are the form
  /// of a list.
  void check_sentences() {
    for (std::size_t i = 0; i < audited_.places.size(); ++i) {
      if (!is_level(facts_[i]) || facts_[i].value.is_zero()) continue;
      std::vector<std::size_t> again;
      for (std::size_t k = 0; k < audited_.places.size(); ++k)
        if (k != i && are_alike(i, k)) again.push_back(k);
      if (again.size() != 1 || again.front() < i) continue;
      const Fact& other = facts_[again.front()];
      if (other.section == facts_[i].section || other.value == facts_[i].value) continue;
      report(i, again.front());
    }
  }

  void report(std::size_t i, std::size_t k) {
    const auto a = amount_of(facts_[i]);
    const auto b = amount_of(facts_[k]);
    if (!a || !b || compare(*a, {*b})->agreement != Agreement::kInconsistent) return;
    Finding finding = finding_of(
        Check::kConflict, Severity::kWarning, FindingState::kInconsistent,
        said(Sentence::kSaidTwice, {{"words", clause_of(i)}, {"other_words", clause_of(k)}}));
    finding.formula =
        as_printed(facts_[i]) + facts_[i].unit + " = " + as_printed(facts_[k]) + facts_[k].unit;
    ledger_.report(std::move(finding), std::vector<const Fact*>{&facts_[i], &facts_[k]});
  }

  /// A change from the year before, and another of the same figure in one paragraph.
  void check_changes() {
    for (std::size_t i = 0; i < audited_.places.size(); ++i) {
      const Fact& one = facts_[i];
      if (one.measure != Measure::kChange || !one.amount_yuan) continue;
      for (std::size_t k = i + 1; k < audited_.places.size(); ++k) {
        const Fact& other = facts_[k];
        if (audited_.places[k].paragraph != audited_.places[i].paragraph) break;
        if (other.measure == Measure::kLevel) break;  // said of that
        const bool is_again = other.measure == Measure::kChange && other.amount_yuan &&
                              other.subject == one.subject && other.period == one.period &&
                              other.relative_to == one.relative_to &&
                              !(*other.amount_yuan == *one.amount_yuan);
        if (!is_again) continue;
        Finding finding =
            finding_of(Check::kConflict, Severity::kInfo, FindingState::kNoted,
                       said(Sentence::kChangedTwice, {{"subject", one.subject},
                                                      {"one", as_printed(one) + one.unit},
                                                      {"other", as_printed(other) + other.unit}}));
        ledger_.report(std::move(finding), std::vector<const Fact*>{&one, &other});
        break;
      }
    }
  }

  /// 本部门没有下属单位 … 局机关及下属1个单位.
  void check_subordinates() {
    const auto& paragraphs = audited_.layout.paragraphs;
    for (const Paragraph& paragraph : paragraphs) {
      const auto none = no_subordinates_.find(paragraph.text.utf8());
      if (!none) continue;
      for (std::size_t i = 0; i < audited_.places.size(); ++i) {
        const Fact& count = facts_[i];
        const bool counts = is_level(count) && !count.value.is_zero() && !count.amount_yuan &&
                            subordinates_.matches(text::normalised(count.subject));
        if (!counts) continue;
        const std::string words(
            paragraph.text.utf8().substr(none->first(), none->last() - none->first()));
        ledger_.report(finding_of(Check::kConflict, Severity::kInfo, FindingState::kInconsistent,
                                  said(Sentence::kHasSubordinates,
                                       {{"words", words}, {"other_words", clause_of(i)}})),
                       {evidence_at(audited_.document, paragraph.text, none->first(), none->last()),
                        count.evidence});
        return;
      }
    }
  }

  /// 700万元，…变化0万元…无上年决算数: from no figure to one is no change of nothing.
  void check_last_year() {
    for (std::size_t i = 1; i < audited_.places.size(); ++i) {
      const Fact& change = facts_[i];
      const Fact& level = facts_[i - 1];
      const FactPlace& place = audited_.places[i];
      const bool is_no_change = change.measure == Measure::kChange && change.value.is_zero() &&
                                is_level(level) && !level.value.is_zero() &&
                                audited_.places[i - 1].paragraph == place.paragraph;
      if (!is_no_change) continue;
      const std::string_view text = text_of(i);
      const std::size_t end = clause_end(text, place.last, kStop);
      if (!no_last_year_.matches(text.substr(place.last, end - place.last))) continue;
      ledger_.report(
          finding_of(Check::kChange, Severity::kWarning, FindingState::kInconsistent,
                     said(Sentence::kNoLastYear, {{"subject", level.subject},
                                                  {"amount", as_printed(level) + level.unit}})),
          std::vector<const Fact*>{&change, &level});
    }
  }

  const Audited& audited_;
  const std::vector<Fact>& facts_;
  const patterns::Pattern& no_subordinates_;
  const patterns::Pattern& subordinates_;
  const patterns::Pattern& no_last_year_;
  Ledger& ledger_;
};

}  // namespace

void check_repeats(const Audited& audited, Ledger& ledger) { Repeats(audited, ledger).check(); }

}  // namespace mingxi::audit
