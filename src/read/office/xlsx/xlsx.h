#pragma once

#include <string>
#include <string_view>

#include "read/office/flow/flow.h"

namespace mingxi::read {

/// A workbook: each sheet begins a page. Numbers are as the sheets show them, formulas by the
/// results kept with them; hidden sheets, rows and columns are named and not read. Throws Error.
Flow read_xlsx(std::string_view bytes, const std::string& where);

}  // namespace mingxi::read
