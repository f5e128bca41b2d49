#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "facts/tables/columns.h"
#include "facts/tables/times.h"
#include "model/document.h"
#include "model/table_view.h"
#include "patterns/patterns.h"
#include "text/item_numbering.h"

namespace mingxi::facts {

/// A code of a classification: scheme and digits.
struct RowCode {
  std::string_view scheme;  ///< functional, economic or government
  std::string digits;

  std::string text() const { return std::string(scheme) + ":" + digits; }
  bool operator==(const RowCode&) const = default;
};

/// One row of one list of a table: what is printed of it.
struct TableRow {
  int row = 0;
  int side = 0;
  std::string subject;            ///< as printed, without its code
  std::string name;               ///< the same, normalised
  std::string name_bare;          ///< without its numbering too
  std::vector<RowCode> codes;     ///< outer schemes first
  std::string body_number;        ///< of a unit
  std::string body;               ///< the unit printed in the row; empty in rows that go on with it
  bool names_body_alone = false;  ///< nothing but a unit is named
  bool is_group_row = false;      ///< named in another column than the items
  int named_in = -1;              ///< the column that the name is printed in
  bool is_innermost = false;      ///< no row is named further right, and some are further left
  bool may_be_body = false;       ///< the name is like that of a unit
  bool is_total = false;          ///< 合计, 总计 and the like
  bool is_part = false;           ///< 其中
  bool is_class = false;          ///< the name of a 类 of the functional classification
  bool is_carry = false;          ///< 结转, 结余
  bool is_vehicles = false;  ///< 公务用车购置及运行费 without a code: the sum of two payments
  bool is_fund = false;      ///< a fund that 结转 can be of
  text::ItemDepth depth = text::ItemDepth::kNone;
  std::optional<int> indent;  ///< level of the printed name, from 0
  TimeWords time;
  bool has_time = false;
  std::vector<std::optional<std::int64_t>> amounts;  ///< levels, in millionths
  std::int64_t step = 1;  ///< of the last place that is printed, in millionths

  bool is_blank() const;  ///< no amount in it but zero
};

/// The rows of one list that name something or hold an amount, in order.
std::vector<TableRow> rows_of(const Table& table, const TableView& view, const Document& document,
                              const std::vector<Column>& columns, int side,
                              const patterns::Patterns& patterns);

}  // namespace mingxi::facts
