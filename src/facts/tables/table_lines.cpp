#include "facts/tables/table_lines.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/item_numbering.h"

namespace mingxi::facts {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

/// 2010601 → functional:2010601, 30101 → economic:30101. Nothing for what is no code of either:
/// units, and the scheme of government budgets (501).
std::optional<std::string> code_named(std::string_view digits) {
  if (!is_all_digits(digits)) return std::nullopt;
  const std::size_t size = digits.size();
  if (digits[0] == '2' && (size == 3 || size == 5 || size == 7))
    return "functional:" + std::string(digits);
  if (digits[0] == '3' && (size == 3 || size == 5 || size == 7))
    return "economic:" + std::string(digits);
  return std::nullopt;
}

/// The code before a name in one cell: [2040601]行政运行, 2040601-行政运行, 2040601行政运行.
struct CodedName {
  std::string_view digits;
  std::size_t name_first = 0;
};

CodedName split(std::string_view text) {
  const std::size_t begin = text.starts_with("[") || text.starts_with("(") ? 1 : 0;
  std::size_t end = begin;
  while (end < text.size() && is_digit(text[end])) ++end;
  if (end - begin < 3 || end == text.size()) return {};
  std::size_t first = end;
  if (begin == 1) {
    if (text[first] != ']' && text[first] != ')') return {};
    ++first;
  }
  while (first < text.size() && (text[first] == '-' || text[first] == '_' || text[first] == ' '))
    ++first;
  const bool names = first < text.size() && (text[first] & 0x80) != 0;
  return names ? CodedName{text.substr(begin, end - begin), first} : CodedName{};
}

/// What stands beneath what in a list: sums and 结转 beside all, then by numbering, then classes
/// without one, then all else.
enum Depth { kSum, kFirst, kSecond, kThird, kFourth, kClass, kNone };

Depth depth_of(std::string_view text, const patterns::Patterns& patterns) {
  const text::NumberedItem item = text::numbered_item(text);
  switch (item.depth) {
    case text::ItemDepth::kFirst:
      return item.is_part ? kSecond : kFirst;
    case text::ItemDepth::kSecond:
      return kSecond;
    case text::ItemDepth::kThird:
      return kThird;
    case text::ItemDepth::kFourth:
      return kFourth;
    case text::ItemDepth::kNone:
      break;
  }
  return patterns.classification.functional_class(item.name) ? kClass : kNone;
}

/// The columns of one list that name its rows.
struct NameColumns {
  int name = -1;
  std::vector<int> codes;
  std::vector<int> others;  // where 合计 can stand when the name is blank
};

NameColumns name_columns(const std::vector<Column>& columns, int side) {
  NameColumns names;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const Column& column = columns[i];
    if (column.side != side || column.role == ColumnRole::kAmount) continue;
    const int number = static_cast<int>(i);
    names.others.push_back(number);
    if (column.role == ColumnRole::kCode && !column.is_of_government_scheme)
      names.codes.push_back(number);
    // Beside the names of the department's scheme those of the government's only repeat them.
    const bool is_better = names.name < 0 || !column.is_of_government_scheme;
    if (column.role == ColumnRole::kName && is_better) names.name = number;
  }
  if (names.name < 0)
    for (const int number : names.others)
      if (columns[static_cast<std::size_t>(number)].role == ColumnRole::kUnitName)
        names.name = number;
  return names;
}

/// Joins codes that are split over columns 类, 款, 项, each given once or in every row.
class CodeReader {
 public:
  std::optional<std::string> read(const TableView& view, int row, const std::vector<int>& columns) {
    if (columns.empty()) return std::nullopt;
    if (columns.size() == 1) return code_named(view.text_at(row, columns.front()));
    std::string code;
    bool is_given = false;
    int last_index = -1;
    for (std::size_t i = 0; i < columns.size() && i < parts_.size(); ++i) {
      const int index = view.index_at(row, columns[i]);
      const std::string_view text = view.text_at(row, columns[i]);
      if (index == last_index || !is_all_digits(text)) {
        // What stands deeper hangs on the part above it.
        const bool is_deeper_given = has_digits(view, row, columns, i + 1);
        if (!text.empty() || !is_deeper_given) parts_[i].clear();
        code += is_deeper_given ? parts_[i] : "";
        continue;
      }
      last_index = index;
      is_given = true;
      if (text.size() >= 3) code.clear();  // the whole code down to here
      parts_[i] = text;
      code += text;
    }
    return is_given ? code_named(code) : std::nullopt;
  }

 private:
  static bool has_digits(const TableView& view, int row, const std::vector<int>& columns,
                         std::size_t from) {
    for (std::size_t i = from; i < columns.size(); ++i)
      if (is_all_digits(view.text_at(row, columns[i]))) return true;
    return false;
  }

  std::array<std::string, 3> parts_;
};

/// Looks up names that stand without codes, from 类 down.
class NameReader {
 public:
  NameReader(const patterns::Classification& classification, const Table& table)
      : classification_(classification),
        is_functional_(is_one_of(table.kind, {"B03", "B05", "B08", "B09", "Z03", "Z05"})),
        is_economic_(is_one_of(table.kind, {"B06", "Z06"})) {}

  std::optional<std::string> read(std::string_view name) {
    if (is_economic_) {
      const auto code = classification_.economic(name);
      return code ? std::optional("economic:" + *code) : std::nullopt;
    }
    if (!is_functional_) return std::nullopt;
    if (const auto code = classification_.functional_class(name)) {
      class_ = name;
      group_.clear();
      return "functional:" + *code;
    }
    if (class_.empty()) return std::nullopt;
    if (const auto code = classification_.functional_path(class_, name, "")) {
      group_ = name;
      return "functional:" + *code;
    }
    const auto code = classification_.functional_path(class_, group_, name);
    return code ? std::optional("functional:" + *code) : std::nullopt;
  }

 private:
  static bool is_one_of(std::string_view kind, std::initializer_list<std::string_view> kinds) {
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
  }

  const patterns::Classification& classification_;
  bool is_functional_;
  bool is_economic_;
  std::string class_, group_;
};

/// Sums, and what is above a longer code of its branch, are no leaves.
void set_kinds_by_code(std::vector<TableLine*>& lines) {
  std::vector<std::string_view> codes;
  for (const TableLine* line : lines)
    if (line->code) codes.push_back(*line->code);
  std::sort(codes.begin(), codes.end());
  for (TableLine* line : lines) {
    if (line->kind || !line->code) continue;
    const auto next = std::upper_bound(codes.begin(), codes.end(), std::string_view(*line->code));
    const bool has_parts = next != codes.end() && next->starts_with(*line->code);
    line->kind = has_parts ? LineKind::kSubtotal : LineKind::kLeaf;
  }
}

/// Whether an item is the first of the sources that 上年结转 is divided into.
bool begins_parts(std::string_view name, const patterns::Patterns& patterns) {
  return patterns.tables.components.of(name) == "general_budget";
}

/// In lists side by side the numbering tells what is a part of what.
void set_kinds_by_numbering(std::vector<TableLine*>& lines, const patterns::Patterns& patterns) {
  std::vector<Depth> depths;
  for (const TableLine* line : lines) {
    Depth depth = depth_of(line->name, patterns);
    if (line->kind == LineKind::kTotal) depth = kSum;
    if (depth >= kClass && patterns.tables.rows.is("carry", line->name)) depth = kSum;
    depths.push_back(depth);
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i]->kind) continue;
    const bool is_last = i + 1 == lines.size();
    const bool has_parts = !is_last && depths[i + 1] != kSum &&
                           (depths[i] == kSum ? begins_parts(lines[i + 1]->name, patterns)
                                              : depths[i + 1] > depths[i]);
    lines[i]->kind = has_parts ? LineKind::kSubtotal : LineKind::kLeaf;
  }
}

void set_kinds_of_three_public(std::vector<TableLine*>& lines, const patterns::Patterns& patterns) {
  for (TableLine* line : lines) {
    if (line->kind) continue;
    if (patterns.tables.rows.is("vehicles", line->name))
      line->kind = LineKind::kSubtotal;
    else if (patterns.tables.rows.is("three_public", line->name))
      line->kind = LineKind::kLeaf;
  }
}

TableLine line_at(const TableView& view, int row, int side, const NameColumns& names,
                  const patterns::Patterns& patterns) {
  TableLine line{.row = row, .side = side};
  int index = names.name < 0 ? -1 : view.index_at(row, names.name);
  if (index < 0 || view.traced(index).empty() || is_all_digits(view.traced(index).utf8())) {
    const auto sum = std::find_if(names.others.begin(), names.others.end(), [&](int column) {
      return patterns.tables.rows.is("total", view.text_at(row, column));
    });
    if (sum == names.others.end()) return line;
    index = view.index_at(row, *sum);
  }
  const std::string& text = view.traced(index).utf8();
  const CodedName coded = split(text);
  line.name = text.substr(coded.name_first);
  line.subject = view.cell(index).text;
  if (coded.name_first > 0) {
    // The code is ASCII on the page too, or as many full-width characters: cut by the trace.
    line.code = code_named(coded.digits);
    line.subject = line.name;
  }
  if (patterns.tables.rows.is("total", line.name)) line.kind = LineKind::kTotal;
  return line;
}

}  // namespace

std::vector<TableLine> lines_of(const Table& table, const TableView& view,
                                const std::vector<Column>& columns,
                                const patterns::Patterns& patterns) {
  std::vector<TableLine> lines;
  const int sides = columns.empty() ? 0 : columns.back().side + 1;
  for (int side = 0; side < sides; ++side) {
    const NameColumns names = name_columns(columns, side);
    CodeReader codes;
    NameReader lookup(patterns.classification, table);
    const std::size_t first = lines.size();
    for (int row = 0; row < view.rows(); ++row) {
      if (std::binary_search(table.header_rows.begin(), table.header_rows.end(), row)) continue;
      TableLine line = line_at(view, row, side, names, patterns);
      if (line.kind != LineKind::kTotal && !line.code)
        line.code = codes.read(view, row, names.codes);
      if (line.name.empty()) continue;
      lines.push_back(std::move(line));
    }
    std::vector<TableLine*> own;
    bool has_codes = false;
    for (std::size_t i = first; i < lines.size(); ++i) {
      own.push_back(&lines[i]);
      has_codes = has_codes || lines[i].code;
    }
    if (!has_codes && sides == 1) {
      for (TableLine* line : own)
        if (line->kind != LineKind::kTotal) line->code = lookup.read(line->name);
    }
    if (table.kind == "B07" || table.kind == "Z07") set_kinds_of_three_public(own, patterns);
    set_kinds_by_code(own);
    if (!has_codes && sides > 1) set_kinds_by_numbering(own, patterns);
  }
  return lines;
}

}  // namespace mingxi::facts
