// Income and expenditure side by side. Which list a figure is in is told by its column: the
// lists follow one another from left to right.

#include <algorithm>
#include <string>

#include "audit/tables/list_rows.h"
#include "audit/core/stages.h"
#include "audit/core/sums.h"

namespace mingxi::audit {
void check_lists(const TableFigures& figures, const patterns::CheckRules& rules, Ledger& ledger) {
  for (const patterns::SumIdentity& identity : rules.sums) {
    const auto& kinds = identity.tables;
    if (std::find(kinds.begin(), kinds.end(), figures.table->kind) == kinds.end()) continue;
    const std::string check = "sum/" + identity.id;
    const std::vector<const Fact*> wholes = rows_named(figures, rules.row(identity.whole));
    if (wholes.size() != 1) {
      ledger.skip(check, figures.table->id + "：没有读到唯一的合计行",
                  figures.table->id + ": no single row of the total was read");
      continue;
    }
    std::vector<const Fact*> parts;
    for (const std::string& id : identity.parts) {
      const std::vector<const Fact*> found = rows_named(figures, rules.row(id));
      // The first part must be there; what is carried over may be none.
      if (id == identity.parts.front() && found.size() != 1) {
        parts.clear();
        break;
      }
      parts.insert(parts.end(), found.begin(), found.end());
    }
    if (parts.empty()) {
      ledger.skip(check, figures.table->id + "：没有读到相关的行",
                  figures.table->id + ": the rows it adds up were not read");
      continue;
    }
    const Fact& whole = *wholes.front();
    const std::string about = "《" + figures.table->title + "》" + whole.subject;
    if (const auto comparison = compare_sum(whole, parts))
      ledger.record(sum_check(check, whole, parts, about), *comparison);
  }
}

}  // namespace mingxi::audit
