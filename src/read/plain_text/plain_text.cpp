// One pass over the bytes; ASCII and the Chinese blocks are decided by comparisons, the rare rest
// by ICU's character properties. A page reserves once, for the characters that it can hold at most.

#include "read/plain_text/plain_text.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "read/plain_text/advance.h"
#include "text/characters.h"

namespace mingxi::read {
namespace {

// Points. A text has no sizes of its own: these are a form's usual type and spacing.
constexpr double kSize = 12;
constexpr double kHalfWidth = 6;
constexpr double kLineHeight = 18;
constexpr double kMargin = 72;
constexpr double kAscent = 0.88 * kSize;
constexpr double kDescent = 0.12 * kSize;
constexpr double kA4Width = 595.28;
constexpr double kA4Height = 841.89;
constexpr int kTabColumns = 8;

// Reads one character of well-formed UTF-8 that is not ASCII and steps over it.
char32_t next_character(const unsigned char*& at) {
  const char32_t first = at[0];
  if (first < 0xE0) {
    const char32_t c = (first & 0x1FU) << 6 | (at[1] & 0x3FU);
    at += 2;
    return c;
  }
  if (first < 0xF0) {
    const char32_t c = (first & 0x0FU) << 12 | (at[1] & 0x3FU) << 6 | (at[2] & 0x3FU);
    at += 3;
    return c;
  }
  const char32_t c =
      (first & 0x07U) << 18 | (at[1] & 0x3FU) << 12 | (at[2] & 0x3FU) << 6 | (at[3] & 0x3FU);
  at += 4;
  return c;
}

// How many characters of a page can be printed at most: one for each byte that begins one and is no
// space.
std::size_t count_printed(std::string_view utf8) {
  std::size_t count = 0;
  for (const char c : utf8) count += !text::continues_character(c) && (c & 0xE0) != 0 && c != ' ';
  return count;
}

class PageSetter {
 public:
  explicit PageSetter(Page& page) : page_(page) {}

  void set(std::string_view utf8) {
    page_.glyphs.reserve(count_printed(utf8));
    const auto* at = reinterpret_cast<const unsigned char*>(utf8.data());
    const auto* end = at + utf8.size();
    while (at < end) {
      if (*at < 0x80) {
        const unsigned char c = *at++;
        set_ascii(c, at < end ? *at : 0);
        continue;
      }
      const char32_t c = next_character(at);
      if (is_chinese_type(c)) {
        print(c, 2);
        continue;
      }
      const Advance advance = rare_advance(c);
      if (advance.ends_line) end_line();
      if (advance.is_printed) {
        print(c, advance.columns);
      } else {
        column_ += advance.columns;
      }
    }
    end_line();
    page_.width = std::max(kA4Width, 2 * kMargin + widest_ * kHalfWidth);
    page_.height = std::max(kA4Height, baseline_ - kLineHeight + kDescent + kMargin);
    page_.text_source = page_.glyphs.empty() ? TextSource::kNone : TextSource::kPlain;
  }

 private:
  void set_ascii(unsigned char c, unsigned char following) {
    if (c > ' ' && c != 0x7F) {
      print(c, 1);
    } else if (c == ' ') {
      ++column_;
    } else if (c == '\t') {
      column_ += kTabColumns - column_ % kTabColumns;
    } else if (c == '\n' || c == '\v' || (c == '\r' && following != '\n')) {
      end_line();
    }
  }

  void print(char32_t c, std::int64_t columns) {
    const double left = kMargin + static_cast<double>(column_) * kHalfWidth;
    column_ += columns;
    page_.glyphs.push_back(
        {.code_point = c,
         .box = {left, baseline_ - kAscent, left + static_cast<double>(columns) * kHalfWidth,
                 baseline_ + kDescent},
         .baseline = baseline_,
         .font_size = kSize,
         .direction = Direction::kRight,
         .visibility = Visibility::kVisible});
  }

  void end_line() {
    widest_ = std::max(widest_, static_cast<double>(column_));
    column_ = 0;
    baseline_ += kLineHeight;
  }

  Page& page_;
  std::int64_t column_ = 0;
  double baseline_ = kMargin + kAscent;
  double widest_ = 0;
};

}  // namespace

std::vector<Page> set_as_pages(std::string_view utf8) {
  std::vector<Page> pages;
  GlyphId first_glyph = 0;
  while (true) {
    const std::size_t feed = utf8.find('\f');
    Page& page = pages.emplace_back();
    page.number = static_cast<int>(pages.size());
    page.first_glyph = first_glyph;
    PageSetter(page).set(utf8.substr(0, feed));
    first_glyph += static_cast<GlyphId>(page.glyphs.size());
    if (feed == std::string_view::npos) break;
    utf8.remove_prefix(feed + 1);
    // pdftotext ends each page, the last one too, with a form feed.
    if (utf8.find_first_not_of(" \t\r\n\f") == std::string_view::npos) break;
  }
  return pages;
}

}  // namespace mingxi::read
