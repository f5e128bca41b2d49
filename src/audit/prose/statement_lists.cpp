// A list right after its whole (…万元，其中：…；…（…）) nearly always adds up to it. It may name
// the most important parts only: one that does not end with 其他… gives a warning, no error.

#include <algorithm>
#include <set>
#include <string>

#include "audit/prose/statement_figures.h"
#include "audit/core/places.h"
#include "audit/core/sums.h"
#include "audit/core/table_figures.h"

namespace mingxi::audit {
namespace {

constexpr std::size_t kMinParts = 2;
constexpr std::size_t kShortestName = 6;  // bytes: two characters
constexpr int kNearlyAll = 20;            // a list without a lead lacks at most 1/20
constexpr std::size_t kNear = 30;         // figures on each side of a whole

/// Brackets opened less brackets closed.
int depth_of(std::string_view text) {
  return static_cast<int>(std::count(text.begin(), text.end(), '(')) -
         static_cast<int>(std::count(text.begin(), text.end(), ')'));
}

class Lists {
 public:
  Lists(const Audited& audited, Ledger& ledger)
      : audited_(audited), facts_(audited.extraction.facts), ledger_(ledger) {}

  void check() {
    for (std::size_t i = 0; i < audited_.places.size(); ++i) {
      const bool is_change = facts_[i].measure == Measure::kChange && facts_[i].amount_yuan &&
                             facts_[i].bound == Bound::kEqual;
      const bool can_be_whole =
          (is_level(facts_[i]) || is_change) && facts_[i].unit != "%" && !facts_[i].value.is_zero();
      if (can_be_whole) check_list(i);
    }
  }

 private:
  /// The text between two figures of one paragraph.
  std::string_view between(std::size_t first, std::size_t second) const {
    const FactPlace& place = audited_.places[first];
    const std::string_view text = audited_.layout.paragraphs[place.paragraph].text.utf8();
    return text.substr(place.last, audited_.places[second].first - place.last);
  }

  bool is_in_sentence_of(std::size_t i, std::size_t k) const {
    return audited_.places[k].paragraph == audited_.places[i].paragraph &&
           audited_.places[k].first >= audited_.places[i].last &&
           between(i, k).find("。") == std::string_view::npos;
  }

  /// A level of a level, a change of a change.
  static bool can_be_part(const Fact& whole, const Fact& part) {
    if (whole.measure != Measure::kChange) return can_be_added(whole, part);
    return part.measure == Measure::kChange && part.amount_yuan && part.period == whole.period &&
           part.relative_to == whole.relative_to;
  }

  const patterns::ListPatterns& words() const { return audited_.patterns.checks.lists; }

  static bool says(const patterns::Pattern& pattern, std::string_view text) {
    return pattern.matches(text);
  }

  /// How a list follows its whole.
  enum class Lead { kWords, kComma, kNone };

  Lead lead_to(std::size_t i, std::size_t k) const {
    std::string_view lead = between(i, k);
    if (lead.starts_with(facts_[i].unit)) lead.remove_prefix(facts_[i].unit.size());
    if (says(words().lead, lead)) return Lead::kWords;
    return says(words().bare_lead, lead) ? Lead::kComma : Lead::kNone;
  }

  /// The text of the sentence before a figure.
  std::string_view before(std::size_t i) const {
    const FactPlace& place = audited_.places[i];
    const std::string_view text = audited_.layout.paragraphs[place.paragraph].text.utf8();
    const std::string_view head = text.substr(0, place.first);
    const std::size_t stop = head.rfind("。");
    return stop == std::string_view::npos ? head : head.substr(stop);
  }

  /// The text after a figure, to the end of its sentence.
  std::string_view after(std::size_t i) const {
    const FactPlace& place = audited_.places[i];
    const std::string_view text = audited_.layout.paragraphs[place.paragraph].text.utf8();
    const std::string_view rest = text.substr(place.last);
    return rest.substr(0, std::min(rest.find("。"), rest.size()));
  }

  /// The parts of a whole and how sure it is that they are all.
  struct List {
    std::vector<const Fact*> parts;
    std::vector<const Fact*> skipped;  ///< figures among them that are parts of a part
    Lead lead = Lead::kNone;
    bool is_open = false;  ///< it ends in 等
  };

  List list_after(std::size_t i) const {
    List list;
    std::size_t first = 0;
    std::size_t last = 0;
    bool has_semicolons = false;  // between the parts
    const bool is_item = says(words().item_of_list, before(i));
    for (std::size_t k = i + 1; k < audited_.places.size() && is_in_sentence_of(i, k); ++k) {
      const Fact& fact = facts_[k];
      if (list.parts.empty()) {
        if (fact.measure == Measure::kShare || fact.measure == Measure::kChangeRate) continue;
        list.lead = can_be_part(facts_[i], fact) ? lead_to(i, k) : Lead::kNone;
        if (list.lead == Lead::kNone) return {};
        first = k;
      } else {
        const int depth = depth_of(between(first, k));
        if (depth < 0) break;  // after the bracket that holds the list
        if (depth > 0) {
          list.skipped.push_back(&fact);
          continue;
        }
        if (fact.measure != facts_[i].measure) {
          if (fact.amount_yuan) list.skipped.push_back(&fact);
          continue;
        }
        if (audited_.patterns.tables.components.of(bare_name(fact.subject)) == "total") break;
        const std::string_view gap = between(last, k);
        const bool is_after_semicolon = gap.find("；") != std::string_view::npos;
        // Parts set off by 、 or ，, and those of an item of a list, end at the first ；.
        if (is_after_semicolon && (is_item || (list.parts.size() > 1 && !has_semicolons))) break;
        has_semicolons = has_semicolons || is_after_semicolon;
        if (!can_be_part(facts_[i], fact) || is_same_subject(facts_[i], fact)) {
          if (is_after_semicolon) break;
          if (has_semicolons) {
            list.skipped.push_back(&fact);
            continue;
          }
          return {};
        }
        if (says(words().nested, gap) && !is_after_semicolon) {
          if (!has_semicolons && list.parts.size() > 1) return {};
          list.skipped.push_back(&fact);
          continue;
        }
      }
      list.parts.push_back(&fact);
      last = k;
    }
    if (!list.parts.empty()) list.is_open = says(words().open, after(last));
    return list;
  }

  void check_list(std::size_t i) {
    const List list = list_after(i);
    const std::vector<const Fact*>& parts = list.parts;
    const bool says_something = std::any_of(
        parts.begin(), parts.end(), [](const Fact* part) { return !part->value.is_zero(); });
    if (parts.size() < kMinParts || !says_something) return;
    auto comparison = compare_sum(facts_[i], parts);
    if (!comparison) return;
    if (is_off_by_whole_units(facts_[i], parts)) comparison->agreement = Agreement::kInconsistent;
    CheckMade made = sum_check({Check::kSum, "list"}, facts_[i], parts, in_both(facts_[i].subject));
    if (facts_[i].measure == Measure::kChange) made.support = Support::kWeak;
    made.may_be_partial =
        (!says(words().remainder, bare_name(parts.back()->subject)) || list.lead == Lead::kComma) &&
        !are_all_by_name(facts_[i], parts);
    const bool fails = comparison->agreement == Agreement::kInconsistent;
    if (fails && ends_sooner(facts_[i], parts)) return;
    // Amounts that only follow one another are no list that had to be checked.
    const bool is_list = is_a_list(facts_[i], list, *comparison);
    if (fails && list.lead == Lead::kComma && !is_list) return;
    if (fails && (list.is_open || !is_list)) {
      ledger_.exonerate(made, said(Sentence::kListIsPartial));
    } else if (const Fact* missed = fails ? left_out(i, list, *comparison) : nullptr) {
      ledger_.exonerate(made, said(Sentence::kDifferenceIs, {{"name", missed->subject}}));
    } else {
      ledger_.record(made, *comparison);
    }
  }

  /// Whether the name of a whole is made of those of its parts: 离退休 of 离休 and 退休.
  static bool are_all_by_name(const Fact& whole, const std::vector<const Fact*>& parts) {
    const std::string name = bare_name(whole.subject);
    std::set<std::string> names;
    for (const Fact* part : parts) names.insert(bare_name(part->subject));
    return names.size() == parts.size() &&
           std::all_of(names.begin(), names.end(), [&](const std::string& part) {
             return part.size() >= kShortestName && part.size() < name.size() &&
                    is_within(part, name);
           });
  }

  /// Whether the characters of a name are in another, in order.
  static bool is_within(std::string_view part, std::string_view name) {
    std::size_t from = 0;
    for (std::size_t at = 0; at < part.size();) {
      const std::string_view c = character_at(part, at);
      const std::size_t found = name.find(c, from);
      if (found == std::string_view::npos) return false;
      from = found + c.size();
      at += c.size();
    }
    return true;
  }

  /// Whether the first of the parts are already the whole: what follows is said of something else.
  bool ends_sooner(const Fact& whole, const std::vector<const Fact*>& parts) {
    for (std::size_t count = 1; count < parts.size(); ++count) {
      const std::vector<const Fact*> first(parts.begin(), parts.begin() + static_cast<int>(count));
      const auto comparison = compare_sum(whole, first);
      if (!comparison || comparison->agreement != Agreement::kExact) continue;
      if (count >= kMinParts)
        ledger_.record(sum_check({Check::kSum, "list"}, whole, first, in_both(whole.subject)),
                       *comparison);
      return true;
    }
    return false;
  }

  /// A list that fails must look like one: no part larger than its whole, and without words that
  /// lead to it three parts that nearly add up.
  static bool is_a_list(const Fact& whole, const List& list, const Comparison& comparison) {
    const auto amount = amount_like(whole, *list.parts.front());
    const bool has_larger =
        std::any_of(list.parts.begin(), list.parts.end(), [&](const Fact* part) {
          const auto each = amount_of(*part);
          return !amount || !each || size_of(amount->value) < size_of(each->value);
        });
    if (has_larger && list.lead == Lead::kComma) return false;
    const auto many = size_of(comparison.difference).times(Decimal(kNearlyAll, 0));
    const bool is_near = many && amount && !(size_of(amount->value) < *many);
    return list.lead == Lead::kWords || (list.parts.size() > kMinParts && is_near);
  }

  /// A figure near the list, not among its parts, that is just what they lack.
  const Fact* left_out(std::size_t i, const List& list, const Comparison& comparison) const {
    if (comparison.difference.is_negative()) return nullptr;
    Decimal sum;
    for (const Fact* fact : list.skipped) {
      if (is_amount(*fact, comparison.difference)) return fact;
      const auto amount = amount_of(*fact);
      sum = amount ? sum.plus(amount->value).value_or(sum) : sum;
      if (sum == comparison.difference) return fact;
    }
    const std::size_t from = i > kNear ? i - kNear : 0;
    for (std::size_t k = from; k < std::min(i + kNear, audited_.places.size()); ++k) {
      const bool is_near =
          facts_[k].section == facts_[i].section && can_be_part(facts_[i], facts_[k]);
      const bool is_part =
          std::find(list.parts.begin(), list.parts.end(), &facts_[k]) != list.parts.end();
      if (is_near && !is_part && k != i && is_amount(facts_[k], comparison.difference))
        return &facts_[k];
    }
    return nullptr;
  }

  static bool is_amount(const Fact& fact, const Decimal& value) {
    const auto amount = amount_of(fact);
    return amount && !amount->value.is_zero() && amount->value == value;
  }

  const Audited& audited_;
  const std::vector<Fact>& facts_;
  Ledger& ledger_;
};

}  // namespace

void check_lists_of_statements(const Audited& audited, Ledger& ledger) {
  Lists(audited, ledger).check();
}

}  // namespace mingxi::audit
