#include "output/write/markup.h"

#include "text/clean_text.h"

namespace mingxi::output {

void append_escaped(std::string& to, std::string_view text) {
  for (const char c : text::clean(text)) {
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

}  // namespace mingxi::output
