#include "emit/markup.h"

#include "emit/utf8.h"

namespace mingxi {

void append_escaped(std::string& to, std::string_view text) {
  for (const char c : clean(text)) {
    switch (c) {
      case '&':
        to += "&amp;";
        break;
      case '<':
        to += "&lt;";
        break;
      case '>':
        to += "&gt;";
        break;
      case '"':
        to += "&quot;";
        break;
      case '\'':
        to += "&#39;";
        break;
      default:
        to += c;
    }
  }
}

}  // namespace mingxi
