#pragma once

#include <vector>

#include "layout/layout.h"

namespace mingxi {

/// The lines of a page outside its regions, top to bottom: what can be prose.
std::vector<Line> find_lines_outside(const Page& page, const std::vector<RuledRegion>& regions);

}  // namespace mingxi
