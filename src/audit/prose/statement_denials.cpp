// What the text says of an item, where the tables print otherwise: items that are not published and
// have their rows, projects that are paid and come to nothing.

#include <algorithm>
#include <string>

#include "audit/core/places.h"
#include "audit/core/table_figures.h"
#include "audit/prose/statement_figures.h"
#include "text/normalise.h"

namespace mingxi::audit {
namespace {

constexpr std::size_t kGroupDigits = 5;  // of a 款
constexpr std::size_t kItemDigits = 7;   // of a 项
constexpr int kCharacters = 40;          // of a quote

bool is_functional(const Fact& fact) { return fact.code && fact.code->starts_with("functional:"); }

class Denials {
 public:
  Denials(const Audited& audited, Ledger& ledger) : audited_(audited), ledger_(ledger) {}

  void check() {
    const patterns::Pattern& withheld = audited_.patterns.form.context.withheld_items;
    const patterns::Pattern& projects = audited_.patterns.form.context.spent_on_projects;
    for (const Paragraph& paragraph : audited_.layout.paragraphs) {
      const std::string_view text = paragraph.text.utf8();
      if (const auto match = withheld.find(text))
        check_withheld(paragraph.text, *match, withheld.group(*match, "group"));
      if (const auto match = projects.find(text)) check_projects(paragraph.text, *match);
    }
  }

 private:
  /// The row of a group in the tables; nothing where it is not there.
  const Fact* group_named(std::string_view name) const {
    for (const TableFigures& figures : audited_.tables)
      for (const Fact* fact : figures.facts)
        if (is_functional(*fact) && digits_of(*fact).size() == kGroupDigits &&
            bare_name(fact->subject) == name)
          return fact;
    return nullptr;
  }

  const Fact* item_of(const Fact& group) const {
    for (const TableFigures& figures : audited_.tables)
      for (const Fact* fact : figures.facts)
        if (is_functional(*fact) && digits_of(*fact).size() == kItemDigits &&
            fact->code->starts_with(*group.code) && !fact->value.is_zero())
          return fact;
    return nullptr;
  }

  void check_withheld(const TracedText& text, const patterns::Match& match, std::string_view name) {
    const Fact* group = group_named(name);
    const Fact* item = group == nullptr ? nullptr : item_of(*group);
    if (item == nullptr) return;
    tell(text, match,
         said(Sentence::kWithheldButPrinted, {{"group", name},
                                              {"code", digits_of(*item)},
                                              {"item", item->subject},
                                              {"amount", as_printed(*item) + item->unit}}),
         *item);
  }

  /// The total of basic expenditure, where the columns of projects hold nothing.
  const Fact* total_without_projects() const {
    const Fact* basic = nullptr;
    for (const TableFigures& figures : audited_.tables)
      for (const Fact* fact : figures.facts) {
        if (fact->component == "project" && !fact->value.is_zero()) return nullptr;
        const bool is_total = fact->line_kind == LineKind::kTotal && fact->component == "basic";
        if (is_total && !fact->value.is_zero() && basic == nullptr) basic = fact;
      }
    return basic;
  }

  void check_projects(const TracedText& text, const patterns::Match& match) {
    for (const TableFigures& figures : audited_.tables)
      if (is_of(figures.table->kind, TableSubject::kProjects)) return;
    if (const Fact* basic = total_without_projects())
      tell(text, match,
           said(Sentence::kNoProjectsInTables, {{"amount", as_printed(*basic) + basic->unit}}),
           *basic);
  }

  void tell(const TracedText& text, const patterns::Match& match, const Said& words,
            const Fact& fact) {
    ledger_.report(
        finding_of(Check::kTextTable, Severity::kWarning, FindingState::kInconsistent, words),
        {evidence_at(
             audited_.document, text, match.first(),
             std::min(match.last(), characters_after(text.utf8(), match.first(), kCharacters))),
         fact.evidence});
  }

  const Audited& audited_;
  Ledger& ledger_;
};

}  // namespace

void check_denials(const Audited& audited, Ledger& ledger) { Denials(audited, ledger).check(); }

}  // namespace mingxi::audit
