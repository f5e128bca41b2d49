#include "support/printed_page.h"

#include <algorithm>
#include <utility>

namespace mingxi {
namespace {

double advance_of(char32_t c, double size) { return c < 0x100 ? size / 2 : size; }

}  // namespace

PrintedPage::PrintedPage(double width, double height) {
  page_.width = width;
  page_.height = height;
  page_.text_source = TextSource::kEmbedded;
}

PrintedPage& PrintedPage::size(double points) {
  size_ = points;
  return *this;
}

PrintedPage& PrintedPage::spacing(double points) {
  spacing_ = points;
  return *this;
}

PrintedPage& PrintedPage::seen(Visibility visibility) {
  visibility_ = visibility;
  return *this;
}

PrintedPage& PrintedPage::running(Direction direction) {
  direction_ = direction;
  return *this;
}

PrintedPage& PrintedPage::print(double x, double y, std::u32string_view text) {
  for (const char32_t c : text) {
    Glyph glyph;
    glyph.code_point = c;
    glyph.box = {x, y - 0.8 * size_, x + advance_of(c, size_), y + 0.2 * size_};
    glyph.baseline = y;
    glyph.font_size = size_;
    glyph.direction = direction_;
    glyph.visibility = visibility_;
    page_.glyphs.push_back(glyph);
    x = glyph.box.right + spacing_;
  }
  return *this;
}

PrintedPage& PrintedPage::print_centred(double y, std::u32string_view text) {
  double width = spacing_ * (static_cast<double>(text.size()) - 1);
  for (const char32_t c : text) width += advance_of(c, size_);
  return print((page_.width - width) / 2, y, text);
}

PrintedPage& PrintedPage::rule(double x0, double y0, double x1, double y1) {
  constexpr double kHalf = 0.25;
  const auto [left, right] = std::minmax(x0, x1);
  const auto [top, bottom] = std::minmax(y0, y1);
  const bool is_horizontal = right - left >= bottom - top;
  page_.rulings.push_back({is_horizontal ? Box{left, top - kHalf, right, top + kHalf}
                                         : Box{left - kHalf, top, left + kHalf, bottom}});
  return *this;
}

PrintedPage& PrintedPage::grid(const std::vector<double>& xs, const std::vector<double>& ys) {
  for (const double x : xs) rule(x, ys.front(), x, ys.back());
  for (const double y : ys) rule(xs.front(), y, xs.back(), y);
  return *this;
}

Document document_of(std::vector<Page> pages) {
  Document document;
  GlyphId next = 0;
  int number = 1;
  for (Page& page : pages) {
    page.number = number++;
    page.first_glyph = next;
    next += static_cast<GlyphId>(page.glyphs.size());
    document.pages.push_back(std::move(page));
  }
  return document;
}

}  // namespace mingxi
