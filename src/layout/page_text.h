#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "model/layout.h"
#include "patterns/layout.h"

namespace mingxi::layout {

/// What a line is before it becomes part of a paragraph.
enum class LineRole { kProse, kRunningHead, kContents, kNote };

struct TextLine {
  Line line;
  LineRole role = LineRole::kProse;
};

/// Where the prose of a page is, in points. Lines that end a paragraph end anywhere; the others
/// end at the right edge.
struct TextBlock {
  double left = 0;
  double right = 0;
  double font_size = 12;             ///< of most of its text
  double pitch = 20;                 ///< from baseline to baseline
  bool indents_first_lines = false;  ///< the first line of a paragraph is indented by about two em
};

/// A page on its way from lines to paragraphs.
struct PageText {
  int number = 1;
  double left = 0;  ///< of its column, where text is set in two
  double width = 0;
  double height = 0;
  TextSource source = TextSource::kEmbedded;
  std::vector<Grid> grids;
  std::vector<Box> unread;      ///< what looks like a table and is not ruled
  std::vector<TextLine> lines;  ///< outside the grids, top to bottom
  TextBlock block;
};

/// Marks the lines that are no part of the text: page numbers, and what is at the top or bottom
/// of three pages or more. Returns each such line once, in order.
std::vector<std::string> mark_running_heads(std::vector<PageText>& pages,
                                            const patterns::LayoutPatterns& patterns);

/// Marks the entries of tables of contents and their title.
void mark_contents(std::vector<PageText>& pages, const patterns::LayoutPatterns& patterns);

/// Marks titles and unit lines above a region, notes below it, and what is beside it. Requires
/// measured blocks.
void mark_table_notes(std::vector<PageText>& pages, const patterns::LayoutPatterns& patterns);

/// Measures the block of each page from the lines that are prose so far.
void measure_blocks(std::vector<PageText>& pages);

/// Whether the line is in the middle of the block or page, away from both edges.
bool is_centred(const Line& line, const PageText& page);

/// Whether the line gives the unit of a table, its number or who made it: 单位：万元, 公开01表.
bool is_unit_line(std::string_view text, const patterns::LayoutPatterns& patterns);

}  // namespace mingxi::layout
