#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "audit/core/table_figures.h"
#include "patterns/checks.h"

namespace mingxi::audit {

/// The figures of one list of a table that sets income and expenditure side by side. component
/// empty: the amount, or the total where there are several columns.
std::vector<const Fact*> list_figures(const TableFigures& figures, patterns::ListSide side,
                                      std::string_view component);

/// Those of them in the rows of this name that are the outermost of their kind: 上年结转, not the
/// sources it is divided into.
std::vector<const Fact*> rows_named(const TableFigures& figures, const patterns::RowName& name,
                                    std::string_view component = {});

}  // namespace mingxi::audit
