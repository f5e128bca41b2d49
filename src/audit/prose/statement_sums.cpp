// Whether a list in prose is whole cannot always be seen, so sums that fit are proofs, and only
// sums that must fit are findings: classes of the classification under the total before them, and
// 基本支出 with 项目支出 against the expenditure of their section.

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "audit/prose/statement_figures.h"
#include "audit/core/sums.h"
#include "audit/core/table_figures.h"
#include "text/punctuation.h"

namespace mingxi::audit {
namespace {

constexpr std::size_t kMaxParts = 30;
constexpr std::size_t kClassDigits = 3;
constexpr std::size_t kItemDigits = 7;
constexpr std::size_t kMinClasses = 3;

class Sums {
 public:
  Sums(const Audited& audited, Ledger& ledger)
      : audited_(audited), facts_(audited.extraction.facts), ledger_(ledger) {}

  void check() {
    const std::size_t count = audited_.places.size();
    for (std::size_t i = 0; i < count; ++i)
      if (is_level(facts_[i]) && !facts_[i].value.is_zero()) prove_enumeration(i, count);
    check_basic_and_project(count);
    check_classes(count);
    check_items(count);
    check_projects(count);
  }

 private:
  void record(const CheckName& check, const Fact& whole, const std::vector<const Fact*>& parts,
              const Comparison& comparison) {
    ledger_.record(sum_check(check, whole, parts, in_both(whole.subject)), comparison);
  }

  /// A whole followed by its parts, at once: the sum comes out at some part, exactly.
  void prove_enumeration(std::size_t i, std::size_t count) {
    const Fact& whole = facts_[i];
    std::vector<const Fact*> parts;
    int parts_that_count = 0;
    for (std::size_t k = i + 1; k < count && parts.size() < kMaxParts; ++k) {
      const Fact& part = facts_[k];
      if (part.section != whole.section) break;
      if (!can_be_added(whole, part)) continue;
      if (is_same_subject(whole, part)) break;
      parts.push_back(&part);
      if (!part.value.is_zero()) ++parts_that_count;
      const auto comparison = compare_sum(whole, parts);
      if (!comparison) return;
      if (comparison->agreement == Agreement::kExact && parts_that_count > 1) {
        record({Check::kSum, "list"}, whole, parts, *comparison);
        return;
      }
      if (comparison->difference.is_negative()) return;  // the parts are more than the whole
    }
  }

  using BySection = std::map<std::tuple<int, int, Basis>, std::vector<const Fact*>>;

  /// The levels of each section, year and basis.
  BySection figures_of_sections(std::size_t count) const {
    BySection groups;
    for (std::size_t i = 0; i < count; ++i) {
      const Fact& fact = facts_[i];
      if (is_level(fact))
        groups[{fact.section.value_or(-1), fact.period, fact.basis}].push_back(&fact);
    }
    return groups;
  }

  /// In each section and year: 基本支出 + 项目支出 is one of the expenditures stated there.
  void check_basic_and_project(std::size_t count) {
    for (const auto& [key, facts] : figures_of_sections(count)) {
      const auto with = [&facts = facts](std::string_view id) {
        const auto found = std::find_if(facts.begin(), facts.end(),
                                        [id](const Fact* fact) { return fact->concept_id == id; });
        return found == facts.end() ? nullptr : *found;
      };
      const Fact* basic = with("expenditure.basic");
      const Fact* project = with("expenditure.project");
      if (basic == nullptr || project == nullptr) continue;
      const bool holds_for_one = std::any_of(facts.begin(), facts.end(), [&](const Fact* fact) {
        const auto comparison = compare_sum(*fact, {basic, project});
        return comparison && comparison->agreement != Agreement::kInconsistent;
      });
      for (const Fact* fact : facts) {
        const auto comparison = compare_sum(*fact, {basic, project});
        if (!comparison) continue;
        const bool fails = comparison->agreement == Agreement::kInconsistent;
        if (fails && (holds_for_one || fact->concept_id != "expenditure.total")) continue;
        record({Check::kSum, "basic_and_project"}, *fact, {basic, project}, *comparison);
      }
    }
  }

  /// Classes side by side, and the last total before them.
  void check_classes(std::size_t count) {
    const Fact* total = nullptr;
    std::vector<const Fact*> run;
    std::string scheme;
    const auto conclude = [&] {
      if (total != nullptr && run.size() >= kMinClasses) check_run(*total, run, count);
      run.clear();
    };
    for (std::size_t i = 0; i < count; ++i) {
      const Fact& fact = facts_[i];
      if (!is_level(fact)) continue;
      if (total != nullptr && fact.section != total->section) {
        conclude();
        total = nullptr;
      }
      const bool is_total = fact.concept_id == "expenditure.total" ||
                            fact.concept_id == "expenditure.basic" ||
                            fact.concept_id == "appropriation.expenditure";
      const bool is_of_the_year = fact.period == audited_.extraction.identity.fiscal_year;
      if (is_total && is_of_the_year && fact.amount_yuan) {
        conclude();
        total = &fact;
        continue;
      }
      if (digits_of(fact).size() != kClassDigits || total == nullptr) continue;
      if (!can_be_added(*total, fact)) continue;
      const std::string own = fact.code->substr(0, fact.code->find(':'));
      const bool is_repeated = std::any_of(
          run.begin(), run.end(), [&](const Fact* each) { return each->code == fact.code; });
      if (own != scheme || is_repeated) conclude();
      scheme = own;
      run.push_back(&fact);
    }
    conclude();
  }

  /// Whether a figure is in a sentence after the word for a reason: a part of what changed.
  bool is_in_a_reason(const Fact& fact) const {
    const FactPlace& place = audited_.places[static_cast<std::size_t>(&fact - facts_.data())];
    const std::string_view text = audited_.layout.paragraphs[place.paragraph].text.utf8();
    const std::string_view before = text.substr(0, place.first);
    const std::size_t stop = before.rfind(text::kSentenceEnds.front());
    return audited_.patterns.statements.expressions.clause_of_reason.matches(
        stop == std::string_view::npos ? before : before.substr(stop));
  }

  /// In each section, year and basis: a total, and after it nothing but items of the
  /// classification, or classes.
  void check_items(std::size_t count) {
    for (const auto& [key, figures] : figures_of_sections(count)) {
      std::vector<const Fact*> levels = figures;
      std::erase_if(levels, [this](const Fact* fact) {
        return !fact->amount_yuan || (digits_of(*fact).empty() && is_in_a_reason(*fact));
      });
      if (levels.size() <= kMinClasses) continue;
      const Fact& total = *levels.front();
      const std::vector<const Fact*> items(levels.begin() + 1, levels.end());
      const std::size_t length = digits_of(*items.front()).size();
      if (length != kItemDigits && length != kClassDigits) continue;
      std::set<std::string_view> codes;
      for (const Fact* item : items)
        if (digits_of(*item).size() == length) codes.insert(*item->code);
      if (!digits_of(total).empty() || codes.size() != items.size()) continue;
      const auto comparison = compare_sum(total, items);
      if (!comparison) continue;
      CheckMade made = sum_check({Check::kSum, "items"}, total, items, in_both(total.subject));
      made.may_be_partial = made.may_be_withheld = true;
      ledger_.record(made, *comparison);
    }
  }

  void check_run(const Fact& total, const std::vector<const Fact*>& run, std::size_t count) {
    const auto comparison = compare_sum(total, run);
    if (!comparison) return;
    if (comparison->agreement == Agreement::kInconsistent) {
      const std::vector<const Fact*> all = with_neighbours(total, run, count);
      const auto whole = compare_sum(total, all);
      if (whole && whole->agreement != Agreement::kInconsistent) {
        record({Check::kSum, "classes"}, total, all, *whole);
        return;
      }
    }
    if (comparison->agreement != Agreement::kInconsistent)
      return record({Check::kSum, "classes"}, total, run, *comparison);
    if (const Fact* missed = left_out(total, run, *comparison, count)) {
      ledger_.exonerate(sum_check({Check::kSum, "classes"}, total, run, in_both(total.subject)),
                        said(Sentence::kDifferenceInSection, {{"name", missed->subject}}));
      return;
    }
    record({Check::kSum, "classes"}, total, run, *comparison);
    // The sum of something else nearby: shows what the list covers.
    for (std::size_t i = 0; i < count; ++i) {
      const Fact& other = facts_[i];
      if (&other == &total || other.section != total.section || !can_be_added(total, other))
        continue;
      const auto fit = compare_sum(other, run);
      if (!fit || fit->agreement == Agreement::kInconsistent) continue;
      return record({Check::kSum, "classes"}, other, run, *fit);
    }
  }

  /// A figure of the section, not in the run, that is just what the run lacks.
  const Fact* left_out(const Fact& total, const std::vector<const Fact*>& run,
                       const Comparison& comparison, std::size_t count) const {
    if (comparison.difference.is_negative()) return nullptr;
    for (std::size_t i = 0; i < count; ++i) {
      const Fact& fact = facts_[i];
      if (&fact == &total || fact.section != total.section || !can_be_added(total, fact)) continue;
      if (std::find(run.begin(), run.end(), &fact) != run.end()) continue;
      const auto amount = amount_of(fact);
      if (amount && amount->value == comparison.difference) return &fact;
    }
    return nullptr;
  }

  /// The run with the figures among and right after it that have no class of their own.
  std::vector<const Fact*> with_neighbours(const Fact& total, const std::vector<const Fact*>& run,
                                           std::size_t count) const {
    const auto first = static_cast<std::size_t>(run.front() - facts_.data());
    const auto last = static_cast<std::size_t>(run.back() - facts_.data());
    std::vector<const Fact*> all;
    for (std::size_t i = first; i < count && i <= last + 1; ++i) {
      const bool is_of_a_class = digits_of(facts_[i]).size() <= kClassDigits;
      const bool is_near = audited_.places[i].paragraph <= audited_.places[last].paragraph;
      if (is_of_a_class && is_near && can_be_added(total, facts_[i])) all.push_back(&facts_[i]);
    }
    return all;
  }

  /// Projects described one by one under performance: together they can be 项目支出.
  void check_projects(std::size_t count) {
    std::vector<const Fact*> projects;
    const Fact* whole = nullptr;
    for (std::size_t i = 0; i < count; ++i) {
      const Fact& fact = facts_[i];
      if (!is_level(fact) || !fact.amount_yuan) continue;
      if (fact.concept_id == "expenditure.project" && whole == nullptr) {
        whole = &fact;
      } else if (is_about_performance(fact) && whole != nullptr && can_be_added(*whole, fact)) {
        projects.push_back(&fact);
      }
    }
    if (whole == nullptr || projects.size() < 2) return;
    const auto comparison = compare_sum(*whole, projects);
    if (comparison && comparison->agreement == Agreement::kExact)
      record({Check::kSum, "projects"}, *whole, projects, *comparison);
  }

  bool is_about_performance(const Fact& fact) const {
    const auto& sections = audited_.extraction.sections;
    for (int at = fact.section.value_or(-1); at >= 0;) {
      const Section& section = sections[static_cast<std::size_t>(at)];
      if (audited_.patterns.checks.words.performance_title.matches(section.title)) return true;
      at = section.parent;
    }
    return false;
  }

  const Audited& audited_;
  const std::vector<Fact>& facts_;
  Ledger& ledger_;
};

}  // namespace

void check_sums_of_statements(const Audited& audited, Ledger& ledger) {
  Sums(audited, ledger).check();
}

}  // namespace mingxi::audit
