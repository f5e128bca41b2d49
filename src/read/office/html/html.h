#pragma once

#include <string_view>

#include "read/office/flow/flow.h"

namespace mingxi::read {

/// A web page: its article with its title, without what leads to other pages. Tables of data are
/// tables; what is only put side by side by means of one flows. Requires well-formed UTF-8.
Flow read_html(std::string_view utf8);

}  // namespace mingxi::read
