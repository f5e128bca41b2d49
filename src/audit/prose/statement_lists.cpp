// A list right after its whole (…万元，其中：…；…（…）) nearly always adds up to it. It may name
// the most important parts only: one that does not end with 其他… gives a warning, no error.

#include <algorithm>
#include <string>

#include "audit/prose/statement_figures.h"
#include "audit/core/sums.h"
#include "audit/core/table_figures.h"

namespace mingxi::audit {
namespace {

constexpr std::size_t kFewestParts = 2;

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
      const bool can_be_whole =
          is_level(facts_[i]) && facts_[i].unit != "%" && !facts_[i].value.is_zero();
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

  /// Whether the first part follows at once, by words that lead to a list.
  bool leads_to(std::size_t i, std::size_t k) const {
    std::string_view lead = between(i, k);
    if (lead.starts_with(facts_[i].unit)) lead.remove_prefix(facts_[i].unit.size());
    return audited_.patterns.checks.lists.lead.matches(lead);
  }

  /// The parts after a whole in its sentence; none where some have parts of their own, or where
  /// something else stands among them.
  std::vector<const Fact*> parts_after(std::size_t i) const {
    std::vector<const Fact*> parts;
    std::size_t first = 0;
    std::size_t last = 0;
    bool has_semicolons = false;  // between the parts
    for (std::size_t k = i + 1; k < audited_.places.size() && is_in_sentence_of(i, k); ++k) {
      const Fact& fact = facts_[k];
      if (parts.empty()) {
        if (!can_be_added(facts_[i], fact) || !leads_to(i, k)) return {};
        first = k;
      } else {
        const int depth = depth_of(between(first, k));
        if (depth < 0) break;  // after the bracket that holds the list
        if (depth > 0) return {};
        if (fact.measure == Measure::kShare || fact.measure == Measure::kExecutionRate) continue;
        if (audited_.patterns.tables.components.of(bare_name(fact.subject)) == "total") break;
        const std::string_view gap = between(last, k);
        const bool is_after_semicolon = gap.find("；") != std::string_view::npos;
        // Parts set off by 、 or ， end at the first ；.
        if (is_after_semicolon && parts.size() > 1 && !has_semicolons) break;
        has_semicolons = is_after_semicolon;
        if (!can_be_added(facts_[i], fact) || is_same_subject(facts_[i], fact)) {
          if (is_after_semicolon) break;
          return {};
        }
        if (audited_.patterns.checks.lists.nested.matches(gap)) return {};
      }
      parts.push_back(&fact);
      last = k;
    }
    return parts;
  }

  void check_list(std::size_t i) {
    const std::vector<const Fact*> parts = parts_after(i);
    const bool says_something = std::any_of(
        parts.begin(), parts.end(), [](const Fact* part) { return !part->value.is_zero(); });
    if (parts.size() < kFewestParts || !says_something) return;
    const auto comparison = compare_sum(facts_[i], parts);
    if (!comparison) return;
    CheckMade made = sum_check("sum/list", facts_[i], parts, facts_[i].subject);
    made.may_be_partial =
        !audited_.patterns.checks.lists.remainder.matches(bare_name(parts.back()->subject));
    ledger_.record(made, *comparison);
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
