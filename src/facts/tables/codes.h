#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "facts/tables/columns.h"
#include "facts/tables/rows.h"
#include "model/table_view.h"

namespace mingxi::facts {

/// The code before a name in one cell: [2040601]行政运行, 2040601-行政运行, 2040601行政运行.
struct CodedName {
  std::string_view digits;
  std::size_t name_first = 0;
};

/// No digits where there is none.
CodedName split_coded_name(std::string_view text);

/// The codes of the rows of one list, scheme by scheme. Codes split over columns 类, 款, 项, each
/// printed once or in every row, are joined; columns side by side that each hold whole codes are
/// several schemes. The first digit gives the scheme, the lengths show that there is one.
class RowCodes {
 public:
  RowCodes(const Table& table, const TableView& view, const std::vector<Column>& columns, int side);

  /// The codes of the next row. Requires that rows are asked for in order.
  std::vector<RowCode> next(int row);

 private:
  /// The columns of one scheme.
  struct Group {
    std::vector<int> columns;
    std::vector<std::string> parts;
  };
  std::string joined(int row, Group& group);

  const TableView& view_;
  std::vector<Group> groups_;
  std::vector<int> names_;  // columns whose cells can hold a code before the name
};

}  // namespace mingxi::facts
