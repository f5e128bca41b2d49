#include "text/normalise.h"

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "text/characters.h"

// Almost every character of a disclosure is decided by a few comparisons. What needs normalising is
// looked up: full-width forms by arithmetic, what NFKC leaves alone or changes wrongly in
// kNormalised, radicals and compatibility ideographs in a table filled once. The rest asks ICU.

namespace mingxi::text {
namespace {

/// Characters with a form that NFKC would not give. All dashes that can be a minus sign become
/// `-`; U+00AD is the hyphen of many PDF fonts. Radicals: Unicode CJKRadicals.txt.
constexpr auto kNormalised = std::to_array<std::pair<char32_t, const char*>>({
    {0x00AD, "-"},  {0x02DC, "~"},  {0x2010, "-"},  {0x2011, "-"},  {0x2015, "—"},  {0x2212, "-"},
    {0x223C, "~"},  {0x2266, "≤"},  {0x2267, "≥"},  {0x2A7D, "≤"},  {0x2A7E, "≥"},  {0x2E80, "⺀"},
    {0x2E81, "厂"}, {0x2E84, "乙"}, {0x2E85, "亻"}, {0x2E86, "冂"}, {0x2E88, "刀"}, {0x2E89, "刂"},
    {0x2E8B, "㔾"}, {0x2E92, "巳"}, {0x2E93, "幺"}, {0x2E95, "彐"}, {0x2E96, "忄"}, {0x2E98, "扌"},
    {0x2E99, "攵"}, {0x2E9B, "旡"}, {0x2E9D, "月"}, {0x2E9E, "歺"}, {0x2E9F, "母"}, {0x2EA0, "民"},
    {0x2EA1, "氵"}, {0x2EA3, "灬"}, {0x2EA4, "爫"}, {0x2EA6, "丬"}, {0x2EA8, "犭"}, {0x2EAA, "疋"},
    {0x2EAB, "目"}, {0x2EAC, "示"}, {0x2EAD, "礻"}, {0x2EAF, "糹"}, {0x2EB0, "纟"}, {0x2EB3, "罓"},
    {0x2EB6, "羊"}, {0x2EB7, "羊"}, {0x2EB9, "耂"}, {0x2EBC, "肉"}, {0x2EBE, "艹"}, {0x2EBF, "艹"},
    {0x2EC0, "艹"}, {0x2EC1, "虎"}, {0x2EC2, "衤"}, {0x2EC4, "西"}, {0x2EC5, "见"}, {0x2EC6, "角"},
    {0x2EC8, "讠"}, {0x2EC9, "贝"}, {0x2ECA, "足"}, {0x2ECB, "车"}, {0x2ECC, "辶"}, {0x2ECD, "辶"},
    {0x2ECE, "辶"}, {0x2ECF, "邑"}, {0x2ED0, "钅"}, {0x2ED1, "長"}, {0x2ED2, "镸"}, {0x2ED3, "长"},
    {0x2ED4, "门"}, {0x2ED6, "阝"}, {0x2ED7, "雨"}, {0x2ED8, "青"}, {0x2ED9, "韦"}, {0x2EDA, "页"},
    {0x2EDB, "风"}, {0x2EDC, "飞"}, {0x2EDD, "食"}, {0x2EDE, "食"}, {0x2EDF, "飠"}, {0x2EE0, "饣"},
    {0x2EE2, "马"}, {0x2EE3, "骨"}, {0x2EE4, "鬼"}, {0x2EE5, "鱼"}, {0x2EE6, "鸟"}, {0x2EE7, "卤"},
    {0x2EE8, "麦"}, {0x2EE9, "黄"}, {0x2EEA, "黾"}, {0x2EEB, "斉"}, {0x2EEC, "齐"}, {0x2EED, "歯"},
    {0x2EEE, "齿"}, {0x2EEF, "竜"}, {0x2EF0, "龙"}, {0x2EF2, "亀"}, {0x2EF3, "龟"}, {0x301C, "~"},
    {0x33A1, "m²"}, {0x33A5, "m³"},
});

constexpr char32_t kReplacement = 0xFFFD;

constexpr bool is_between(char32_t c, char32_t first, char32_t last) {
  return c >= first && c <= last;
}

/// White space, controls and marks without ink.
constexpr bool is_blank(char32_t c) {
  return c <= 0x20 || is_between(c, 0x7F, 0xA0) || is_between(c, 0x2000, 0x200F) ||
         is_between(c, 0x2028, 0x202F) || is_between(c, 0x205F, 0x206F) || c == 0x3000 ||
         c == 0xFEFF || c == 0x180E || is_between(c, 0xFE00, 0xFE0F);
}

/// Whether NFKC must not see the character, or need not.
constexpr bool stays(char32_t c) {
  if (is_between(c, 0x21, 0x7E) || is_between(c, 0x4E00, 0x9FFF)) return true;
  if (is_between(c, 0x3001, 0x3017)) return true;  // 、。〇〈〉《》「」【】〔〕
  if (is_between(c, 0x2012, 0x2014) || is_between(c, 0x2016, 0x2027)) return true;  // –—‘’“”…
  if (is_between(c, 0x2460, 0x2473)) return true;  // ①-⑳: no digits of the number before
  if (is_between(c, 0xB1, 0xBE) || is_between(c, 0x2070, 0x209F)) return true;  // ² ½: likewise
  if (c == 0x2212 || c == 0x223C || c == 0x2266 || c == 0x2267) return false;   // − ∼ ≦ ≧
  if (is_between(c, 0x2150, 0x215F) || is_between(c, 0x2190, 0x22FF)) return true;  // ⅓ ≥
  if (is_between(c, 0x2500, 0x27BF) || is_between(c, 0xE000, 0xF8FF)) return true;
  return c == 0xFF0C || c == 0xFF1B || c == 0xFF1A || c == 0xFF01 || c == 0xFF1F ||
         c == kReplacement;
}

struct Decoded {
  char32_t code_point;
  std::size_t length;  // bytes
};

/// The first code point; U+FFFD for one byte that is not well-formed UTF-8. Requires !utf8.empty().
Decoded decode_first(std::string_view utf8) {
  const auto byte = [utf8](std::size_t at) { return static_cast<unsigned char>(utf8[at]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || utf8.size() < length) return {kReplacement, 1};
  char32_t c = lead & (0x7F >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if (!continues_character(utf8[i])) return {kReplacement, 1};
    c = (c << 6) | (byte(i) & 0x3F);
  }
  constexpr char32_t kShortest[] = {0, 0, 0x80, 0x800, 0x10000};
  if (c < kShortest[length] || c > 0x10FFFF || is_between(c, 0xD800, 0xDFFF)) {
    return {kReplacement, 1};
  }
  return {c, length};
}

std::string nfkc(char32_t c) {
  std::string result;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKCInstance(status);
  if (U_FAILURE(status)) {
    append_utf8(result, c);
    return result;
  }
  const icu::UnicodeString normalised_form =
      normalizer->normalize(icu::UnicodeString(static_cast<UChar32>(c)), status);
  for (std::int32_t i = 0; i < normalised_form.length(); i = normalised_form.moveIndex32(i, 1)) {
    const auto part = static_cast<char32_t>(normalised_form.char32At(i));
    if (!is_blank(part)) append_utf8(result, part);
  }
  return result;
}

std::string normalised_by_icu(char32_t c) {
  for (const auto& [from, to] : kNormalised) {
    if (from == c) return to;
  }
  if (c > 0x10FFFF || is_between(c, 0xD800, 0xDFFF)) c = kReplacement;
  return nfkc(c);
}

/// The normalised forms of a run of code points, so that a font that prints radicals for ideographs
/// costs no more than another.
class NormalisedRange {
 public:
  NormalisedRange(char32_t first, char32_t last) : first_(first) {
    forms_.reserve(last - first + 1);
    for (char32_t c = first; c <= last; ++c) forms_.push_back(normalised_by_icu(c));
  }
  const std::string& form(char32_t c) const { return forms_[c - first_]; }

 private:
  char32_t first_;
  std::vector<std::string> forms_;
};

/// Requires !stays(c) and !is_blank(c).
std::string normalised_form(char32_t c) {
  if (is_between(c, 0xFF02, 0xFF5E)) return {static_cast<char>(c - 0xFF01 + '!')};
  if (is_between(c, 0x2E80, 0x2FDF)) {
    static const NormalisedRange radicals(0x2E80, 0x2FDF);
    return radicals.form(c);
  }
  if (is_between(c, 0xF900, 0xFAFF)) {
    static const NormalisedRange compatibility_ideographs(0xF900, 0xFAFF);
    return compatibility_ideographs.form(c);
  }
  return normalised_by_icu(c);
}

}  // namespace

void append_normalised(TracedText& to, char32_t c, GlyphId glyph) {
  if (is_between(c, 0x4E00, 0x9FFF)) {
    const char bytes[] = {static_cast<char>(0xE0 | (c >> 12)),
                          static_cast<char>(0x80 | ((c >> 6) & 0x3F)),
                          static_cast<char>(0x80 | (c & 0x3F))};
    to.append(std::string_view(bytes, sizeof bytes), glyph);
  } else if (is_between(c, 0x21, 0x7E)) {
    const char byte = static_cast<char>(c);
    to.append(std::string_view(&byte, 1), glyph);
  } else if (stays(c)) {
    std::string bytes;
    append_utf8(bytes, c);
    to.append(bytes, glyph);
  } else if (!is_blank(c)) {
    to.append(normalised_form(c), glyph);
  }
}

std::string normalised(std::string_view utf8) {
  std::string result;
  result.reserve(utf8.size());
  while (!utf8.empty()) {
    const auto [c, length] = decode_first(utf8);
    if (c == kReplacement) {
      append_utf8(result, c);
    } else if (stays(c)) {
      result.append(utf8.substr(0, length));
    } else if (!is_blank(c)) {
      result.append(normalised_form(c));
    }
    utf8.remove_prefix(length);
  }
  return result;
}

}  // namespace mingxi::text
