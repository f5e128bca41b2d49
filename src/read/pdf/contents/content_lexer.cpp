// The last byte of a string is followed by NUL, which is a blank: inside a token no end need be
// asked for.

#include "read/pdf/contents/content_lexer.h"

#include <algorithm>
#include <array>

#include "read/pdf/contents/declined.h"

namespace mingxi::read {
namespace {

enum CharacterKind : std::uint8_t { kRegular, kBlank, kDelimiter };

constexpr std::array<CharacterKind, 256> character_kinds() {
  std::array<CharacterKind, 256> kinds{};
  for (const unsigned char c : std::string_view("\0\t\n\f\r ", 6)) kinds[c] = kBlank;
  for (const unsigned char c : std::string_view("()<>[]{}/%")) kinds[c] = kDelimiter;
  return kinds;
}

constexpr std::array<CharacterKind, 256> kKinds = character_kinds();

CharacterKind kind_of(char c) { return kKinds[static_cast<unsigned char>(c)]; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_octal(char c) { return c >= '0' && c <= '7'; }

int hex_digit(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

bool has_utf8_mark(std::string_view text) { return text.starts_with("\xEF\xBB\xBF"); }

}  // namespace

ContentLexer::ContentLexer(const ContentBytes& contents)
    : begin_(contents.bytes.data()),
      end_(begin_ + contents.bytes.size()),
      at_(begin_),
      seams_(contents.seams) {}

void ContentLexer::skip_blanks() {
  for (;; ++at_) {
    if (*at_ == '%') {
      const char* from = at_;
      while (at_ < end_ && *at_ != '\n' && *at_ != '\r') ++at_;
      refuse_seam(from, at_ + 1);
    }
    if (at_ >= end_ || kind_of(*at_) != kBlank) return;
  }
}

// A string or a comment goes on in the next stream, where we put a blank.
void ContentLexer::refuse_seam(const char* from, const char* last) const {
  if (seams_.empty()) return;
  const auto first = static_cast<std::size_t>(from - begin_);
  const auto seam = std::lower_bound(seams_.begin(), seams_.end(), first);
  if (seam != seams_.end() && *seam < static_cast<std::size_t>(last - begin_))
    throw Declined{"a token over two streams"};
}

Token ContentLexer::next(Operand& operand) {
  skip_blanks();
  if (at_ >= end_) return operand.kind = Token::kEnd;
  const char c = *at_;
  if (is_digit(c) || c == '-' || c == '.' || c == '+') {
    read_number(operand);
    return operand.kind = Token::kNumber;
  }
  switch (c) {
    case '(':
      read_string(operand);
      return operand.kind = Token::kString;
    case '/':
      read_name(operand);
      return operand.kind = Token::kName;
    case '[':
      ++at_;
      return operand.kind = Token::kArray;
    case ']':
      ++at_;
      return operand.kind = Token::kArrayEnd;
    case '<':
      if (at_[1] == '<') {
        at_ += 2;
        return operand.kind = Token::kDictionary;
      }
      read_hex_string(operand);
      return operand.kind = Token::kString;
    case '>':
      if (at_[1] != '>') throw Declined{"a stray >"};
      at_ += 2;
      return operand.kind = Token::kDictionaryEnd;
    case ')':
    case '{':
    case '}':
      throw Declined{"a stray bracket"};
    default:
      break;
  }
  const char* from = at_;
  while (at_ < end_ && kind_of(*at_) == kRegular) ++at_;
  operand.text = {from, static_cast<std::size_t>(at_ - from)};
  const bool is_constant =
      operand.text == "true" || operand.text == "false" || operand.text == "null";
  return operand.kind = is_constant ? Token::kConstant : Token::kOperator;
}

void ContentLexer::read_number(Operand& operand) {
  constexpr int kSafeDigits = 9;
  const bool is_negative = *at_ == '-';
  if (is_negative || *at_ == '+') ++at_;
  if (!is_digit(*at_) && *at_ != '.') throw Declined{"a sign without a number"};
  const char* first = at_;
  int whole = 0;
  for (; is_digit(*at_); ++at_) {
    if (at_ - first >= kSafeDigits) throw Declined{"a number beyond 32 bits"};
    whole = 10 * whole + (*at_ - '0');
  }
  operand.is_whole = *at_ != '.';
  if (operand.is_whole) {
    operand.number = is_negative ? -whole : whole;
    return;
  }
  double number = whole;
  double scale = 0.1;
  for (++at_; is_digit(*at_); ++at_) {
    number = number + scale * (*at_ - '0');
    scale *= 0.1;
  }
  if (*at_ == '-') throw Declined{"a sign inside a number"};
  operand.number = is_negative ? -number : number;
}

// Texts are never longer than what spells them, so this room is never outgrown and never moves.
char* ContentLexer::room_for_texts() {
  if (spelled_.capacity() < static_cast<std::size_t>(end_ - begin_))
    spelled_.reserve(static_cast<std::size_t>(end_ - begin_));
  return spelled_.data() + spelled_.size();
}

void ContentLexer::read_string(Operand& operand) {
  const char* from = ++at_;
  int depth = 1;
  while (at_ < end_ && *at_ != '\\') {
    if (*at_ == '(') ++depth;
    if (*at_ == ')' && --depth == 0) break;
    ++at_;
  }
  operand.text = {from, static_cast<std::size_t>(at_ - from)};
  if (at_ < end_ && *at_ == '\\') {
    const char* text = room_for_texts();
    spelled_.append(operand.text);
    while (at_ < end_) {
      const char c = *at_;
      if (c == '\\') {
        read_escape();
        continue;
      }
      if (c == '(') ++depth;
      if (c == ')' && --depth == 0) break;
      spelled_ += c;
      ++at_;
    }
    operand.text = {text, static_cast<std::size_t>(spelled_.data() + spelled_.size() - text)};
  }
  if (at_ >= end_) throw Declined{"a string without an end"};
  ++at_;
  refuse_seam(from, at_);
  if (has_utf8_mark(operand.text)) throw Declined{"a string in UTF-8"};
}

void ContentLexer::read_escape() {
  constexpr std::string_view kNamed = "nrtbf";
  constexpr std::string_view kMeant = "\n\r\t\b\f";
  if (++at_ >= end_) throw Declined{"a string without an end"};
  const char c = *at_++;
  if (is_octal(c)) {
    int code = c - '0';
    for (int i = 0; i < 2 && is_octal(*at_); ++i) code = 8 * code + (*at_++ - '0');
    spelled_ += static_cast<char>(code);
  } else if (c == '\r') {
    if (*at_ == '\n') ++at_;
  } else if (c != '\n') {
    const std::size_t named = kNamed.find(c);
    spelled_ += named == std::string_view::npos ? c : kMeant[named];
  }
}

void ContentLexer::read_hex_string(Operand& operand) {
  const char* from = ++at_;
  const char* text = room_for_texts();
  int half = -1;
  for (; at_ < end_ && *at_ != '>'; ++at_) {
    const int digit = hex_digit(*at_);
    if (digit < 0) {
      if (kind_of(*at_) != kBlank) throw Declined{"no hexadecimal digit"};
    } else if (half < 0) {
      half = digit;
    } else {
      spelled_ += static_cast<char>(16 * half + digit);
      half = -1;
    }
  }
  if (at_ >= end_) throw Declined{"a string without an end"};
  if (half >= 0) spelled_ += static_cast<char>(16 * half);
  ++at_;
  refuse_seam(from, at_);
  operand.text = {text, static_cast<std::size_t>(spelled_.data() + spelled_.size() - text)};
  if (has_utf8_mark(operand.text)) throw Declined{"a string in UTF-8"};
}

void ContentLexer::read_name(Operand& operand) {
  constexpr std::ptrdiff_t kLongest = 127;
  const char* from = ++at_;
  bool has_escape = false;
  for (; at_ < end_ && kind_of(*at_) == kRegular; ++at_) has_escape = has_escape || *at_ == '#';
  if (has_escape || at_ - from > kLongest) throw Declined{"an unusual name"};
  operand.text = {from, static_cast<std::size_t>(at_ - from)};
}

void ContentLexer::skip_image_data(std::size_t size) {
  const char* from = at_;
  if (static_cast<std::size_t>(end_ - at_) < size + 3) throw Declined{"an image without an end"};
  at_ += 1 + size;
  while (at_ + 1 < end_ && (at_[0] != 'E' || at_[1] != 'I')) ++at_;
  if (at_ + 1 >= end_) throw Declined{"an image without an end"};
  at_ += 2;
  refuse_seam(from, at_);
}

}  // namespace mingxi::read
