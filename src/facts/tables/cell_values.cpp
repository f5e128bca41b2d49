#include "facts/tables/cell_values.h"

#include <algorithm>

#include "text/numerals.h"

namespace mingxi::facts {

bool is_dash(std::string_view text) {
  return text == "-" || text == "—" || text == "——" || text == "--" || text == "–";
}

bool is_all_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<CellValue> value_of(std::string_view text) {
  if (text.empty()) return std::nullopt;
  if (is_dash(text)) return CellValue{.state = ValueState::kDash};
  CellValue value;
  if (text.ends_with("%")) {
    text.remove_suffix(1);
    value.is_rate = true;
  }
  const auto amount = text::amount_of(text);
  if (!amount) return std::nullopt;
  value.value = *amount;
  if (amount->is_zero()) value.state = ValueState::kZero;
  return value;
}

}  // namespace mingxi::facts
