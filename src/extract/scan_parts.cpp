// What is read by OCR is decided by area: by what an image covers, and how much of its height text
// is printed over.

#include "extract/scan_parts.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "text/characters.h"

namespace mingxi::extract {
namespace {

constexpr double kWide = 0.4;  // of the page
constexpr double kHigh = 0.1;
constexpr double kWhole = 0.7;              // of the area of the page
constexpr double kLargeAlone = 0.2;         // likewise, where there is almost no text
constexpr double kMaxTextHeight = 0.15;     // of the height of an image: the lines of a stamp
constexpr double kSameEdge = 2;             // points: strips of one image
constexpr std::size_t kFewCharacters = 40;  // a page number, a running head
constexpr double kMaxUnmapped = 0.3;        // of the characters

bool is_seen(const Glyph& glyph) {
  return glyph.visibility == Visibility::kVisible && glyph.code_point > U' ' &&
         glyph.code_point != 0xA0 && glyph.code_point != 0x3000;
}

Box on_page(const Box& box, const Page& page) {
  return {std::max(box.left, 0.0), std::max(box.top, 0.0), std::min(box.right, page.width),
          std::min(box.bottom, page.height)};
}

double area_of(const Box& box) { return std::max(box.width(), 0.0) * std::max(box.height(), 0.0); }

/// Scans can be painted in strips.
std::vector<Box> joined_images(const Page& page) {
  std::vector<Box> boxes;
  for (const Image& image : page.images) boxes.push_back(on_page(image.box, page));
  std::erase_if(boxes, [](const Box& box) { return area_of(box) <= 0; });
  std::sort(boxes.begin(), boxes.end(), [](const Box& a, const Box& b) { return a.top < b.top; });
  std::vector<Box> joined;
  for (const Box& box : boxes) {
    const auto above = std::ranges::find_if(joined, [&box](const Box& each) {
      return std::abs(each.left - box.left) <= kSameEdge &&
             std::abs(each.right - box.right) <= kSameEdge && box.top - each.bottom <= kSameEdge;
    });
    if (above == joined.end())
      joined.push_back(box);
    else
      *above = united(*above, box);
  }
  return joined;
}

/// How much of the height of a box lines of text are printed over.
double share_under_text(const Page& page, const Box& box) {
  constexpr std::size_t kBands = 200;
  std::array<bool, kBands> is_under{};
  std::vector<bool> is_read(page.glyphs.size());  // from the image itself
  for (const OcrReading& reading : page.ocr_readings)
    for (GlyphId id = reading.first; id < reading.last; ++id) is_read[id - page.first_glyph] = true;
  for (std::size_t i = 0; i < page.glyphs.size(); ++i) {
    const Glyph& glyph = page.glyphs[i];
    if (is_read[i] || !is_seen(glyph) || !holds(box, glyph.box.middle_x(), glyph.box.middle_y()))
      continue;
    const auto band = [&](double y) {
      const double at = (y - box.top) / box.height() * kBands;
      return static_cast<std::size_t>(std::clamp(at, 0.0, kBands - 1.0));
    };
    const double half = glyph.font_size / 2;
    std::fill(is_under.begin() + static_cast<std::ptrdiff_t>(band(glyph.box.middle_y() - half)),
              is_under.begin() + static_cast<std::ptrdiff_t>(band(glyph.box.middle_y() + half)) + 1,
              true);
  }
  return static_cast<double>(std::count(is_under.begin(), is_under.end(), true)) / kBands;
}

bool is_scan(const Page& page) {
  const auto seen =
      static_cast<std::size_t>(std::count_if(page.glyphs.begin(), page.glyphs.end(), is_seen));
  const double paper = page.width * page.height;
  const std::vector<Box> images = joined_images(page);
  if (seen < kFewCharacters)
    return std::ranges::any_of(
        images, [&](const Box& image) { return area_of(image) > kLargeAlone * paper; });
  return std::ranges::any_of(images, [&](const Box& image) {
    return area_of(image) > kWhole * paper && share_under_text(page, image) <= kMaxTextHeight;
  });
}

bool is_mostly_unmapped(const Page& page) {
  const auto seen = std::count_if(page.glyphs.begin(), page.glyphs.end(), is_seen);
  return static_cast<std::size_t>(seen) >= kFewCharacters &&
         static_cast<double>(unmapped_glyphs(page).size()) >
             kMaxUnmapped * static_cast<double>(seen);
}

}  // namespace

bool is_without_unicode(const Glyph& glyph) {
  return glyph.visibility == Visibility::kVisible && glyph.box.width() > 0 &&
         text::is_without_meaning(glyph.code_point);
}

std::vector<std::size_t> unmapped_glyphs(const Page& page) {
  std::vector<std::size_t> found;
  const auto is_unmapped = [&page](std::size_t i) {
    return i < page.glyphs.size() && is_without_unicode(page.glyphs[i]);
  };
  for (std::size_t i = 0; i < page.glyphs.size(); ++i) {
    if (!is_unmapped(i)) continue;
    const bool is_alone = !is_unmapped(i + 1) && (i == 0 || !is_unmapped(i - 1));
    if (!is_alone || !text::is_of_symbol_font(page.glyphs[i].code_point)) found.push_back(i);
  }
  return found;
}

std::vector<Box> pictures_on(const Page& page) {
  std::vector<Box> pictures;
  for (const Box& box : joined_images(page)) {
    if (box.width() < kWide * page.width || box.height() < kHigh * page.height) continue;
    if (share_under_text(page, box) <= kMaxTextHeight) pictures.push_back(box);
  }
  return pictures;
}

std::vector<PartToRead> parts_to_read(const Page& page) {
  if (is_mostly_unmapped(page)) return {{ScanPart::kWhole}};
  if (is_scan(page)) return {{ScanPart::kUnderText}};
  std::vector<PartToRead> parts;
  for (const Box& box : pictures_on(page)) parts.push_back({ScanPart::kPicture, box});
  if (!unmapped_glyphs(page).empty()) parts.push_back({ScanPart::kUnmapped});
  return parts;
}

}  // namespace mingxi::extract
