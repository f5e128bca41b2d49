#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mingxi::output {

/// A printed number as a spreadsheet takes it: a value and the format that shows what was printed.
struct PrintedNumber {
  double value = 0;
  std::string format;  ///< "#,##0.00", "0.0%", "0"

  bool operator==(const PrintedNumber&) const = default;
};

/// A whole cell as a number: 1,234.56, -12.30, 12.5%, (1,234.56) for a negative one; full-width
/// digits too. Nothing for what a spreadsheet would not give back as printed: leading zeros, a
/// minus before zero, more than 15 digits, separators in odd places; nor for (1), which is a label.
std::optional<PrintedNumber> printed_number(std::string_view text);

/// Whether a text is nothing but digits, as codes are.
bool is_digits(std::string_view text);

}  // namespace mingxi::output
