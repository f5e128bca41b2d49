#pragma once

#include "model/layout.h"

namespace mingxi {

/// The lines of one page, top to bottom, whatever the drawing order; only glyphs that can be seen.
/// Lines do not cross a RuledRegion's edge.
std::vector<Line> find_lines(const Page& page, const std::vector<RuledRegion>& regions);

/// The parts of a page that are ruled: two crossing rulings suffice.
std::vector<RuledRegion> find_ruled_regions(const Page& page);

/// The document as a reader sees it: paragraphs joined over lines and pages, under their sections.
Layout lay_out(const Document& document);

}  // namespace mingxi
