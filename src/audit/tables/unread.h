#pragma once

#include <set>
#include <utility>
#include <vector>

#include "audit/core/ledger.h"
#include "audit/core/stages.h"

namespace mingxi::audit {

/// Rows and columns of the cells of one table that are printed and were not read.
using UnreadPlaces = std::set<std::pair<int, int>>;

UnreadPlaces unread_in(const Table& table, const std::vector<UnreadCell>& cells);

/// The figures of the columns that were read whole.
TableFigures whole_columns(const TableFigures& figures, const UnreadPlaces& unread);

/// Lists a sum as not made because a figure of its row or column was not read.
void skip_unread(const CheckName& check, const Table& table, Ledger& ledger);

/// Sums across the columns of a table, as its header has them.
void check_rows(const TableFigures& figures, const UnreadPlaces& unread,
                const patterns::Patterns& patterns, Ledger& ledger);

}  // namespace mingxi::audit
