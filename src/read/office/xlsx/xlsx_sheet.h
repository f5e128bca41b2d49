#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "read/office/xlsx/xlsx_styles.h"

namespace mingxi::read {

/// What the cells of all sheets share.
struct XlsxShared {
  std::vector<std::string> strings;
  std::vector<XlsxStyle> styles;
  std::string where;  ///< names the file in errors
};

/// A cell of a sheet that prints something, or that a line is drawn around.
struct XlsxCell {
  int row = 0;  ///< in the sheet, from 0
  int column = 0;
  std::string text = {};    ///< as the sheet shows it
  std::string stored = {};  ///< the number, where the text shows it rounded
  bool is_number = false;
  std::size_t style = 0;
};

/// From its first to its last row and column.
struct XlsxRange {
  int first_row = 0, first_column = 0, last_row = 0, last_column = 0;
};

/// A sheet as it is shown: hidden rows and columns are not in it.
struct XlsxSheet {
  std::vector<XlsxCell> cells;  ///< by row, then column
  std::vector<XlsxRange> merged;
  std::vector<XlsxRange> hidden;  ///< whole rows (column -1) and columns (row -1) that hold text
};

/// Throws Error: kCorrupt; kTooLarge (more than 300,000 cells).
XlsxSheet read_xlsx_sheet(std::string_view bytes, const XlsxShared& shared);

/// The text of a shared or inline string, without the pronunciation beside it.
std::string xlsx_string(XmlNode string);

}  // namespace mingxi::read
