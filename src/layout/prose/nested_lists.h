#pragma once

#include <vector>

#include "layout/prose/passages.h"
#include "patterns/layout.h"

namespace mingxi::layout {

/// For each passage, how many lists 一、 二、 … it is inside of that begin anew within an item of
/// such a list: after 二、主要任务 come 一、 to 七、 and then 三、, which goes on after 二、.
std::vector<int> depths_of_nested_lists(const std::vector<Passage>& passages,
                                        const patterns::LayoutPatterns& patterns);

}  // namespace mingxi::layout
