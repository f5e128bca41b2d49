#include "read/office/flow/page_maker.h"

#include <algorithm>

namespace mingxi::read {
namespace {

constexpr double kA4Width = 595.28;
constexpr double kA4Height = 841.89;
constexpr double kAscent = 0.88;  // font sizes
constexpr double kDescent = 0.12;

}  // namespace

void PageMaker::begin_page() {
  const GlyphId first = pages_.empty() ? 0
                                       : pages_.back().first_glyph +
                                             static_cast<GlyphId>(pages_.back().glyphs.size());
  pages_.push_back({.number = static_cast<int>(pages_.size()) + 1, .first_glyph = first});
  y_ = kFlowMargin;
  widest_ = 0;
}

void PageMaker::end_page() {
  Page& page = pages_.back();
  page.width = std::max(kA4Width, widest_ + kFlowMargin);
  page.height = std::max(kA4Height, y_ + kFlowMargin);
  page.text_source = page.glyphs.empty() ? TextSource::kNone : TextSource::kPlain;
}

void PageMaker::break_page() {
  if (pages_.back().glyphs.empty() && pages_.back().rulings.empty()) return;
  end_page();
  begin_page();
}

bool PageMaker::is_full(double height) const { return y_ + height > kA4Height - kFlowMargin; }

void PageMaker::print(const SetLine& line, double left, double baseline, double size) {
  double x = left;
  for (const SetCharacter& each : line) {
    const double right = x + each.columns * size / 2;
    if (each.is_printed)
      pages_.back().glyphs.push_back(
          {.code_point = each.c,
           .box = {x, baseline - kAscent * size, right, baseline + kDescent * size},
           .baseline = baseline,
           .font_size = size});
    x = right;
  }
  widest_ = std::max(widest_, x);
}

void PageMaker::rule(const Box& box) {
  pages_.back().rulings.push_back({box});
  widest_ = std::max(widest_, box.right);
}

std::vector<Page> PageMaker::taken() {
  end_page();
  // A break at the end begins no page.
  if (pages_.size() > 1 && pages_.back().glyphs.empty() && pages_.back().rulings.empty())
    pages_.pop_back();
  return std::move(pages_);
}

}  // namespace mingxi::read
