#pragma once

#include <cstddef>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace mingxi {

/// Texts put together from what spreadsheets run, split at or trip over; the same each time.
inline std::vector<std::string> hostile_texts(std::size_t count) {
  constexpr std::string_view kPieces[] = {"=",
                                          "+",
                                          "-",
                                          "@",
                                          "＝",
                                          "＋",
                                          "－",
                                          "＠",
                                          "'",
                                          "\"",
                                          ",",
                                          " ",
                                          "\t",
                                          "\r",
                                          "\n",
                                          ";",
                                          "|",
                                          "!",
                                          "A1",
                                          "1",
                                          "1.5",
                                          "SUM(A1)",
                                          "{",
                                          "}",
                                          "%",
                                          "5%",
                                          "cmd|'/C calc'!A0",
                                          "HYPERLINK(\"http://example.org\")",
                                          "表",
                                          "—",
                                          "http://example.org",
                                          "_x000D_"};
  std::mt19937 random(20'260'101);
  std::vector<std::string> texts(count);
  for (std::string& text : texts) {
    for (std::size_t left = 1 + random() % 6; left > 0; --left)
      text += kPieces[random() % std::size(kPieces)];
  }
  return texts;
}

}  // namespace mingxi
