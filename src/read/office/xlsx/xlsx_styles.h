#pragma once

#include <string>
#include <vector>

#include "read/office/flow/flow.h"
#include "read/office/xlsx/number_format.h"
#include "read/office/xml.h"

namespace mingxi::read {

/// How the cells of a style are shown.
struct XlsxStyle {
  NumberFormat format{"General"};
  bool is_ruled = false;    ///< a line is drawn at some side
  bool is_aligned = false;  ///< else numbers are at the right, text at the left
  Align align = Align::kLeft;
  int indent = 0;  ///< characters
};

/// The styles of a workbook by their numbers.
std::vector<XlsxStyle> xlsx_styles(XmlNode style_sheet, DateSystem dates);

}  // namespace mingxi::read
