#pragma once

#include <string>
#include <vector>

#include "facts/tables/table_facts.h"
#include "model/fact.h"

namespace mingxi::facts {

/// Makes a figure an amount of money in a unit, 万元.
void set_money(const std::string& unit, Fact& fact);

/// Gives a table that prints no unit, and its amounts, the unit of other tables that have its
/// totals; none where they disagree. Such a table has its unit from the document. Figures of a
/// table that is no statutory one and has no unit then are no money: they are taken out.
void infer_units(std::vector<Table>& tables, TableFacts& read);

}  // namespace mingxi::facts
