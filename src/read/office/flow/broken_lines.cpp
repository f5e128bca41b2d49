#include "read/office/flow/broken_lines.h"

#include "read/plain_text/advance.h"
#include "text/characters.h"

namespace mingxi::read {
namespace {

bool belongs_to_word(char32_t c) { return text::is_digit(c) || text::is_latin_letter(c); }

bool joins_word(char32_t c) { return c == U'.' || c == U',' || c == U'%' || c == U'-'; }

bool closes(char32_t c) {
  // Marks of the general punctuation block, CJK punctuation and full-width forms.
  switch (c) {
    case 0x2019:
    case 0x201D:
    case 0x3001:
    case 0x3002:
    case 0x300B:
    case 0x300D:
    case 0x300F:
    case 0x3011:
    case 0x3015:
    case 0xFF01:
    case 0xFF05:
    case 0xFF09:
    case 0xFF0C:
    case 0xFF1A:
    case 0xFF1B:
    case 0xFF1F:
    case U')':
    case U']':
    case U'!':
    case U'?':
    case U':':
    case U';':
    case U'%':
    case U',':
    case U'.':
      return true;
    default:
      return false;
  }
}

bool opens(char32_t c) {
  switch (c) {
    case 0x2018:
    case 0x201C:
    case 0x300A:
    case 0x300C:
    case 0x300E:
    case 0x3010:
    case 0x3014:
    case 0xFF08:
    case U'(':
    case U'[':
      return true;
    default:
      return false;
  }
}

/// Whether a line may end between two characters.
bool may_break(char32_t before, char32_t after) {
  if (closes(after) || opens(before)) return false;
  const bool in_word = belongs_to_word(before) || joins_word(before);
  return !(in_word && belongs_to_word(after)) && !(belongs_to_word(before) && joins_word(after));
}

class LineBreaker {
 public:
  LineBreaker(int columns, int indent) : columns_(columns), room_(columns - indent) {}

  void add(const SetCharacter& next) {
    if (!unit_.empty() && may_break(unit_.back().c, next.c)) end_unit();
    unit_.push_back(next);
  }

  void end_line() {
    end_unit();
    lines_.push_back(std::move(line_));
    line_.clear();
    room_ = columns_;
  }

  std::vector<SetLine> taken() {
    end_unit();
    if (!line_.empty() || lines_.empty()) end_line();
    return std::move(lines_);
  }

 private:
  /// Puts what stays together on this line, or on the next.
  void end_unit() {
    int width = columns_of(unit_);
    if (width > room_ && !line_.empty()) {
      lines_.push_back(std::move(line_));
      line_.clear();
      room_ = columns_;
    }
    for (const SetCharacter& each : unit_) {
      if (width > columns_ && each.columns > room_ && !line_.empty()) {
        lines_.push_back(std::move(line_));
        line_.clear();
        room_ = columns_;
      }
      line_.push_back(each);
      room_ -= each.columns;
    }
    unit_.clear();
  }

  int columns_;
  int room_;
  SetLine unit_;
  SetLine line_;
  std::vector<SetLine> lines_;
};

}  // namespace

int columns_of(const SetLine& line) {
  int columns = 0;
  for (const SetCharacter& each : line) columns += each.columns;
  return columns;
}

std::vector<SetLine> broken_lines(std::string_view utf8, int columns, int indent) {
  LineBreaker breaker(columns, indent);
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t c = text::next_code_point(utf8, at);
    const Advance advance = advance_of(c);
    if (advance.ends_line) {
      breaker.end_line();
    } else if (advance.is_printed || advance.columns > 0) {
      breaker.add({c, advance.columns, advance.is_printed});
    }
  }
  return breaker.taken();
}

}  // namespace mingxi::read
