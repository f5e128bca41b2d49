#include "output/write/spreadsheet.h"

#include <algorithm>
#include <array>

#include "text/characters.h"
#include "text/clean_text.h"

namespace mingxi::output {
namespace {

using std::string_view;

constexpr std::size_t kMaxTextBytes = 32'767;  // Excel counts characters, which are not more
constexpr string_view kBlanks[] = {" ", "\u00A0", "\u3000"};
constexpr string_view kDashes[] = {"-", "－"};
constexpr string_view kSigns[] = {"+", "-", "＋", "－"};
constexpr string_view kStarts[] = {"=", "@", "＝", "＠", "\t", "\r", "\n"};

/// Takes one of the words off the front of a text.
template <std::size_t count>
bool take(string_view& text, const string_view (&words)[count]) {
  const auto found =
      std::ranges::find_if(words, [text](string_view word) { return text.starts_with(word); });
  if (found == std::end(words)) return false;
  text.remove_prefix(found->size());
  return true;
}

/// 121.33, 1,234.56, 5%: what is after the sign of a number.
bool is_unsigned_number(string_view text) {
  if (text.ends_with('%')) text.remove_suffix(1);
  bool has_point = false;
  bool has_digit = false;
  for (const char c : text) {
    if (text::is_digit(c)) {
      has_digit = true;
    } else if (c == '.' && !has_point) {
      has_point = true;
    } else if (c != ',' || !has_digit || has_point) {
      return false;
    }
  }
  return has_digit;
}

bool is_dashes(string_view text) {
  while (take(text, kDashes)) continue;
  return text.empty();
}

}  // namespace

bool needs_guard(string_view text) {
  while (text.starts_with('\'')) text.remove_prefix(1);
  while (take(text, kBlanks)) continue;
  if (take(text, kStarts)) return true;
  string_view rest = text;
  return take(rest, kSigns) && !is_dashes(text) && !is_unsigned_number(rest);
}

string_view unguarded(string_view text) {
  if (text.starts_with('\'') && needs_guard(text)) text.remove_prefix(1);
  return text;
}

std::string workbook_text(string_view text) {
  return std::string(text::first_bytes(text::clean(text), kMaxTextBytes));
}

}  // namespace mingxi::output
