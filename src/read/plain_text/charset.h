#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mingxi::read {

/// A text file as well-formed UTF-8 without its byte order mark: from UTF-8, UTF-16 or GB18030 (and
/// so GBK and GB2312), or what ICU takes it for (Big5, say). Nothing if it is not text: more than
/// one byte in a thousand is a control character or cannot be read.
class Utf8Text {
 public:
  static std::optional<Utf8Text> of(std::string_view bytes);

  /// Points into the bytes given if they were UTF-8, else into this.
  std::string_view utf8() const { return is_converted_ ? std::string_view(converted_) : given_; }

 private:
  std::string_view given_;
  std::string converted_;
  bool is_converted_ = false;
};

/// Whether ICU can convert GB18030 on this machine.
bool can_read_gb18030();

/// The version of ICU that is linked: "72.1".
std::string icu_version();

}  // namespace mingxi::read
