#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "messages/language.h"
#include "messages/sentences.h"
#include "text/terminal.h"

namespace mingxi::output {

enum class Colours { kNone, kTerminal };

/// How a report is set.
struct ReportStyle {
  messages::Language language = messages::Language::kChinese;
  std::size_t columns = 80;  ///< of a line
  Colours colours = Colours::kNone;
};

/// Adds lines to a report in one language and width.
class Report {
 public:
  explicit Report(const ReportStyle& style) : style_(style) {}

  messages::Language language() const { return style_.language; }
  std::string_view in(std::string_view chinese, std::string_view english) const {
    return style_.language == messages::Language::kChinese ? chinese : english;
  }

  std::string in(const messages::Said& said) const { return said.in(style_.language); }

  /// Text with a terminal's colour: the number of its escape sequence.
  std::string coloured(std::string_view text, std::string_view colour) const {
    if (style_.colours == Colours::kNone) return std::string(text);
    return "\x1b[" + std::string(colour) + "m" + std::string(text) + "\x1b[0m";
  }

  void line(std::string_view text) { (text_ += text) += '\n'; }

  /// Wrapped after an indent; a label is in the first line, blanks below it.
  void paragraph(std::size_t indent, std::string_view label, std::string_view text) {
    const std::size_t before = indent + text::columns_of(label);
    const std::size_t room = std::max(style_.columns, before + kNarrowest) - before;
    bool is_first = true;
    for (const std::string& each : text::wrapped(text::shown(text), room)) {
      line(std::string(is_first ? indent : before, ' ') + std::string(is_first ? label : "") +
           each);
      is_first = false;
    }
  }

  /// The report so far, which then begins anew.
  std::string taken() { return std::move(text_); }

 private:
  static constexpr std::size_t kNarrowest = 30;  // columns: less holds no sentence

  ReportStyle style_;
  std::string text_;
};

}  // namespace mingxi::output
