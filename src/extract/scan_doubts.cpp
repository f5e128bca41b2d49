// Where a ruling was lost or a stroke was taken for one, amounts are where the print has none: two
// in one cell, one in a cell over several columns, or those of a column on no common edge.

#include "extract/scan_doubts.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <span>
#include <vector>

#include "layout/layout.h"
#include "text/characters.h"

namespace mingxi::extract {
namespace {

constexpr double kSameLine = 0.5;           // font sizes
constexpr double kSameEdge = 0.7;           // font sizes
constexpr std::size_t kMinAmounts = 4;      // of a column, to say how they are aligned
constexpr double kMinShareOnOneEdge = 0.7;  // of the amounts of a column end at one edge

struct Amount {
  Box box;
  double size = 0;
};

Box box_of(std::span<const Glyph> glyphs) {
  Box box = glyphs.front().box;
  for (const Glyph& glyph : glyphs) box = united(box, glyph.box);
  return box;
}

/// Adds a number with a point: others can be codes, years and counts.
void add_amount(std::span<const Glyph> glyphs, std::vector<Amount>& amounts) {
  const auto is_of_number = [](const Glyph& glyph) {
    const char32_t c = glyph.code_point;
    return text::is_digit(c) || c == U'.' || c == U',' || c == U'-';
  };
  const bool has_point = std::ranges::find(glyphs, U'.', &Glyph::code_point) != glyphs.end();
  if (has_point && std::ranges::all_of(glyphs, is_of_number))
    amounts.push_back({box_of(glyphs), glyphs.front().font_size});
}

/// Whether most of the amounts share a place that is taken of each.
template <typename PlaceOf>
bool share(const std::vector<Amount>& amounts, PlaceOf place_of) {
  std::vector<double> places;
  for (const Amount& amount : amounts) places.push_back(place_of(amount.box));
  std::sort(places.begin(), places.end());
  std::size_t most = 0;
  for (std::size_t first = 0, last = 0; first < places.size(); ++first) {
    while (last < places.size() && places[last] - places[first] <= kSameEdge * amounts[0].size)
      ++last;
    most = std::max(most, last - first);
  }
  return static_cast<double>(most) >= kMinShareOnOneEdge * static_cast<double>(places.size());
}

bool are_aligned(const std::vector<Amount>& amounts) {
  return amounts.size() < kMinAmounts || share(amounts, [](const Box& box) { return box.right; }) ||
         share(amounts, [](const Box& box) { return box.middle_x(); }) ||
         share(amounts, [](const Box& box) { return box.left; });
}

bool are_side_by_side(const Amount& a, const Amount& b) {
  return std::abs(a.box.middle_y() - b.box.middle_y()) < kSameLine * a.size;
}

/// The grid, or those of its cells, that there is evidence against.
void add_doubts(const Grid& grid, const std::vector<Amount>& amounts, std::vector<Box>& doubts) {
  std::map<int, std::vector<Amount>> columns;
  bool is_doubtful = false;
  for (const GridCell& cell : grid.cells) {
    std::vector<Amount> own;
    for (const Amount& amount : amounts)
      if (holds(cell.box, amount.box.middle_x(), amount.box.middle_y())) own.push_back(amount);
    if (own.empty()) continue;
    if (cell.column_span > 1) doubts.push_back(cell.box);
    is_doubtful = is_doubtful || (own.size() > 1 && are_side_by_side(own[0], own[1]));
    std::vector<Amount>& column = columns[cell.column];
    if (cell.column_span == 1) column.insert(column.end(), own.begin(), own.end());
  }
  for (const auto& [number, column] : columns) is_doubtful = is_doubtful || !are_aligned(column);
  if (is_doubtful) doubts.push_back(grid.box);
}

std::vector<Box> doubtful_among(const Page& ruled, const std::vector<Amount>& amounts) {
  std::vector<Box> doubts;
  if (amounts.empty()) return doubts;
  for (const Grid& grid : layout::find_grids(ruled)) add_doubts(grid, amounts, doubts);
  return doubts;
}

}  // namespace

std::vector<Box> doubtful_grids(const Page& page) {
  std::vector<Amount> amounts;
  for (const OcrReading& reading : page.ocr_readings)
    if (reading.first < reading.last)
      add_amount(std::span(page.glyphs)
                     .subspan(reading.first - page.first_glyph, reading.last - reading.first),
                 amounts);
  return doubtful_among(page, amounts);
}

void doubt_pieces(ocr::ScannedPage& read) {
  Page ruled;
  ruled.width = read.frame.width;
  ruled.height = read.frame.height;
  ruled.rulings = read.frame.rulings;
  std::vector<Amount> amounts;
  for (const ocr::OcrPiece& piece : read.pieces)
    if (!piece.readings.front().glyphs.empty()) add_amount(piece.readings.front().glyphs, amounts);
  std::vector<Box> doubts = doubtful_among(ruled, amounts);
  doubts.insert(doubts.end(), read.frame.seals.begin(), read.frame.seals.end());
  for (ocr::OcrPiece& piece : read.pieces) {
    if (piece.readings.front().glyphs.empty()) continue;
    const Box box = box_of(piece.readings.front().glyphs);
    if (std::ranges::any_of(doubts, [&box](const Box& part) { return touch(part, box); }))
      piece.is_agreed = false;
  }
}

}  // namespace mingxi::extract
