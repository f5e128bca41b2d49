#pragma once

#include <string>
#include <vector>

#include "read/office/xlsx/xlsx_sheet.h"

namespace mingxi::read {

/// A sheet as tables and paragraphs: what blank rows part are tables of their own, unless lines are
/// drawn around them. The name of the sheet is the title of a sheet that has none in its cells.
std::vector<FlowBlock> sheet_flow(const XlsxSheet& sheet, const std::vector<XlsxStyle>& styles,
                                  const std::string& name);

}  // namespace mingxi::read
