#pragma once

#include <string>
#include <string_view>

#include "output/write/json_text.h"

namespace mingxi::output {

/// Items on one line: [a,b].
template <typename Items, typename Write>
void append_list(std::string& to, const Items& items, Write write) {
  to += '[';
  bool first = true;
  for (const auto& item : items) {
    if (!first) to += ',';
    first = false;
    write(to, item);
  }
  to += ']';
}

/// Items on lines of their own.
template <typename Items, typename Write>
void append_lines(std::string& to, const Items& items, std::string_view indent, Write write) {
  bool first = true;
  for (const auto& item : items) {
    to += first ? "\n  " : ",\n  ";
    to += indent;
    first = false;
    write(to, item);
  }
  if (first) return;
  to += '\n';
  to += indent;
}

}  // namespace mingxi::output
