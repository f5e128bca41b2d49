#pragma once

#include <optional>
#include <string_view>

#include "model/fact.h"

namespace mingxi::facts {

/// A figure of a cell and how it was printed.
struct CellValue {
  Decimal value;
  ValueState state = ValueState::kNumber;
  bool is_rate = false;
};

/// Nothing for a blank cell and for words.
std::optional<CellValue> value_of(std::string_view text);

/// Whether a cell holds only a dash, printed where there is no amount.
bool is_dash(std::string_view text);

/// Whether the text is ASCII digits alone.
bool is_all_digits(std::string_view text);

}  // namespace mingxi::facts
