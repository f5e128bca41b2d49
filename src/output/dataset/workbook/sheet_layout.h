#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "output/dataset/dataset_schema.h"

namespace mingxi::output {

enum class CellStyle {
  kPlain,
  kWrapped,  ///< long words, over several lines
  kYuan,     ///< 1,234.56
  kWan,      ///< the same in 万元, to the yuan: 0.1234
};

/// Where what a column of a sheet shows comes from.
enum class CellSource {
  kRow,        ///< the row itself
  kPublisher,  ///< of its document
  kYear,       ///< likewise
  kFirstPage,  ///< of the evidence of a finding
  kInWan,      ///< the amount in yuan, over 10,000
};

/// A column of a sheet. Columns that a person has no use for are there and hidden.
struct SheetColumn {
  std::string_view name;
  double width = 0;  ///< characters of a digit's width; 0: hidden
  CellStyle style = CellStyle::kPlain;
  CellSource source = CellSource::kRow;
  std::size_t at = 0;  ///< in the row
};

/// What a table of a dataset is as a sheet for people: who published it and when first, then what
/// matters most; the columns it does not name follow, hidden.
struct SheetLayout {
  DatasetTable table;
  std::string_view name;
  std::vector<SheetColumn> columns;
};

/// The sheets, in their order. That of the cells has the columns before the cells alone.
const std::vector<SheetLayout>& sheet_layouts();

}  // namespace mingxi::output
