#include "ocr/numbers.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

#include "text/characters.h"

namespace mingxi::ocr {
namespace {

/// What a number says, its thousands separators aside.
std::string value_of(const OcrText& text) {
  OcrText bare{.glyphs = text.glyphs, .confidence = 0};
  std::erase_if(bare.glyphs, [](const Glyph& glyph) { return glyph.code_point == U','; });
  return utf8_of(bare);
}

/// How many digits follow a place without anything between them.
std::size_t digits_after(const std::vector<Glyph>& glyphs, std::size_t at) {
  std::size_t count = 0;
  while (at + 1 + count < glyphs.size() && text::is_digit(glyphs[at + 1 + count].code_point))
    ++count;
  return count;
}

/// Dust beside a point looks like another. The last mark is a point unless three digits follow a
/// comma; those before it part thousands.
void correct_points(std::vector<Glyph>& glyphs) {
  const auto is_mark = [](const Glyph& glyph) {
    return glyph.code_point == U'.' || glyph.code_point == U',';
  };
  for (std::size_t i = 0; i + 1 < glyphs.size();) {
    if (is_mark(glyphs[i]) && is_mark(glyphs[i + 1])) {
      if (glyphs[i + 1].code_point == U'.') glyphs[i].code_point = U'.';
      glyphs.erase(glyphs.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    } else {
      ++i;
    }
  }
  constexpr std::size_t kGroup = 3;
  bool is_last = true;
  for (std::size_t i = glyphs.size(); i-- > 0;) {
    if (!is_mark(glyphs[i])) continue;
    const std::size_t after = digits_after(glyphs, i);
    if (!is_last) {
      if (after == kGroup) glyphs[i].code_point = U',';
    } else if (after > 0 && after != kGroup) {
      glyphs[i].code_point = U'.';
    }
    is_last = false;
  }
}

/// How far a reading and the ink differ: ink without a character, characters without ink, and
/// digits as wide as two, which may be two that touch.
std::size_t misfits(const OcrText& text) {
  constexpr double kTwo = 0.62;  // of the font size; a bold digit takes 0.55
  const auto misfit = [](const Glyph& glyph) {
    return glyph.box.width() <= 0 ||
           (text::is_digit(glyph.code_point) && glyph.box.width() > kTwo * glyph.font_size);
  };
  return text.unread +
         static_cast<std::size_t>(std::count_if(text.glyphs.begin(), text.glyphs.end(), misfit));
}

}  // namespace

char32_t plain(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
  switch (c) {
    case U'。':
    case U'·':
      return U'.';
    case U'、':
      return U',';
    case U'—':
    case U'–':
    case U'一':
    case U'−':
      return U'-';
    default:
      return c;
  }
}

bool is_number(const OcrText& text) {
  std::size_t digits = 0, points = 0;
  for (std::size_t i = 0; i < text.glyphs.size(); ++i) {
    const char32_t c = text.glyphs[i].code_point;
    if (text::is_digit(c)) ++digits;
    if (c == U'.') ++points;
    if (c == U'-' && i > 0) return false;
    if (c == U',' && (i == 0 || digits_after(text.glyphs, i) != 3)) return false;
    if (c == U'%' && i + 1 < text.glyphs.size()) return false;
    if (!text::is_digit(c) && c != U'.' && c != U',' && c != U'-' && c != U'%') return false;
  }
  const bool is_dash = text.glyphs.size() == 1 && text.glyphs.front().code_point == U'-';
  return is_dash || (digits > 0 && points <= 1);
}

bool could_be_number(const OcrText& text) {
  return std::none_of(text.glyphs.begin(), text.glyphs.end(),
                      [](const Glyph& glyph) { return text::is_han(plain(glyph.code_point)); });
}

OcrText as_number(OcrText text) {
  for (Glyph& glyph : text.glyphs) glyph.code_point = plain(glyph.code_point);
  correct_points(text.glyphs);
  return text;
}

bool agree(const OcrText& a, const OcrText& b) {
  return is_number(a) && value_of(a) == value_of(b) && misfits(a) == 0 && misfits(b) == 0;
}

OcrPiece voted(std::vector<OcrText> readings) {
  struct Candidate {
    OcrText text;
    std::size_t votes = 0;
    bool fits = false;
  };
  std::vector<Candidate> candidates;
  std::size_t witnesses = 0;
  for (OcrText& reading : readings) {
    if (reading.glyphs.empty()) continue;
    const bool fits = misfits(reading) == 0 && is_number(reading);
    if (fits) ++witnesses;
    const auto same = std::find_if(candidates.begin(), candidates.end(), [&](const Candidate& c) {
      return value_of(c.text) == value_of(reading);
    });
    if (same == candidates.end()) {
      candidates.push_back({std::move(reading), 1, fits});
    } else {
      same->votes += 1;
      same->fits = same->fits || fits;
    }
  }
  const auto rank = [](const Candidate& candidate) {
    return std::tuple(candidate.fits, is_number(candidate.text), candidate.votes);
  };
  std::stable_sort(candidates.begin(), candidates.end(),
                   [&](const Candidate& a, const Candidate& b) { return rank(a) > rank(b); });
  OcrPiece piece;
  if (candidates.empty()) return piece;
  const Candidate& first = candidates.front();
  piece.is_agreed = first.fits && (first.votes > 2 || (first.votes == 2 && witnesses == 2));
  if (piece.is_agreed) candidates.resize(1);
  for (Candidate& candidate : candidates) piece.readings.push_back(std::move(candidate.text));
  return piece;
}

}  // namespace mingxi::ocr
