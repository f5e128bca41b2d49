#include "text/characters.h"

#include <algorithm>

namespace mingxi::text {
namespace {

bool is_closing(char32_t c) {
  return c == U'”' || c == U'’' || c == U'"' || c == U')' || c == U'】' || c == U'》' ||
         c == U'」' || c == U'』' || c == U']';
}

}  // namespace

char32_t previous_code_point(std::string_view utf8, std::size_t& at) {
  --at;
  while (at > 0 && continues_character(utf8[at])) --at;
  std::size_t from = at;
  return next_code_point(utf8, from);
}

char32_t first_code_point(std::string_view utf8) {
  std::size_t at = 0;
  return utf8.empty() ? U'\0' : next_code_point(utf8, at);
}

char32_t last_code_point(std::string_view utf8) {
  std::size_t at = utf8.size();
  return utf8.empty() ? U'\0' : previous_code_point(utf8, at);
}

std::size_t count_code_points(std::string_view utf8) {
  return static_cast<std::size_t>(std::count_if(
      utf8.begin(), utf8.end(), [](char byte) { return !continues_character(byte); }));
}

bool contains_han(std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size();)
    if (is_han(next_code_point(utf8, at))) return true;
  return false;
}

bool ends_a_sentence(std::string_view utf8) {
  std::size_t at = utf8.size();
  while (at > 0) {
    const char32_t c = previous_code_point(utf8, at);
    if (is_closing(c)) continue;
    return c == U'。' || c == U'！' || c == U'？' || c == U'；' || c == U'：' || c == U'!' ||
           c == U'?' || c == U';' || c == U':';
  }
  return false;
}

bool is_left_open(std::string_view utf8) {
  const char32_t last = last_code_point(utf8);
  if (last == U'，' || last == U'、' || last == U',') return true;
  if (utf8.find('(') == std::string_view::npos) return false;
  return std::count(utf8.begin(), utf8.end(), '(') > std::count(utf8.begin(), utf8.end(), ')');
}

}  // namespace mingxi::text
