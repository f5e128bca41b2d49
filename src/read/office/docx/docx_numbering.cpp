#include "read/office/docx/docx_numbering.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "model/traced_text.h"
#include "text/written_numbers.h"

namespace mingxi::read {
namespace {

std::optional<int> number_of(const std::string& text) {
  constexpr int kMax = 1'000'000;
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end == text.data() || value < 0 || value > kMax) return std::nullopt;
  return value;
}

std::string roman(int number) {
  constexpr std::array<std::pair<int, const char*>, 13> kParts{{{1000, "m"},
                                                                {900, "cm"},
                                                                {500, "d"},
                                                                {400, "cd"},
                                                                {100, "c"},
                                                                {90, "xc"},
                                                                {50, "l"},
                                                                {40, "xl"},
                                                                {10, "x"},
                                                                {9, "ix"},
                                                                {5, "v"},
                                                                {4, "iv"},
                                                                {1, "i"}}};
  if (number <= 0 || number >= 4000) return std::to_string(number);
  std::string result;
  for (const auto& [value, letters] : kParts)
    for (; number >= value; number -= value) result += letters;
  return result;
}

std::string letters(int number) {
  if (number <= 0) return std::to_string(number);
  return std::string(static_cast<std::size_t>((number - 1) / 26 % 10 + 1),
                     static_cast<char>('a' + (number - 1) % 26));
}

std::string upper(std::string text) {
  for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  return text;
}

/// ① to ⑳.
std::string circled(int number) {
  if (number < 1 || number > 20) return std::to_string(number);
  std::string result;
  append_utf8(result, static_cast<char32_t>(0x2460 + number - 1));
  return result;
}

std::string full_width(int number) {
  std::string result;
  for (const char digit : std::to_string(number))
    append_utf8(result, static_cast<char32_t>(0xFF10 + (digit - '0')));
  return result;
}

std::string formatted(int number, std::string_view format) {
  if (format == "none") return "";
  if (format == "lowerRoman") return roman(number);
  if (format == "upperRoman") return upper(roman(number));
  if (format == "lowerLetter") return letters(number);
  if (format == "upperLetter") return upper(letters(number));
  if (format == "decimalZero") return (number < 10 ? "0" : "") + std::to_string(number);
  if (format == "decimalFullWidth" || format == "decimalFullWidth2") return full_width(number);
  if (format.starts_with("decimalEnclosed")) return circled(number);
  if (format == "chineseLegalSimplified") return text::capital_chinese_number(number);
  if (format.starts_with("chineseCounting") || format.starts_with("japaneseCounting") ||
      format.starts_with("taiwaneseCounting") || format == "ideographDigital")
    return text::chinese_number(number);
  return std::to_string(number);
}

}  // namespace

DocxNumbering::DocxNumbering(XmlNode numbering) {
  const auto read_level = [](XmlNode element, std::array<Level, kLevels>& levels) {
    const auto index = number_of(element.attribute("ilvl"));
    if (!index || *index >= static_cast<int>(kLevels)) return;
    Level& level = levels[static_cast<std::size_t>(*index)];
    level.start = number_of(element.child("start").attribute("val")).value_or(1);
    if (const XmlNode format = element.child("numFmt")) level.format = format.attribute("val");
    level.text = element.child("lvlText").attribute("val");
  };
  std::map<std::string, std::array<Level, kLevels>> definitions;
  for (const XmlNode element : elements_of(numbering)) {
    if (element.name() == "abstractNum") {
      auto& levels = definitions[element.attribute("abstractNumId")];
      for (const XmlNode level : elements_of(element))
        if (level.name() == "lvl") read_level(level, levels);
    } else if (element.name() == "num") {
      const std::string definition = element.child("abstractNumId").attribute("val");
      List list{.levels = definitions[definition], .counter = "definition " + definition};
      for (const XmlNode override : elements_of(element)) {
        if (override.name() != "lvlOverride") continue;
        list.counter = "list " + element.attribute("numId");
        const auto index = number_of(override.attribute("ilvl"));
        const auto start = number_of(override.child("startOverride").attribute("val"));
        if (index && start && *index < static_cast<int>(kLevels))
          list.levels[static_cast<std::size_t>(*index)].start = *start;
        if (const XmlNode level = override.child("lvl")) read_level(level, list.levels);
      }
      lists_[element.attribute("numId")] = std::move(list);
    }
  }
}

std::string DocxNumbering::next(const std::string& list, int level) {
  const auto found = lists_.find(list);
  if (found == lists_.end() || level < 0 || level >= static_cast<int>(kLevels)) return "";
  const auto& levels = found->second.levels;
  const auto at = static_cast<std::size_t>(level);
  const auto [counter, is_new] = counts_.try_emplace(found->second.counter);
  auto& counts = counter->second;
  if (is_new) counts.fill(-1);
  // A level that was skipped is counted as begun; those beneath begin anew.
  for (std::size_t i = 0; i < at; ++i)
    if (counts[i] < 0) counts[i] = levels[i].start;
  counts[at] = counts[at] < 0 ? levels[at].start : counts[at] + 1;
  std::fill(counts.begin() + static_cast<std::ptrdiff_t>(at) + 1, counts.end(), -1);
  if (levels[at].format == "bullet") return "";

  std::string result;
  const std::string& text = levels[at].text;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_slot =
        text[i] == '%' && i + 1 < text.size() && text[i + 1] >= '1' && text[i + 1] <= '9';
    if (!is_slot) {
      result += text[i];
      continue;
    }
    const auto slot = static_cast<std::size_t>(text[++i] - '1');
    result += formatted(counts[slot] < 0 ? levels[slot].start : counts[slot], levels[slot].format);
  }
  return result;
}

}  // namespace mingxi::read
