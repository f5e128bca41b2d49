// The goals that a document sets for its projects, against the list of the projects: each project
// has one amount in both, all of them together what the list comes to, and the prose says how many
// they are and what they cost (涉及项目10个、资金933万元).

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "audit/between/named_figures.h"
#include "audit/core/stages.h"
#include "audit/core/sums.h"
#include "audit/tables/forms.h"
#include "audit/tables/table_names.h"
#include "text/normalise.h"

namespace mingxi::audit {
namespace {

constexpr std::size_t kMinAgreed = 2;  // projects, to each that does not
constexpr std::size_t kMinGoals = 2;

class ProjectGoals {
 public:
  ProjectGoals(const Audited& audited, const Forms& forms, Ledger& ledger)
      : audited_(audited), ledger_(ledger) {
    year_ = audited.extraction.identity.fiscal_year.value_or(0);
    read_list();
    for (const Form& form : forms.all())
      if (!form.project.empty() && form.is_of_goals) goals_.push_back(&form);
  }

  void check() {
    check_projects();
    check_all_goals();
    if (total_ != nullptr && projects_ > 0) check_prose();
  }

 private:
  /// The projects of the only list there is, and what they come to.
  void read_list() {
    std::size_t lists = 0;
    for (const TableFigures& figures : audited_.tables) {
      if (!is_of(figures.table->kind, TableSubject::kProjects)) continue;
      if (++lists > 1) break;
      list_ = figures.table;
      for (const Fact* fact : figures.facts) {
        const bool is_whole =
            is_amount(*fact) && (fact->component == "total" || fact->component == "amount");
        if (!is_whole) continue;
        if (fact->line_kind == LineKind::kTotal && total_ == nullptr) total_ = fact;
        if (fact->line_kind != LineKind::kLeaf) continue;
        ++projects_;
        rows_[bare_name(fact->subject)].push_back(fact);
      }
    }
    if (lists == 1) return;
    total_ = nullptr;
    rows_.clear();
  }

  /// A project of the forms against the row of its name. A project with several forms has its money
  /// from several years or sources: which of them the list prints is not said.
  void check_projects() {
    std::map<std::string, std::size_t> forms;
    for (const Form* form : goals_) ++forms[bare_name(form->project)];
    std::vector<std::pair<CheckMade, Comparison>> failed;
    std::size_t agreed = 0;
    for (const Form* form : goals_) {
      const auto rows = rows_.find(bare_name(form->project));
      const Fact* goal = form->lines.front().budget;
      if (rows == rows_.end() || !goal->amount_yuan) continue;
      // Several bodies have projects of one name: any of them may be meant.
      const Facts& same = rows->second;
      const auto found = std::find_if(same.begin(), same.end(),
                                      [&](const Fact* row) { return is_near(*goal, *row); });
      const Fact& row = found == same.end() ? *same.front() : **found;
      const auto comparison = compare(*amount_of(*goal), {*amount_of(row)});
      if (!comparison) continue;
      if (found != same.end()) {
        ++agreed;
        ledger_.record(check_of(*form, *goal, row), *comparison);
      } else if (same.size() == 1 && forms[rows->first] == 1) {
        failed.emplace_back(check_of(*form, *goal, row), *comparison);
      }
    }
    for (auto& [made, comparison] : failed) {
      if (agreed >= kMinAgreed * failed.size())
        ledger_.record(made, comparison);
      else
        ledger_.exonerate(made, said(Sentence::kPerhapsNotAllParts));
    }
  }

  CheckMade check_of(const Form& form, const Fact& goal, const Fact& row) const {
    const Said about = two_places(
        said(Sentence::kPlace, {{"table", title_of(*form.table)}, {"row", form.project}}).chinese,
        place_name(*list_, row));
    return {.check = Check::kCrossTable,
            .formula = with_unit(goal) + " = " + with_unit(row),
            .facts = {&goal, &row},
            .about = about,
            .support = Support::kWeak};
  }

  /// What the goals of all projects are set for: of forms, or of a list of goals.
  Facts goals_of_projects() const {
    Facts goals;
    for (const Form* form : goals_)
      if (form->lines.front().budget->amount_yuan) goals.push_back(form->lines.front().budget);
    if (!goals.empty()) return goals.size() == goals_.size() ? goals : Facts();
    for (const TableFigures& figures : audited_.tables)
      for (const Fact* fact : figures.facts)
        if (is_of(figures.table->kind, TableSubject::kPerformance) && is_amount(*fact) &&
            fact->component == "total" && fact->line_kind == LineKind::kLeaf)
          goals.push_back(fact);
    return goals;
  }

  /// What all projects cost: the total of their list, or of the column of projects.
  const Fact* all_projects() const {
    if (total_ != nullptr) return total_;
    const Fact* most = nullptr;
    for (const TableFigures& figures : audited_.tables)
      for (const Fact* fact : figures.facts) {
        const bool is_total = is_amount(*fact) && fact->period == year_ &&
                              fact->component == "project" && fact->line_kind == LineKind::kTotal;
        if (is_total && (most == nullptr || *most->amount_yuan < *fact->amount_yuan)) most = fact;
      }
    return most;
  }

  /// All goals come to what the projects do, or to less: some have none.
  void check_all_goals() {
    const Fact* total = all_projects();
    const Facts goals = goals_of_projects();
    if (total == nullptr || goals.size() < kMinGoals) return;
    const auto comparison = compare_sum(*total, goals);
    if (!comparison) return;
    if (comparison->agreement != Agreement::kInconsistent) {
      ledger_.record(sum_check(Check::kCrossTable, *total, goals, in_both(total->subject)),
                     *comparison);
    } else if (!comparison->difference.is_negative()) {
      ledger_.note(
          {Check::kCrossTable, "goals"},
          said(Sentence::kGoalsOfSomeProjects, {{"count", std::to_string(goals.size())},
                                                {"sum", in_unit_of(*total, comparison->expected)},
                                                {"total", with_unit(*total)}}),
          {total, goals.front()});
    }
  }

  bool is_printed_in_tables(const Fact& amount) const {
    for (const TableFigures& figures : audited_.tables)
      for (const Fact* fact : figures.facts)
        if (is_amount(*fact) && is_near(amount, *fact)) return true;
    return false;
  }

  /// Whether a section, or one around it, is of performance.
  bool is_of_performance(int section) const {
    const auto& sections = audited_.extraction.sections;
    for (; section >= 0; section = sections[static_cast<std::size_t>(section)].parent)
      if (audited_.patterns.checks.words.performance_title.matches(
              text::normalised(sections[static_cast<std::size_t>(section)].title)))
        return true;
    return false;
  }

  void check_prose() {
    const auto& words = audited_.patterns.checks.words;
    const auto& facts = audited_.extraction.facts;
    for (std::size_t i = 0; i + 1 < audited_.places.size(); ++i) {
      const Fact& count = facts[i];
      const Fact& amount = facts[i + 1];
      const bool follow = audited_.places[i].paragraph == audited_.places[i + 1].paragraph &&
                          is_amount(amount) && amount.period == year_;
      if (follow && words.projects.matches(text::normalised(count.subject)) &&
          words.unit_of_a_list.matches(count.unit) && is_of_performance(count.section.value_or(-1)))
        compare_prose(count, amount);
    }
  }

  void compare_prose(const Fact& count, const Fact& amount) {
    const bool are_all = count.value == Decimal(static_cast<std::int64_t>(projects_), 0);
    const auto comparison = compare(*amount_of(amount), {*amount_of(*total_)});
    if (!comparison) return;
    const bool holds = comparison->agreement != Agreement::kInconsistent;
    if (!holds && (!are_all || is_printed_in_tables(amount))) {
      ledger_.skip(Check::kTextTable,
                   said(Sentence::kPerhapsOtherProjects, {{"amount", with_unit(amount)}}));
      return;
    }
    const Said about = said(Sentence::kGoalsOfProjects, {{"count", as_printed(count)}});
    ledger_.record({.check = Check::kTextTable,
                    .formula = with_unit(amount) + " = " + with_unit(*total_),
                    .facts = {&amount, total_, &count},
                    .about = about},
                   *comparison);
  }

  const Audited& audited_;
  Ledger& ledger_;
  int year_ = 0;
  const Table* list_ = nullptr;
  const Fact* total_ = nullptr;  // of the list
  std::size_t projects_ = 0;
  std::map<std::string, Facts> rows_;  // by the name of the project
  std::vector<const Form*> goals_;
};

}  // namespace

void check_project_goals(const Audited& audited, const Forms& forms, Ledger& ledger) {
  ProjectGoals(audited, forms, ledger).check();
}

}  // namespace mingxi::audit
