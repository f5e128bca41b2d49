#pragma once

#include "read/office/flow/flow.h"
#include "read/office/flow/page_maker.h"

namespace mingxi::read {

/// Sets a table with rulings around its cells, its columns as wide as what is in them.
void set_table(const FlowTable& table, PageMaker& pages);

/// How wide set_table makes it, points.
double width_of(const FlowTable& table);

}  // namespace mingxi::read
