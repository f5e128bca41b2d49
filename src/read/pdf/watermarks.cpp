#include "read/pdf/watermarks.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <set>
#include <string>

namespace mingxi::read {
namespace {

constexpr double kWidestGap = 1.5;   // font sizes between glyphs of one run
constexpr double kMinShared = 0.15;  // of the smaller glyph: more than boxes of neighbours share

/// Pale glyphs painted one after the other on one line.
struct Run {
  std::size_t page = 0;
  std::size_t first = 0;
  std::size_t last = 0;
  std::u32string text;
  Box box;
};

bool is_seen(const Glyph& glyph) {
  return glyph.visibility == Visibility::kVisible && glyph.code_point > U' ' &&
         glyph.code_point != 0xA0 && glyph.code_point != 0x3000;
}

void add_runs(const std::vector<Page>& pages, std::size_t number, std::vector<Run>& runs) {
  const std::vector<Glyph>& glyphs = pages[number].glyphs;
  const Glyph* before = nullptr;
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    const Glyph& glyph = glyphs[i];
    if (!is_seen(glyph)) continue;
    if (!glyph.is_pale) {
      before = nullptr;
      continue;
    }
    const bool goes_on = before != nullptr && glyph.baseline == before->baseline &&
                         glyph.box.left >= before->box.left &&
                         glyph.box.left - before->box.right < kWidestGap * glyph.font_size;
    if (!goes_on) runs.push_back({number, i, i, {}, glyph.box});
    runs.back().text += glyph.code_point;
    runs.back().box = united(runs.back().box, glyph.box);
    runs.back().last = i + 1;
    before = &glyph;
  }
}

/// What ink there is of a glyph: its box is as high as its font.
Box body_of(const Glyph& glyph) {
  return {glyph.box.left, glyph.baseline - 0.8 * glyph.font_size, glyph.box.right, glyph.baseline};
}

double shared_part(const Box& a, const Box& b) {
  const double width = std::min(a.right, b.right) - std::max(a.left, b.left);
  const double height = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
  if (width <= 0 || height <= 0) return 0;
  const double smaller = std::min(a.width() * a.height(), b.width() * b.height());
  return smaller > 0 ? width * height / smaller : 0;
}

/// The glyphs of a page that are seen, upright and dark, by baseline.
std::vector<const Glyph*> dark_text(const Page& page) {
  std::vector<const Glyph*> dark;
  for (const Glyph& glyph : page.glyphs)
    if (!glyph.is_pale && is_seen(glyph) && glyph.direction == Direction::kRight)
      dark.push_back(&glyph);
  std::sort(dark.begin(), dark.end(),
            [](const Glyph* a, const Glyph* b) { return a->baseline < b->baseline; });
  return dark;
}

/// What a pale run can lie over: the dark text and the rulings of a page.
class Others {
 public:
  explicit Others(const Page& page) : page_(page), dark_(dark_text(page)) {
    for (const Glyph* glyph : dark_) largest_ = std::max(largest_, glyph->font_size);
  }

  bool lie_under(const Run& run) const {
    for (std::size_t i = run.first; i < run.last; ++i)
      if (is_seen(page_.glyphs[i]) && lie_under(page_.glyphs[i])) return true;
    return false;
  }

 private:
  bool lie_under(const Glyph& glyph) const {
    const Box body = body_of(glyph);
    auto other =
        std::lower_bound(dark_.begin(), dark_.end(), body.top,
                         [](const Glyph* each, double height) { return each->baseline < height; });
    for (; other != dark_.end() && (*other)->baseline < body.bottom + largest_; ++other)
      if (shared_part(body, body_of(**other)) > kMinShared) return true;
    return std::any_of(page_.rulings.begin(), page_.rulings.end(),
                       [&body](const Ruling& ruling) { return crosses(ruling.box, body); });
  }

  static bool crosses(const Box& ruling, const Box& body) {
    const bool down = ruling.height() > ruling.width() &&
                      ruling.middle_x() > body.left + body.width() / 4 &&
                      ruling.middle_x() < body.right - body.width() / 4 && ruling.top < body.top &&
                      ruling.bottom > body.bottom;
    const bool over = ruling.width() > ruling.height() &&
                      ruling.middle_y() > body.top + body.height() / 4 &&
                      ruling.middle_y() < body.bottom - body.height() / 4 &&
                      ruling.left < body.left && ruling.right > body.right;
    return down || over;
  }

  const Page& page_;
  std::vector<const Glyph*> dark_;  // by baseline
  double largest_ = 0;
};

}  // namespace

void mark_watermarks(std::vector<Page>& pages) {
  std::vector<Run> runs;
  for (std::size_t i = 0; i < pages.size(); ++i) add_runs(pages, i, runs);
  std::set<std::u32string> watermarks;
  for (auto run = runs.begin(); run != runs.end();) {  // in the order of pages
    const Others others(pages[run->page]);
    const std::size_t page = run->page;
    for (; run != runs.end() && run->page == page; ++run)
      if (!watermarks.contains(run->text) && others.lie_under(*run)) watermarks.insert(run->text);
  }
  if (watermarks.empty()) return;
  for (const Run& run : runs) {
    if (!watermarks.contains(run.text)) continue;
    for (std::size_t i = run.first; i < run.last; ++i)
      if (is_seen(pages[run.page].glyphs[i]))
        pages[run.page].glyphs[i].visibility = Visibility::kWatermark;
  }
}

}  // namespace mingxi::read
