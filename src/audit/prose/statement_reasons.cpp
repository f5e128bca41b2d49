// Reasons for a change against what they explain: one that only says that the item changed, one
// that is copied from another item, one that says that nothing was budgeted, and two that say that
// there are more people and fewer.

#include <algorithm>
#include <map>
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

constexpr std::size_t kShown = 4;          // reasons quoted in a message
constexpr int kCharacters = 40;            // of each
constexpr std::size_t kClassDigits = 3;    // of a code
constexpr std::size_t kShortestTail = 36;  // bytes: twelve characters that two items share
constexpr std::size_t kHan = 3;            // bytes of a Han character
constexpr std::size_t kMaxForeign = 1;     // characters of an object that its item has not
constexpr std::string_view kStop = text::kSentenceEnds.front();
constexpr std::string_view kComma = text::kMarks[1];

class Reasons {
 public:
  Reasons(const Audited& audited, Ledger& ledger)
      : audited_(audited),
        facts_(audited.extraction.facts),
        repeating_(audited.patterns.form.context.reason_of_change),
        nothing_budgeted_(audited.patterns.form.context.nothing_budgeted),
        people_change_(audited.patterns.form.context.people_change),
        several_parts_(audited.patterns.form.context.item_of_several),
        ledger_(ledger) {}

  void check() {
    check_repeating();
    check_copied();
    check_nothing_budgeted();
    check_people();
  }

 private:
  std::string_view text_of(std::size_t paragraph) const {
    return audited_.layout.paragraphs[paragraph].text.utf8();
  }

  /// The last change that is stated before a place of a paragraph, in its sentence or the one
  /// before.
  const Fact* change_before(std::size_t paragraph, std::size_t at) const {
    const Fact* found = nullptr;
    for (std::size_t i = 0; i < audited_.places.size(); ++i) {
      const FactPlace& place = audited_.places[i];
      if (place.paragraph > paragraph) break;
      const bool is_before = place.paragraph == paragraph && place.last <= at;
      if (is_before && facts_[i].measure == Measure::kChange) found = &facts_[i];
    }
    return found;
  }

  Evidence place(std::size_t paragraph, std::size_t first, std::size_t last) const {
    return evidence_at(audited_.document, audited_.layout.paragraphs[paragraph].text, first, last);
  }

  bool is_name_of(std::string_view name, const Fact& fact) const {
    std::string subject = bare_name(fact.subject);
    const auto tail = audited_.patterns.checks.lists.tail.find(subject);
    if (tail && tail->first() > 0) subject.resize(tail->first());
    if (subject == name) return true;
    const auto id = audited_.patterns.concepts.of(name);
    return id && id == fact.concept_id;
  }

  /// 公务接待费比上年减少3万元，主要原因是公务接待费减少。
  void check_repeating() {
    std::vector<Evidence> places;
    for (std::size_t p = 0; p < audited_.layout.paragraphs.size(); ++p) {
      const std::string_view text = text_of(p);
      for (const auto& match : repeating_.find_all(text)) {
        const std::string_view what = repeating_.group(match, "what");
        const Fact* change = change_before(p, match.first());
        if (change != nullptr && is_name_of(what, *change))
          places.push_back(place(p, match.first(), match.last()));
      }
    }
    if (places.empty()) return;
    const Said words =
        said(Sentence::kReasonRepeats, {{"words", quoted(places, kShown, kCharacters)}});
    ledger_.report(finding_of(Check::kReason, Severity::kInfo, FindingState::kNoted, words),
                   std::move(places));
  }

  /// Whether the sentence goes on with another figure: then what is said is of that.
  bool has_figure_after(std::size_t i) const {
    const FactPlace& at = audited_.places[i];
    if (i + 1 == audited_.places.size()) return false;
    const FactPlace& next = audited_.places[i + 1];
    return next.paragraph == at.paragraph &&
           next.first < text_of(at.paragraph).find(kStop, at.last);
  }

  /// What is said after a figure to the end of its sentence, without its unit.
  std::string_view tail_of(std::size_t i) const {
    const FactPlace& at = audited_.places[i];
    const std::string_view text = text_of(at.paragraph);
    const std::size_t comma = text.find(kComma, at.last);
    if (comma == std::string_view::npos || has_figure_after(i)) return {};
    const std::size_t end = std::min(text.find(kStop, comma), text.size());
    return text.substr(comma + kHan, end - comma - kHan);
  }

  /// What is said of income and expenditure is one reason, whichever it names.
  static bool is_a_total(const Fact& fact) {
    const std::string id = fact.concept_id.value_or("");
    return id.ends_with(".total") || id.starts_with("expenditure.") ||
           id.starts_with("appropriation.");
  }

  /// Two items with the same words after them, which name one of the two.
  void check_copied() {
    std::map<std::string_view, std::vector<std::size_t>> by_tail;
    for (std::size_t i = 0; i < audited_.places.size(); ++i) {
      if (!is_level(facts_[i]) || is_a_total(facts_[i])) continue;
      const std::string_view tail = tail_of(i);
      if (tail.size() >= kShortestTail) by_tail[tail].push_back(i);
    }
    for (const auto& [tail, items] : by_tail)
      for (const std::size_t i : items)
        if (const Fact* other = other_named_in(tail_of(i), i, items))
          report_copied(i, tail_of(i), *other);
  }

  /// Of items with the same words after them, the one that these name while they do not name item
  /// i.
  const Fact* other_named_in(std::string_view tail, std::size_t i,
                             const std::vector<std::size_t>& items) const {
    const std::string own = bare_name(facts_[i].subject);
    if (tail.find(own) != std::string_view::npos) return nullptr;
    for (const std::size_t k : items) {
      const std::string other = bare_name(facts_[k].subject);
      const bool is_named = other.size() > 2 * kHan && own.find(other) == std::string::npos &&
                            tail.find(other) != std::string_view::npos;
      if (is_named && tail_of(k).data() != tail.data()) return &facts_[k];
    }
    return nullptr;
  }

  void report_copied(std::size_t i, std::string_view tail, const Fact& other) {
    const FactPlace& at = audited_.places[i];
    const auto first = static_cast<std::size_t>(tail.data() - text_of(at.paragraph).data());
    const Said words = said(Sentence::kReasonOfAnother, {{"subject", facts_[i].subject},
                                                         {"words", shortened(tail, kCharacters)},
                                                         {"other", other.subject}});
    ledger_.report(finding_of(Check::kReason, Severity::kInfo, FindingState::kNoted, words),
                   {place(at.paragraph, first, first + tail.size())});
  }

  /// The figure of this year that a change is of.
  const Fact* level_of(const Fact& change) const {
    const auto at = static_cast<std::size_t>(&change - facts_.data());
    for (std::size_t k = at; k-- > 0;) {
      if (audited_.places[k].paragraph != audited_.places[at].paragraph) return nullptr;
      if (is_level(facts_[k]) && is_same_subject(facts_[k], change) &&
          facts_[k].period == change.period)
        return &facts_[k];
    }
    return nullptr;
  }

  /// Whether the object of a reason is the item itself: 购置车辆 of 公务用车购置费. An item of
  /// several parts may lack one of them.
  bool is_object_of(std::string_view object, const std::string& subject) const {
    if (several_parts_.matches(subject)) return false;
    std::size_t strange = 0;
    for (std::size_t at = 0; at < object.size();) {
      const std::string_view c = character_at(object, at);
      if (subject.find(c) == std::string::npos) ++strange;
      at += c.size();
    }
    return object.size() > kHan && strange <= kMaxForeign;
  }

  /// 公务用车购置费15.2万元，比上年减少…，主要原因是…本年度未报送购置车辆预算。
  void check_nothing_budgeted() {
    for (std::size_t p = 0; p < audited_.layout.paragraphs.size(); ++p) {
      const std::string_view text = text_of(p);
      for (const auto& match : nothing_budgeted_.find_all(text)) {
        const Fact* change = change_before(p, match.first());
        const Fact* level = change == nullptr ? nullptr : level_of(*change);
        if (level == nullptr || level->value.is_zero()) continue;
        const std::string_view object = nothing_budgeted_.group(match, "what");
        if (!is_object_of(object, text::normalised(level->subject))) continue;
        const Said words =
            said(Sentence::kBudgetedAfterAll,
                 {{"subject", level->subject},
                  {"amount", as_printed(*level) + level->unit},
                  {"words", text.substr(match.first(), match.last() - match.first())}});
        ledger_.report(
            finding_of(Check::kConflict, Severity::kWarning, FindingState::kInconsistent, words),
            {place(p, match.first(), match.last())});
      }
    }
  }

  /// A change of an item of the classification that is explained by its people.
  struct PeopleReason {
    const Fact* change;
    std::string word;
    std::string clause;
  };

  std::vector<PeopleReason> people_reasons() const {
    std::vector<PeopleReason> result;
    for (std::size_t p = 0; p < audited_.layout.paragraphs.size(); ++p) {
      const std::string_view text = text_of(p);
      for (const auto& match : people_change_.find_all(text)) {
        const Fact* change = change_before(p, match.first());
        if (change == nullptr || !change->code) continue;
        const std::size_t first = clause_start(text, match.first(), text::kClauseEnds);
        const std::size_t last = clause_end(text, match.last(), text::kClauseEnds);
        result.push_back({change, std::string(people_change_.group(match, "word")),
                          std::string(text.substr(first, last - first))});
      }
    }
    return result;
  }

  /// A class that grows because of more people, and an item of it that falls because of fewer.
  void check_people() {
    const std::vector<PeopleReason> reasons = people_reasons();
    for (const PeopleReason& whole : reasons) {
      if (digits_of(*whole.change).size() != kClassDigits) continue;
      for (const PeopleReason& part : reasons) {
        const bool is_part = digits_of(*part.change).size() > kClassDigits &&
                             part.change->code->starts_with(*whole.change->code) &&
                             part.change->relative_to == whole.change->relative_to;
        if (!is_part || part.word == whole.word) continue;
        const Said words = said(Sentence::kReasonsDisagree,
                                {{"subject", whole.change->subject},
                                 {"amount", as_printed(*whole.change) + whole.change->unit},
                                 {"words", shortened(whole.clause, kCharacters)},
                                 {"other", part.change->subject},
                                 {"other_amount", as_printed(*part.change) + part.change->unit},
                                 {"other_words", shortened(part.clause, kCharacters)}});
        ledger_.report(
            finding_of(Check::kConflict, Severity::kWarning, FindingState::kInconsistent, words),
            std::vector<const Fact*>{whole.change, part.change});
        return;
      }
    }
  }

  const Audited& audited_;
  const std::vector<Fact>& facts_;
  const patterns::Pattern& repeating_;
  const patterns::Pattern& nothing_budgeted_;
  const patterns::Pattern& people_change_;
  const patterns::Pattern& several_parts_;
  Ledger& ledger_;
};

}  // namespace

void check_reasons(const Audited& audited, Ledger& ledger) { Reasons(audited, ledger).check(); }

}  // namespace mingxi::audit
