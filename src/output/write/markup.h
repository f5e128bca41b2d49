#pragma once

#include <string>
#include <string_view>

namespace mingxi::output {

/// Adds a text as HTML and XML take it, inside an element or a quoted attribute: clean(text), with
/// entities for & < > " and '.
void append_escaped(std::string& to, std::string_view text);

}  // namespace mingxi::output
