#pragma once

#include <string_view>
#include <utility>

namespace mingxi {

/// The unit that amounts are given in where nothing else is said.
inline constexpr std::string_view kYuan = "元";

/// The power of ten of a unit of money in 元: 元 0, 千元 3, 万元 and 万 4, 百万元 6, 亿 8. Words of
/// scale multiply; what is no scale counts nothing.
inline int exponent_of_money(std::string_view unit) {
  constexpr std::pair<std::string_view, int> kScales[] = {
      {"百", 2}, {"千", 3}, {"万", 4}, {"亿", 8}};
  int exponent = 0;
  for (bool found = true; found;) {
    found = false;
    for (const auto& [word, power] : kScales) {
      if (!unit.starts_with(word)) continue;
      unit.remove_prefix(word.size());
      exponent += power;
      found = true;
    }
  }
  return exponent;
}

}  // namespace mingxi
