#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mingxi::read {

/// The operators of a page or a form, inflated; the streams of a page follow one another.
struct ContentBytes {
  std::string bytes;
  std::vector<std::size_t> seams;  ///< where a blank is between two streams
};

enum class Token : std::uint8_t {
  kEnd,
  kNumber,
  kString,
  kName,
  kConstant,  ///< true, false or null
  kOperator,
  kArray,  ///< its beginning, as a token; the whole array, as an operand
  kArrayEnd,
  kDictionary,
  kDictionaryEnd,
};

/// One operand of an operator.
struct Operand {
  Token kind = Token::kEnd;
  bool is_whole = false;  ///< a number without a point
  double number = 0;
  std::string_view text;  ///< of a string or a name, or of the operator
};

/// Cuts the contents of a page into tokens, exactly as Poppler does: a number of decimals is the
/// sum of its scaled digits. Throws Declined where Poppler would complain.
class ContentLexer {
 public:
  /// The contents must outlive it.
  explicit ContentLexer(const ContentBytes& contents);

  /// Texts of operands live until forget_texts().
  Token next(Operand& operand);
  void forget_texts() { spelled_.clear(); }

  std::size_t position() const { return static_cast<std::size_t>(at_ - begin_); }
  void go_to(std::size_t position) { at_ = begin_ + position; }
  /// Steps over the data of an inline image: so many bytes after the blank that follows ID, then
  /// EI.
  void skip_image_data(std::size_t size);

 private:
  void skip_blanks();
  void read_number(Operand& operand);
  void read_string(Operand& operand);
  void read_escape();
  void read_hex_string(Operand& operand);
  void read_name(Operand& operand);
  void refuse_seam(const char* from, const char* last) const;
  char* room_for_texts();

  const char* begin_;
  const char* end_;  ///< a NUL byte, which is a blank
  const char* at_;
  const std::vector<std::size_t>& seams_;
  std::string spelled_;  ///< texts that the contents spell otherwise; never moves
};

}  // namespace mingxi::read
