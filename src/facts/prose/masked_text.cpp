#include "facts/prose/masked_text.h"

#include <algorithm>

namespace mingxi::facts {
namespace {

constexpr char kFilling = '\x07';  // the rest of a figure
constexpr char kOpaque = '\x08';

/// The mark that a figure begins with; patterns/statements.json defines the same ones.
char mark_of(UnitKind kind) {
  switch (kind) {
    case UnitKind::kMoney:
      return '\x01';
    case UnitKind::kPercent:
      return '\x02';
    case UnitKind::kCount:
      return '\x03';
    case UnitKind::kPercentPoints:
      return '\x04';
    case UnitKind::kMultiple:
      return '\x05';
    case UnitKind::kNone:
      return '\x06';
  }
  return kFilling;
}

void fill(std::string& text, std::size_t first, std::size_t last, char c) {
  std::fill(text.begin() + static_cast<std::ptrdiff_t>(first),
            text.begin() + static_cast<std::ptrdiff_t>(last), c);
}

}  // namespace

std::vector<Span> opaque_names(std::string_view text, const patterns::Expression& opaque) {
  std::vector<Span> names;
  std::size_t from = 0;
  while (const auto match = opaque.find(text, from)) {
    names.push_back({match->first(), match->last()});
    from = std::max(match->last(), from + 1);
    if (from >= text.size()) break;
  }
  return names;
}

std::string masked(std::string_view text, const std::vector<Quantity>& quantities,
                   const std::vector<Span>& opaque) {
  std::string result(text);
  for (const Span& name : opaque) fill(result, name.first, name.last, kOpaque);
  for (const Quantity& quantity : quantities) {
    if (quantity.names_a_class || is_opaque(result, quantity)) continue;
    fill(result, quantity.first, quantity.last, kFilling);
    result[quantity.first] = mark_of(quantity.kind);
  }
  return result;
}

bool is_opaque(std::string_view masked, const Quantity& quantity) {
  return masked[quantity.first] == kOpaque;
}

}  // namespace mingxi::facts
