#include "extract/scan_print.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>
#include <utility>

namespace mingxi::extract {
namespace {

bool is_good(const Glyph& glyph) {
  return glyph.visibility == Visibility::kVisible && glyph.direction == Direction::kRight &&
         glyph.code_point > U' ' && !is_without_unicode(glyph);
}

Box shifted(const Box& box, double x, double y) {
  return {box.left + x, box.top + y, box.right + x, box.bottom + y};
}

double confidence_of(const ocr::OcrPiece& piece) {
  constexpr double kMax = 0.99;
  constexpr double kMaxUnverified = 0.89;
  constexpr double kMaxDisputed = 0.5;
  const double own = piece.readings.front().confidence;
  if (piece.is_agreed) return std::clamp(own, kVerified, kMax);
  return std::clamp(own, 0.0, piece.readings.size() > 1 ? kMaxDisputed : kMaxUnverified);
}

OcrReading reading_of(const ocr::OcrPiece& piece, GlyphId first, GlyphId last) {
  OcrReading reading{.first = first,
                     .last = last,
                     .confidence = std::round(confidence_of(piece) * 100) / 100,
                     .alternatives = {}};
  for (std::size_t i = 1; !piece.is_agreed && i < piece.readings.size(); ++i)
    reading.alternatives.push_back(ocr::utf8_of(piece.readings[i]));
  return reading;
}

/// Whether most of a piece is printed where the page has good text of its own.
bool is_known(const std::vector<Glyph>& glyphs, double x, double y,
              const std::vector<Glyph>& good) {
  const auto known = std::count_if(glyphs.begin(), glyphs.end(), [&](const Glyph& glyph) {
    return std::ranges::any_of(good, [&](const Glyph& own) {
      return holds(own.box, glyph.box.middle_x() + x, glyph.box.middle_y() + y);
    });
  });
  return 2 * known > static_cast<std::ptrdiff_t>(glyphs.size());
}

/// Adds what was read of a part of a page whose top left corner is at a place.
void add_read(const ocr::ScannedPage& read, double x, double y, Page& page) {
  std::vector<Glyph> good;
  std::ranges::copy_if(page.glyphs, std::back_inserter(good), is_good);
  for (const Ruling& ruling : read.frame.rulings)
    page.rulings.push_back({shifted(ruling.box, x, y)});
  for (const ocr::OcrPiece& piece : read.pieces) {
    const std::vector<Glyph>& glyphs = piece.readings.front().glyphs;
    if (is_known(glyphs, x, y, good)) continue;
    const auto first = page.first_glyph + static_cast<GlyphId>(page.glyphs.size());
    for (Glyph glyph : glyphs) {
      glyph.box = shifted(glyph.box, x, y);
      glyph.baseline += y;
      page.glyphs.push_back(glyph);
    }
    const auto last = page.first_glyph + static_cast<GlyphId>(page.glyphs.size());
    page.ocr_readings.push_back(reading_of(piece, first, last));
  }
}

void print_whole(const ocr::ScannedPage& read, Page& page) {
  page.width = read.frame.width;
  page.height = read.frame.height;
  page.turn = read.frame.turn;
  page.rulings.clear();
  add_read(read, 0, 0, page);
  page.text_source = page.glyphs.empty() ? TextSource::kNone : TextSource::kOcr;
  if (page.glyphs.empty()) return;
  page.images.clear();
  for (const Box& seal : read.frame.seals) page.images.push_back({.box = seal});
}

/// The piece that was read in a place of a page, and the glyph there.
std::pair<const ocr::OcrPiece*, const Glyph*> read_at(const ocr::ScannedPage& read,
                                                      const Page& frame, const Box& place) {
  for (const ocr::OcrPiece& piece : read.pieces) {
    for (const Glyph& glyph : piece.readings.front().glyphs) {
      const Box box = on_paper(frame, glyph.box);
      if (holds(place, box.middle_x(), box.middle_y())) return {&piece, &glyph};
    }
  }
  return {nullptr, nullptr};
}

/// Gives the glyphs without Unicode the characters that were read in their place.
void print_unmapped(const ocr::ScannedPage& read, Page& page) {
  Page frame;
  frame.width = read.frame.width;
  frame.height = read.frame.height;
  frame.turn = read.frame.turn;
  const ocr::OcrPiece* before = nullptr;
  for (const std::size_t index : unmapped_glyphs(page)) {
    const auto [piece, glyph] = read_at(read, frame, page.glyphs[index].box);
    if (glyph == nullptr) continue;
    page.glyphs[index].code_point = glyph->code_point;
    const GlyphId id = page.first_glyph + static_cast<GlyphId>(index);
    if (piece == before && page.ocr_readings.back().last == id) {
      ++page.ocr_readings.back().last;
      continue;
    }
    before = piece;
    page.ocr_readings.push_back(reading_of(*piece, id, id + 1));
    page.ocr_readings.back().alternatives.clear();  // they are of the whole piece
  }
}

}  // namespace

void print_scans(const std::vector<Scan>& scans, Document& document) {
  std::set<std::size_t> begun;
  for (const Scan& scan : scans) {
    Page& page = document.pages[scan.page];
    if (begun.insert(scan.page).second) {
      const int number = page.number;
      page = scan.before;
      page.number = number;
    }
    switch (scan.part.part) {
      case ScanPart::kWhole:
        page.glyphs.clear();
        print_whole(scan.read, page);
        break;
      case ScanPart::kUnderText:
        // The text of a scan that was turned does not lie where the page is read.
        if (scan.read.frame.turn != Turn{}) page.glyphs.clear();
        std::erase_if(page.glyphs, [](const Glyph& glyph) { return !is_good(glyph); });
        print_whole(scan.read, page);
        break;
      case ScanPart::kPicture:
        add_read(scan.read, scan.part.box.left, scan.part.box.top, page);
        break;
      case ScanPart::kUnmapped:
        print_unmapped(scan.read, page);
        break;
    }
  }
  GlyphId first = 0;
  for (Page& page : document.pages) {
    std::ranges::sort(page.ocr_readings, {}, &OcrReading::first);
    for (OcrReading& reading : page.ocr_readings) {
      reading.first += first - page.first_glyph;
      reading.last += first - page.first_glyph;
    }
    page.first_glyph = first;
    first += static_cast<GlyphId>(page.glyphs.size());
  }
}

}  // namespace mingxi::extract
