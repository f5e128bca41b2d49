#include "facts/tables/codes.h"

#include <algorithm>
#include <optional>

#include "facts/tables/cell_values.h"
#include "text/characters.h"

namespace mingxi::facts {
namespace {

/// The scheme that a code is of: nothing for numbers of units and other lists.
std::optional<RowCode> code_from(std::string_view digits) {
  const std::size_t size = digits.size();
  if (!is_all_digits(digits) || (size != 3 && size != 5 && size != 7)) return std::nullopt;
  switch (digits[0]) {
    case '2':
      return RowCode{"functional", std::string(digits)};
    case '3':
      return RowCode{"economic", std::string(digits)};
    case '5':
      return RowCode{"government", std::string(digits)};
    default:
      return std::nullopt;
  }
}

int rank_of(std::string_view scheme) {
  return scheme == "functional" ? 0 : scheme == "economic" ? 1 : 2;
}

}  // namespace

CodedName split_coded_name(std::string_view text) {
  const std::size_t begin = text.starts_with("[") || text.starts_with("(") ? 1 : 0;
  std::size_t end = begin;
  while (end < text.size() && text::is_digit(text[end])) ++end;
  if (end - begin < 3 || end == text.size()) return {};
  std::size_t first = end;
  if (begin == 1) {
    if (text[first] != ']' && text[first] != ')') return {};
    ++first;
  }
  while (first < text.size() && (text[first] == '-' || text[first] == '_' || text[first] == ' '))
    ++first;
  const bool names = first < text.size() && (text[first] & 0x80) != 0;
  // 2025年…项目 begins with a year.
  if (end - begin == 4 && begin == 0) return {};
  return names ? CodedName{text.substr(begin, end - begin), first} : CodedName{};
}

RowCodes::RowCodes(const Table& table, const TableView& view, const std::vector<Column>& columns,
                   int side)
    : view_(view) {
  /// Whether most codes of a column are whole ones: then it is no part of the one to its left.
  const auto holds_whole = [&](int column) {
    int whole = 0;
    int all = 0;
    for (int row = 0; row < view.rows(); ++row) {
      const std::string_view text = view.text_at(row, column);
      if (is_header_row(table, row) || !is_all_digits(text)) continue;
      ++all;
      if (text.size() >= 3) ++whole;
    }
    return whole * 2 > all && all > 0;
  };
  const auto nests_in = [&](int column, int outer) {
    for (int row = 0; row < view.rows(); ++row) {
      const std::string_view text = view.text_at(row, column);
      const std::string_view before = view.text_at(row, outer);
      if (is_header_row(table, row) || !is_all_digits(text) || !is_all_digits(before)) continue;
      if (!text.starts_with(before)) return false;
    }
    return true;
  };
  int last = -2;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const int number = static_cast<int>(i);
    if (columns[i].side != side) continue;
    if (columns[i].role == ColumnRole::kName) names_.push_back(number);
    if (columns[i].role != ColumnRole::kCode) continue;
    const bool goes_on = last == number - 1 && (!holds_whole(number) || nests_in(number, last));
    if (!goes_on) groups_.emplace_back();
    groups_.back().columns.push_back(number);
    groups_.back().parts.emplace_back();
    last = number;
  }
}

std::string RowCodes::joined(int row, Group& group) {
  if (group.columns.size() == 1) return std::string(view_.text_at(row, group.columns.front()));
  const auto has_digits = [&](std::size_t from) {
    for (std::size_t i = from; i < group.columns.size(); ++i)
      if (is_all_digits(view_.text_at(row, group.columns[i]))) return true;
    return false;
  };
  std::string code;
  bool is_given = false;
  int last_index = -1;
  for (std::size_t i = 0; i < group.columns.size(); ++i) {
    const int index = view_.index_at(row, group.columns[i]);
    const std::string_view text = view_.text_at(row, group.columns[i]);
    if (index == last_index || !is_all_digits(text)) {
      // What is deeper hangs on the part above it.
      const bool is_deeper_given = has_digits(i + 1);
      if (!text.empty() || !is_deeper_given) group.parts[i].clear();
      if (is_deeper_given) code += group.parts[i];
      continue;
    }
    last_index = index;
    is_given = true;
    if (text.size() >= 3) code.clear();  // the whole code down to here
    group.parts[i] = text;
    code += text;
  }
  return is_given ? code : std::string();
}

std::vector<RowCode> RowCodes::next(int row) {
  std::vector<RowCode> codes;
  const auto add = [&codes](std::string_view digits) {
    const auto code = code_from(digits);
    const bool is_new = code && std::none_of(codes.begin(), codes.end(), [&](const RowCode& c) {
                          return c.scheme == code->scheme;
                        });
    if (is_new) codes.push_back(*code);
  };
  for (Group& group : groups_) add(joined(row, group));
  for (const int column : names_) add(split_coded_name(view_.text_at(row, column)).digits);
  std::stable_sort(codes.begin(), codes.end(), [](const RowCode& a, const RowCode& b) {
    return rank_of(a.scheme) < rank_of(b.scheme);
  });
  return codes;
}

}  // namespace mingxi::facts
