#pragma once

#include "audit/core/stages.h"

namespace mingxi::audit {

/// Whether two figures of the prose are of the same: by code, by concept or by name.
bool is_same_subject(const Fact& a, const Fact& b);

/// Whether a figure can be a whole or a part of a sum: a level, exact, no target.
bool is_level(const Fact& fact);

/// Whether a part is alike enough to its whole to be added: money to money, people to people, of
/// the same year and basis.
bool can_be_added(const Fact& whole, const Fact& part);

/// Changes and rates against the figures they are of.
void check_chains(const Audited& audited, Ledger& ledger);
/// Words that compare outcome and budget (决算数大于预算数) against the two.
void check_directions(const Audited& audited, Ledger& ledger);
/// Amounts with another unit than their like. Before all checks that it would break.
void check_units(const Audited& audited, Ledger& ledger);
/// What the text denies and the tables print.
void check_denials(const Audited& audited, Ledger& ledger);
/// Reasons against what they explain.
void check_reasons(const Audited& audited, Ledger& ledger);
/// The same said twice, with two figures.
void check_repeats(const Audited& audited, Ledger& ledger);
/// Changes of what adds up. After all sums.
void check_changes_of_sums(const Audited& audited, Ledger& ledger);
/// Sums in the prose: lists by code, 基本支出 and 项目支出, enumerations after a whole.
void check_sums_of_statements(const Audited& audited, Ledger& ledger);
/// Concepts that others of their section make up: 三公, 采购.
void check_partitions(const Audited& audited, Ledger& ledger);
/// Lists right after their whole: …万元，其中：….
void check_lists_of_statements(const Audited& audited, Ledger& ledger);
/// Shares and execution rates.
void check_shares(const Audited& audited, Ledger& ledger);
/// Counts against the names that are listed after them.
void check_counts(const Audited& audited, Ledger& ledger);
/// One figure stated twice with two values.
void check_conflicts(const Audited& audited, Ledger& ledger);

}  // namespace mingxi::audit
