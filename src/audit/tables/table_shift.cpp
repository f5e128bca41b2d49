// A column whose amounts are printed a few rows too high or too low fails in all its sums, and
// holds in all of them once its amounts are moved. Labels without amounts are how that comes about,
// so the rows are taken with their codes, amounts or none.

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "audit/core/stages.h"
#include "audit/tables/table_names.h"
#include "audit/core/sums.h"
#include "audit/core/table_figures.h"
#include "text/normalise.h"

namespace mingxi::audit {
namespace {

constexpr int kFarthest = 6;           // rows
constexpr std::size_t kMaxRows = 400;  // of longer columns moves are not tried
constexpr std::size_t kMinSums = 3;    // that must hold after the move
constexpr std::size_t kMinFailed = 2;  // before it

bool is_code(std::string_view text) {
  const bool has_size = text.size() == 3 || text.size() == 5 || text.size() == 7;
  return has_size &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// A row of one list: its code, and what the column prints there.
struct CodedRow {
  int row = 0;
  std::string code;  ///< digits; empty: the total
  const Fact* fact = nullptr;
};

/// Where amounts must go for all sums to hold.
struct Move {
  std::size_t first = 0;  ///< the first row that is moved
  int rows = 0;           ///< downwards
  std::size_t sums = 0;   ///< that hold then
};

/// The sums of a column, tried with its amounts at other rows.
class Column {
 public:
  explicit Column(std::vector<CodedRow> rows) : rows_(std::move(rows)) {
    for (std::size_t i = 0; i < rows_.size(); ++i) parts_.push_back(parts_of(i));
    for (const CodedRow& row : rows_) printed_.push_back(row.fact);
  }

  std::optional<Move> move_that_fits() const {
    if (tally(printed_).failed < kMinFailed) return std::nullopt;
    for (int by = 1; by <= kFarthest; ++by) {
      for (const int rows : {by, -by}) {
        for (std::size_t first = 0; first < rows_.size(); ++first) {
          const std::vector<const Fact*> moved = moved_by(first, rows);
          if (moved.empty()) continue;
          const Tally result = tally(moved);
          if (result.failed == 0 && result.held >= kMinSums) return Move{first, rows, result.held};
        }
      }
    }
    return std::nullopt;
  }

 private:
  struct Tally {
    std::size_t held = 0;
    std::size_t failed = 0;
  };

  /// The rows that add up to a row: those with the next longer code of its branch; the shortest of
  /// all for the total.
  std::vector<std::size_t> parts_of(std::size_t whole) const {
    const std::string& code = rows_[whole].code;
    std::vector<std::size_t> parts;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const std::string& other = rows_[i].code;
      if (other.size() <= code.size() || !other.starts_with(code)) continue;
      const bool is_nearest = std::none_of(rows_.begin(), rows_.end(), [&](const CodedRow& row) {
        return row.code.size() > code.size() && row.code.size() < other.size() &&
               other.starts_with(row.code);
      });
      if (is_nearest) parts.push_back(i);
    }
    return parts;
  }

  /// The amounts from one row on, so many rows lower; nothing where one would leave the column.
  std::vector<const Fact*> moved_by(std::size_t first, int rows) const {
    std::vector<const Fact*> moved = printed_;
    const auto size = static_cast<int>(printed_.size());
    for (int i = static_cast<int>(first); i < size; ++i)
      moved[static_cast<std::size_t>(i)] = nullptr;
    for (int i = static_cast<int>(first); i < size; ++i) {
      const Fact* fact = printed_[static_cast<std::size_t>(i)];
      if (fact == nullptr) continue;
      const int to = i + rows;
      if (to < 0 || to >= size || moved[static_cast<std::size_t>(to)] != nullptr) return {};
      moved[static_cast<std::size_t>(to)] = fact;
    }
    return moved;
  }

  Tally tally(const std::vector<const Fact*>& amounts) const {
    Tally result;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      std::vector<const Fact*> parts;
      for (const std::size_t part : parts_[i])
        if (amounts[part] != nullptr) parts.push_back(amounts[part]);
      if (parts_[i].empty() || (parts.empty() && amounts[i] == nullptr)) continue;
      // A whole without parts, or parts without their whole, is no sum that holds.
      const auto comparison =
          amounts[i] != nullptr && !parts.empty() ? compare_sum(*amounts[i], parts) : std::nullopt;
      const bool holds = comparison && comparison->agreement != Agreement::kInconsistent;
      ++(holds ? result.held : result.failed);
    }
    return result;
  }

  std::vector<CodedRow> rows_;
  std::vector<std::vector<std::size_t>> parts_;
  std::vector<const Fact*> printed_;
};

/// The rows of a column with their codes: as its facts have them, else as printed in the column of
/// codes nearest to the left.
std::vector<CodedRow> coded_rows(const Table& table, int column,
                                 const std::vector<const Fact*>& facts) {
  std::map<int, std::map<int, std::string>> printed;  // column → row → code
  for (const Cell& cell : table.cells) {
    const std::string text = text::normalised(cell.text);
    if (cell.column < column && is_code(text)) printed[cell.column][cell.row] = text;
  }
  std::map<int, CodedRow> rows;
  if (!printed.empty())
    for (const auto& [row, code] : printed.rbegin()->second) rows[row] = {row, code, nullptr};
  for (const Fact* fact : facts) {
    const bool is_total = fact->line_kind == LineKind::kTotal && !fact->code;
    if (is_total || fact->code)
      rows[*fact->row] = {*fact->row, std::string(digits_of(*fact)), fact};
  }
  std::vector<CodedRow> result;
  result.reserve(rows.size());
  for (auto& [row, coded] : rows) result.push_back(std::move(coded));
  return result;
}

/// Each code once, at most one total.
bool is_one_list(const std::vector<CodedRow>& rows) {
  std::map<std::string, int> seen;
  return std::all_of(rows.begin(), rows.end(),
                     [&seen](const CodedRow& row) { return ++seen[row.code] == 1; });
}

Finding finding_of(const Table& table, const Fact& first, const Move& move) {
  Said words = said(move.rows > 0 ? Sentence::kSlippedUp : Sentence::kSlippedDown,
                    {{"table", title_of(table)},
                     {"column", header_of(first)},
                     {"row", first.subject},
                     {"count", std::to_string(std::abs(move.rows))},
                     {"sums", std::to_string(move.sums)}});
  return {.check = Check::kTableShift,
          .severity = Severity::kError,
          .state = FindingState::kInconsistent,
          .message = std::move(words.chinese),
          .message_en = std::move(words.english)};
}

}  // namespace

void check_shift(const TableFigures& figures, Ledger& ledger) {
  std::map<int, std::vector<const Fact*>> columns;
  for (const Fact* fact : figures.facts)
    if (fact->measure == Measure::kLevel) columns[*fact->column].push_back(fact);
  for (const auto& [number, facts] : columns) {
    const std::vector<CodedRow> rows = coded_rows(*figures.table, number, facts);
    if (rows.size() > kMaxRows || !is_one_list(rows)) continue;
    const auto move = Column(rows).move_that_fits();
    if (!move) continue;
    std::vector<const Fact*> moved;
    for (std::size_t i = move->first; i < rows.size(); ++i)
      if (rows[i].fact != nullptr) moved.push_back(rows[i].fact);
    ledger.explain(finding_of(*figures.table, *moved.front(), *move), moved);
  }
}

}  // namespace mingxi::audit
