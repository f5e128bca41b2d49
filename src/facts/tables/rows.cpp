#include "facts/tables/rows.h"

#include <algorithm>
#include <climits>
#include <map>
#include <set>

#include "facts/tables/cell_values.h"
#include "facts/tables/codes.h"
#include "model/traced_text.h"
#include "text/characters.h"

namespace mingxi::facts {
namespace {

using patterns::TableRules;

constexpr double kSameIndent = 2.5;    // points between indents of one level
constexpr std::size_t kMaxLevels = 7;  // more are no indents but centred names

/// The columns of one list that name its rows.
struct NameColumns {
  int name = -1;  ///< of the subject
  int body = -1;
  int body_number = -1;
  std::vector<int> times;
  std::vector<int> labels;  ///< all that can hold a word that names the row, left to right
  std::vector<int> amounts;
};

/// How many rows a column distinguishes, and how many it names.
struct Spread {
  std::size_t filled = 0;
  std::size_t distinct = 0;
  std::size_t coded = 0;
  char first_digit = 0;
};

/// How many columns of names a row fills: a group row fills one, an item several. 合计 over several
/// fills the first.
std::size_t names_in(const TableView& view, int row, const std::vector<int>& names) {
  return static_cast<std::size_t>(std::count_if(names.begin(), names.end(), [&](int column) {
    const int index = view.index_at(row, column);
    return index >= 0 && view.cell(index).column == column && !view.traced(index).empty();
  }));
}

/// Rows that fill fewer columns of names than `fewest` do not count.
Spread spread_of(const Table& table, const TableView& view, int column,
                 const std::vector<int>& names, std::size_t fewest) {
  Spread spread;
  std::set<std::string_view> seen;
  for (int row = 0; row < view.rows(); ++row) {
    if (is_header_row(table, row) || names_in(view, row, names) < fewest) continue;
    const std::string_view text = view.text_at(row, column);
    if (text.empty()) continue;
    ++spread.filled;
    seen.insert(text);
    const CodedName coded = split_coded_name(text);
    if (coded.digits.empty()) continue;
    ++spread.coded;
    spread.first_digit = coded.digits[0];
  }
  spread.distinct = seen.size();
  return spread;
}

/// The column of the subject: of names with codes that of the department's scheme, of others the
/// one that distinguishes most rows.
int subject_column(const Table& table, const TableView& view, const std::vector<Column>& columns,
                   const std::vector<int>& names, const TableRules& rules) {
  std::size_t fewest = 0;  // two, where any row has two: then those of one name are groups
  for (int row = 0; row < view.rows() && fewest < 2; ++row)
    if (!is_header_row(table, row))
      fewest = std::max(fewest, std::min<std::size_t>(names_in(view, row, names), 2));
  int best = -1;
  std::pair<int, std::size_t> best_rank;
  for (const int number : names) {
    const Column& column = columns[static_cast<std::size_t>(number)];
    const Spread spread = spread_of(table, view, number, names, fewest);
    const bool is_governments =
        (spread.coded * 2 > spread.filled && spread.first_digit == '5') ||
        std::any_of(column.path.begin(), column.path.end(), [&rules](const std::string& text) {
          return rules.columns.is("government", text);
        });
    const bool is_departments = spread.coded * 2 > spread.filled && spread.first_digit == '3';
    const bool is_scheme = std::any_of(
        column.path.begin(), column.path.end(),
        [&rules](const std::string& text) { return rules.columns.is("classification", text); });
    const bool has_names = std::any_of(names.begin(), names.end(), [&](int other) {
      return other != number && !columns[static_cast<std::size_t>(other)].path.empty() &&
             rules.columns.is("project", columns[static_cast<std::size_t>(other)].path.back());
    });
    int rank = is_governments ? 0 : is_departments ? 2 : 1;
    if (is_scheme && has_names) rank = 0;
    const std::pair<int, std::size_t> at{rank, spread.distinct};
    if (best < 0 || at > best_rank) {
      best = number;
      best_rank = at;
    }
  }
  return best;
}

NameColumns name_columns(const Table& table, const TableView& view,
                         const std::vector<Column>& columns, int side, const TableRules& rules) {
  NameColumns names;
  std::vector<int> candidates;
  int last_amount = INT_MAX;
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (columns[i].side == side && columns[i].role == ColumnRole::kAmount)
      last_amount = static_cast<int>(i);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].side != side) continue;
    const int number = static_cast<int>(i);
    switch (columns[i].role) {
      case ColumnRole::kName:
        // What follows the amounts is said of them (度量单位), where the row has a name before.
        if (number > last_amount && !candidates.empty()) break;
        candidates.push_back(number);
        names.labels.push_back(number);
        break;
      case ColumnRole::kBody:
        if (names.body < 0) names.body = number;
        names.labels.push_back(number);
        break;
      case ColumnRole::kBodyCode:
        names.body_number = number;
        names.labels.push_back(number);
        break;
      case ColumnRole::kTime:
        names.times.push_back(number);
        break;
      case ColumnRole::kCode:
        names.labels.push_back(number);
        break;
      case ColumnRole::kAmount:
        if (!columns[i].time.measure) names.amounts.push_back(number);
        break;
      case ColumnRole::kOther:
        if (names.amounts.empty()) names.labels.push_back(number);
        break;
    }
  }
  names.name = subject_column(table, view, columns, candidates, rules);
  return names;
}

class RowReader {
 public:
  RowReader(const Table& table, const TableView& view, const Document& document,
            const std::vector<Column>& columns, int side, const patterns::Patterns& patterns)
      : view_(view),
        document_(document),
        side_(side),
        patterns_(patterns),
        rules_(patterns.tables),
        names_(name_columns(table, view, columns, side, patterns.tables)),
        codes_(table, view, columns, side) {
    int numbered = 0;
    int named = 0;
    for (int row = 0; row < view.rows() && names_.body_number >= 0 && names_.name >= 0; ++row) {
      if (is_header_row(table, row) || view.text_at(row, names_.name).empty()) continue;
      ++named;
      if (is_all_digits(view.text_at(row, names_.body_number))) ++numbered;
    }
    // Numbers in few rows are of those that name a unit; items have none.
    numbers_name_units_ = numbered * 2 < named;
  }

  std::optional<TableRow> read(int number) {
    TableRow row{.row = number, .side = side_};
    row.codes = codes_.next(number);
    read_name(row);
    read_body(row);
    for (const int column : names_.times) {
      const std::string_view text = view_.text_at(number, column);
      if (text.empty()) continue;
      add_time(text, rules_, row.time);
      row.has_time = true;
    }
    if (!row.has_time && !row.name.empty() && is_time_alone(row.name, rules_)) {
      add_time(row.name, rules_, row.time);
      row.has_time = true;
      row.name.clear();
      row.subject.clear();
    }
    bool has_amount = false;
    for (const int column : names_.amounts) {
      const int index = view_.index_at(number, column);
      std::optional<std::int64_t> amount;
      if (index >= 0 && view_.cell(index).row == number && view_.cell(index).column == column)
        if (const auto value = value_of(view_.traced(index).utf8());
            value && value->state != ValueState::kDash) {
          const auto scaled = value->value.scaled(kPlaces);
          if (scaled && scaled->places() == 0) amount = scaled->digits();
          std::int64_t step = 1;
          for (int place = value->value.places(); place < kPlaces; ++place) step *= 10;
          row.step = row.step == 1 ? step : std::min(row.step, step);
        }
      has_amount = has_amount || amount;
      row.amounts.push_back(amount);
    }
    if (row.name.empty() && row.body.empty() && !row.has_time && !has_amount) return std::nullopt;
    return row;
  }

  /// Where the print of the name begins in its cell; nothing for a centred or missing one.
  std::optional<double> indent_of(int row) const {
    const int column = names_.name < 0 ? names_.body : names_.name;
    const int index = column < 0 ? -1 : view_.index_at(row, column);
    if (index < 0 || view_.traced(index).empty()) return std::nullopt;
    const TracedText& text = view_.traced(index);
    const auto boxes = boxes_of(document_, text.glyphs(0, text.size()));
    if (boxes.empty()) return std::nullopt;
    return boxes.front().box.left - view_.cell(index).box.left;
  }

 private:
  static constexpr int kPlaces = 6;

  void take_name(int index, TableRow& row) const {
    const std::string& text = view_.traced(index).utf8();
    const CodedName coded = split_coded_name(text);
    row.name = text.substr(coded.name_first);
    row.named_in = view_.cell(index).column;
    // The code is ASCII on the page too, or as many full-width characters: cut by the trace.
    row.subject = coded.name_first > 0 ? row.name : view_.cell(index).text;
    const text::NumberedItem item = text::numbered_item(row.name);
    row.depth = item.depth;
    row.is_part = item.is_part;
    row.name_bare = item.name;
    row.is_total = rules_.rows.is("total", row.name);
    row.may_be_body = rules_.rows.is("body", row.name);
    row.is_class = patterns_.classification.functional_class(row.name_bare).has_value();
    row.is_carry = rules_.rows.is("carry", row.name_bare);
    const auto component = rules_.components.of(row.name_bare);
    row.is_fund =
        component == "general_budget" || component == "gov_fund" || component == "state_capital";
    row.is_vehicles = component == "vehicles" && row.codes.empty();
  }

  void read_name(TableRow& row) const {
    int index = names_.name < 0 ? -1 : view_.index_at(row.row, names_.name);
    if (index >= 0 && !view_.traced(index).empty() && !is_all_digits(view_.traced(index).utf8())) {
      take_name(index, row);
      return;
    }
    // A group row is named in another column than its items, 合计 anywhere.
    for (const int column : names_.labels) {
      if (column == names_.body) continue;
      index = view_.index_at(row.row, column);
      if (index < 0 || view_.cell(index).row != row.row ||
          !text::contains_han(view_.traced(index).utf8()))
        continue;
      take_name(index, row);
      row.is_group_row = true;
      return;
    }
  }

  void read_body(TableRow& row) const {
    if (names_.body_number >= 0) {
      const std::string_view digits = view_.text_at(row.row, names_.body_number);
      if (is_all_digits(digits) && digits.size() >= 3) row.body_number = digits;
    }
    const int index = names_.body < 0 ? -1 : view_.index_at(row.row, names_.body);
    if (index >= 0 && text::contains_han(view_.traced(index).utf8())) {
      const std::string& text = view_.traced(index).utf8();
      if (rules_.rows.is("total", text)) {
        if (row.name.empty()) take_name(index, row);
        return;
      }
      row.body = view_.cell(index).text;
      if (row.name.empty() && row.codes.empty()) {
        take_name(index, row);
        row.names_body_alone = true;
      }
      return;
    }
    // A unit can be named by its number alone.
    if (names_.body < 0 && names_.name < 0 && !row.body_number.empty() && row.name.empty())
      take_name(view_.index_at(row.row, names_.body_number), row);
    if (names_.body < 0 && !row.body_number.empty() && !row.name.empty() && !row.is_total &&
        (row.codes.empty() || row.may_be_body || numbers_name_units_)) {
      row.body = row.subject;
      row.names_body_alone = true;
    }
  }

  const TableView& view_;
  const Document& document_;
  int side_;
  const patterns::Patterns& patterns_;
  const TableRules& rules_;
  NameColumns names_;
  RowCodes codes_;
  bool numbers_name_units_ = false;
};

/// Levels of indents, where there are a few of them.
void set_indents(const std::vector<std::optional<double>>& indents, std::vector<TableRow>& rows) {
  std::vector<double> levels;
  std::vector<double> sorted;
  for (std::size_t i = 0; i < indents.size(); ++i)
    if (indents[i] && !rows[i].is_total) sorted.push_back(*indents[i]);
  std::sort(sorted.begin(), sorted.end());
  for (const double indent : sorted)
    if (levels.empty() || indent - levels.back() > kSameIndent) levels.push_back(indent);
  if (levels.size() < 2 || levels.size() > kMaxLevels) return;
  for (std::size_t i = 0; i < indents.size(); ++i) {
    if (!indents[i] || rows[i].is_total) continue;
    const auto above =
        std::upper_bound(levels.begin(), levels.end(), *indents[i] + kSameIndent / 10);
    rows[i].indent = static_cast<int>(above - levels.begin()) - 1;
  }
}

/// Which rows are named in the last of several columns of names: they are the items of the others.
void find_innermost(std::vector<TableRow>& rows) {
  int first = INT_MAX;
  int last = -1;
  for (const TableRow& row : rows) {
    if (row.is_total || row.named_in < 0) continue;
    first = std::min(first, row.named_in);
    last = std::max(last, row.named_in);
  }
  for (TableRow& row : rows)
    row.is_innermost = !row.is_total && row.named_in == last && first < last;
}

}  // namespace

bool TableRow::is_blank() const {
  return std::all_of(amounts.begin(), amounts.end(),
                     [](const auto& amount) { return !amount || *amount == 0; });
}

std::vector<TableRow> rows_of(const Table& table, const TableView& view, const Document& document,
                              const std::vector<Column>& columns, int side,
                              const patterns::Patterns& patterns) {
  RowReader reader(table, view, document, columns, side, patterns);
  std::vector<TableRow> rows;
  std::vector<std::optional<double>> indents;
  for (int number = 0; number < view.rows(); ++number) {
    if (is_header_row(table, number)) continue;
    auto row = reader.read(number);
    if (!row) continue;
    indents.push_back(reader.indent_of(number));
    rows.push_back(std::move(*row));
  }
  set_indents(indents, rows);
  find_innermost(rows);
  return rows;
}

}  // namespace mingxi::facts
