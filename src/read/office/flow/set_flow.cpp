#include "read/office/flow/set_flow.h"

#include <algorithm>
#include <cstddef>

#include "read/office/flow/broken_lines.h"
#include "read/office/flow/page_maker.h"
#include "read/office/flow/set_table.h"
#include "text/characters.h"

namespace mingxi::read {
namespace {

constexpr double kPitch = 1.5;                  // font sizes
constexpr double kAfterTable = 18;              // points
constexpr double kMinTableHeight = 80;          // points: less of a table is not begun on a page
constexpr std::size_t kLongestTitle = 60;       // characters
constexpr std::size_t kMaxTitleLines = 6;       // over a table
constexpr int kIndent = 4;                      // half widths
constexpr double kSmallest = 6, kLargest = 48;  // points

double height_of(const FlowBlock& block) {
  const auto* paragraph = std::get_if<FlowParagraph>(&block);
  return paragraph == nullptr ? kMinTableHeight : kPitch * paragraph->size;
}

bool can_be_title(const FlowBlock& block) {
  const auto* paragraph = std::get_if<FlowParagraph>(&block);
  return paragraph != nullptr && !text::is_longer_than(paragraph->text, kLongestTitle) &&
         !text::ends_a_sentence(paragraph->text);
}

/// The blocks from i on that belong together: a table with its title, or one block.
std::size_t end_of_group(const std::vector<FlowBlock>& blocks, std::size_t i) {
  std::size_t end = i;
  while (end < blocks.size() && end - i < kMaxTitleLines && can_be_title(blocks[end])) ++end;
  const bool is_titled = end < blocks.size() && std::holds_alternative<FlowTable>(blocks[end]);
  return is_titled ? end + 1 : i + 1;
}

/// Whether a block is a table wider than the text. Its page is wider too, and text on it would seem
/// to end before the edge.
bool is_wide(const FlowBlock& block) {
  const auto* table = std::get_if<FlowTable>(&block);
  return table != nullptr && width_of(*table) > kFlowWidth;
}

void set_paragraph(const FlowParagraph& paragraph, PageMaker& pages) {
  const double size = std::clamp(paragraph.size, kSmallest, kLargest);
  const int columns = static_cast<int>(2 * kFlowWidth / size);
  const int indent = paragraph.align == Align::kBody ? kIndent : 0;
  const double top = pages.y();
  double widest = 0;
  bool is_first = true;
  for (const SetLine& line : broken_lines(paragraph.text, columns, indent)) {
    const double width = columns_of(line) * size / 2;
    double left = kFlowMargin;
    if (paragraph.align == Align::kRight) left += kFlowWidth - width;
    if (paragraph.align == Align::kCentre) left += (kFlowWidth - width) / 2;
    if (is_first) left += indent * size / 2;
    pages.print(line, left, pages.y() + size, size);
    pages.move_down(kPitch * size);
    widest = std::max(widest, width);
    is_first = false;
  }
  if (!paragraph.place.empty())
    pages.add_place(
        {.box = {kFlowMargin, top, kFlowMargin + std::max(kFlowWidth, widest), pages.y()},
         .name = paragraph.place});
}

}  // namespace

std::vector<Page> set_flow(const std::vector<FlowBlock>& blocks) {
  PageMaker pages;
  std::size_t end = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (std::holds_alternative<FlowPageBreak>(blocks[i])) {
      pages.break_page();
      end = i + 1;
      continue;
    }
    if (i >= end) {
      end = end_of_group(blocks, i);
      double height = 0;
      for (std::size_t j = i; j < end; ++j) height += height_of(blocks[j]);
      if (pages.is_full(height) || is_wide(blocks[end - 1])) pages.break_page();
    }
    if (const auto* paragraph = std::get_if<FlowParagraph>(&blocks[i])) {
      set_paragraph(*paragraph, pages);
    } else if (const auto* table = std::get_if<FlowTable>(&blocks[i])) {
      pages.move_down(kUsualSize / 2);
      set_table(*table, pages);
      pages.move_down(kAfterTable);
      if (is_wide(blocks[i])) pages.break_page();
    }
  }
  return pages.taken();
}

}  // namespace mingxi::read
