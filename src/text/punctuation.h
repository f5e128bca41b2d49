#pragma once

#include <array>
#include <string>
#include <string_view>

namespace mingxi::text {

/// The marks that end a sentence of a list or of prose, and those that end a clause of one.
inline constexpr std::array<std::string_view, 4> kSentenceEnds = {"。", "；", "！", "？"};
inline constexpr std::array<std::string_view, 5> kClauseEnds = {"。", "；", "，", "！", "？"};

/// The marks that part words, of which two are never side by side.
inline constexpr std::array<std::string_view, 5> kMarks = {"。", "，", "、", "；", "："};

/// What parts the names of a list, and what ends the list.
inline constexpr std::array<std::string_view, 5> kListJoints = {"、", "，", ",", "及", "和"};
inline constexpr std::array<std::string_view, 3> kListEnds = {"。", "；", ";"};

/// The marks that are set around words.
struct MarkPair {
  std::string_view open, close;
};
inline constexpr MarkPair kQuotes = {"“", "”"};
inline constexpr MarkPair kTitleMarks = {"《", "》"};
inline constexpr MarkPair kBrackets = {"(", ")"};
inline constexpr MarkPair kHexagonBrackets = {"〔", "〕"};
inline constexpr MarkPair kLenticularBrackets = {"【", "】"};

/// “本年收入”
inline std::string in_quotes(std::string_view words) {
  std::string quoted(kQuotes.open);
  (quoted += words) += kQuotes.close;
  return quoted;
}

}  // namespace mingxi::text
