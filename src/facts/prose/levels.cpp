#include "facts/prose/levels.h"

#include <cmath>

namespace mingxi::facts {
namespace {

double number(const Decimal& value) {
  return static_cast<double>(value.digits()) / std::pow(10, value.places());
}

std::optional<double> in_one_unit(const Quantity& quantity, const Quantity& other) {
  if (quantity.amount_yuan && other.amount_yuan) return number(*quantity.amount_yuan);
  if (quantity.kind == other.kind && quantity.unit == other.unit) return number(quantity.value);
  return std::nullopt;
}

}  // namespace

const Level* Levels::whole_of_last() const {
  if (levels_.empty() || !levels_.back().is_part) return nullptr;
  for (auto level = levels_.rbegin(); level != levels_.rend(); ++level) {
    if (!level->is_part) return &*level;
  }
  return nullptr;
}

std::vector<Name> Levels::listed_in(std::size_t sentence) const {
  std::vector<Name> parts, all;
  for (const Level& level : levels_) {
    if (level.sentence != sentence || level.subject.empty()) continue;
    all.push_back(level.subject);
    if (level.is_part) parts.push_back(level.subject);
  }
  return parts.empty() ? all : parts;
}

bool fits(const Quantity& level, const Quantity& change, const Quantity& rate) {
  const auto amount = in_one_unit(level, change);
  const auto changed_by = in_one_unit(change, level);
  if (!amount || !changed_by) return false;
  const double before = *amount - *changed_by;
  if (before == 0) return false;
  const double step = std::pow(10, -rate.value.places());
  return std::abs(std::abs(100 * *changed_by / before) - std::abs(number(rate.value))) < step;
}

}  // namespace mingxi::facts
