#pragma once

#include <string>
#include <vector>

#include "model/table.h"
#include "model/traced_text.h"

namespace mingxi {

/// One line of text as a reader sees it: glyphs on one baseline, left to right.
struct Line {
  int page = 1;
  Box box;               ///< from glyph boxes; its height is as wrong as the fonts are
  double baseline = 0;   ///< y, points
  double font_size = 0;  ///< of most of its glyphs, points
  TracedText text;       ///< normalised, without white space (text/normalise.h); see Paragraph

  /// y of the middle of its characters.
  double middle() const { return baseline - kMiddleShareOfSize * font_size; }

  bool operator==(const Line&) const = default;
};

/// What a paragraph is for.
enum class ParagraphRole {
  kBody,
  kHeading,   ///< the title of a section, a line or two of its own
  kContents,  ///< a line of a table of contents: not read for facts
  kCover,     ///< on the cover or title page, before the first section
  kNote,      ///< beside a ruled region: unit line, 注：…; not read for facts
};

/// Lines that belong together, joined over line and page breaks.
///
/// The text is normalised and holds no white space, except one space between two Latin words or
/// between two numbers that a wide gap keeps apart. So `1 , 066.60 万⏎元` reads 1,066.60万元.
struct Paragraph {
  int page = 1;  ///< where it begins
  ParagraphRole role = ParagraphRole::kBody;
  int section = -1;  ///< index in Layout::sections; -1 before the first
  TracedText text;

  bool operator==(const Paragraph&) const = default;
};

/// A heading and all that is under it until the next of its level or above. The numbering makes
/// the tree: 第一部分 (level 1), 一、 (2), （一） (3), 1. (4), （1） (5); unnumbered titles of a
/// document that numbers its parts another way are at level 1.
struct Section {
  int id = 0;         ///< index in Layout::sections
  std::string title;  ///< as printed, without its numbering
  int level = 1;
  int page = 1;
  int parent = -1;  ///< index of the section it is in; -1 at the top

  bool operator==(const Section&) const = default;
};

/// How far the lines of one column lie apart on the pages of a table, points: pages are shifted by
/// up to 2.
inline constexpr double kSameColumn = 4;

/// A cell between the lines of a grid.
struct GridCell {
  int row = 0;  ///< in its grid, from 0
  int column = 0;
  int row_span = 1;
  int column_span = 1;
  Box box;
  TracedText text;  ///< normalised, its lines joined; see Paragraph

  bool operator==(const GridCell&) const = default;
};

/// A ruled part of one page with its cells: the text inside it is not prose.
struct Grid {
  int page = 1;
  Box box;
  std::vector<double> column_lines;  ///< x, ascending, one more than there are columns; points
  std::vector<double> row_lines;     ///< y, likewise
  std::vector<GridCell> cells;       ///< by row, then column
  bool is_open_above = false;  ///< no line closes its first row: it can go on from another page
  bool is_open_below = false;
  std::vector<Line> above;  ///< the lines over it that can name it, top to bottom: title, unit
  std::vector<Line> heads;  ///< running heads over it
  std::vector<Line> below;  ///< what is under it, as notes do

  int rows() const { return static_cast<int>(row_lines.size()) - 1; }
  int columns() const { return static_cast<int>(column_lines.size()) - 1; }

  bool operator==(const Grid&) const = default;
};

/// The grids of one table, page by page.
struct GridSequence {
  std::vector<std::size_t> grids;  ///< indices in Layout::grids
  std::vector<TableJoin> joins;    ///< one for each grid but the first

  bool operator==(const GridSequence&) const = default;
};

/// What a reader sees: the document as paragraphs under sections.
struct Layout {
  std::vector<Paragraph> paragraphs;  ///< reading order
  std::vector<Section> sections;      ///< reading order
  std::vector<Grid> grids;            ///< reading order
  std::vector<GridSequence> tables;   ///< reading order; each grid is in one
  std::vector<PlacedBox> unread;  ///< text that is set as a table is, without rules to read it by
  std::vector<std::string> running_heads;  ///< lines repeated on pages and left out, normalised

  bool operator==(const Layout&) const = default;
};

}  // namespace mingxi
