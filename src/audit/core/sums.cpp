#include "audit/core/sums.h"

namespace mingxi::audit {
std::string sum_formula(const Fact& whole, const std::vector<const Fact*>& parts) {
  std::string formula = as_printed(whole) + " =";
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) formula += parts[i]->value.is_negative() ? " -" : " +";
    formula += " " + (i > 0 ? unsigned_print(*parts[i]) : as_printed(*parts[i]));
  }
  return formula;
}

std::optional<Comparison> compare_sum(const Fact& whole, const std::vector<const Fact*>& parts) {
  const auto amount = amount_like(whole, *parts.front());
  std::vector<Amount> amounts;
  for (const Fact* part : parts) {
    const auto each = amount_of(*part);
    if (!each) return std::nullopt;
    amounts.push_back(*each);
  }
  return amount ? compare(*amount, amounts) : std::nullopt;
}

bool is_off_by_whole_units(const Fact& whole, const std::vector<const Fact*>& parts) {
  const auto has_fraction = [](const Decimal& value) {
    const std::string text = value.text();
    const std::size_t point = text.find('.');
    return point != std::string::npos &&
           text.find_first_not_of('0', point + 1) != std::string::npos;
  };
  std::optional<Decimal> off = whole.value;
  for (const Fact* part : parts) {
    if (part->unit != whole.unit) return false;
    off = off->minus(part->value);
    if (!off) return false;
  }
  return has_fraction(whole.value) && !off->is_zero() && !has_fraction(*off);
}

bool GrowingSum::agrees_with(const Fact& part) {
  if (!amount_) amount_ = amount_like(whole_, part);
  const std::optional<Amount> each = amount_of(part);
  if (!amount_ || !each || !sum_) {
    sum_.reset();
    return false;
  }
  const auto value = sum_->value.plus(each->value);
  const auto step = sum_->step.plus(each->step);
  sum_.reset();
  if (!value || !step) return false;
  sum_ = Amount{*value, *step};
  const auto comparison = compare(*amount_, {*sum_});
  return comparison && comparison->agreement != Agreement::kInconsistent;
}

std::optional<Amount> sum_of(const std::vector<const Fact*>& parts) {
  Amount sum;
  for (const Fact* fact : parts) {
    const auto part = amount_of(*fact);
    const auto value = part ? sum.value.plus(part->value) : std::nullopt;
    const auto step = part ? sum.step.plus(part->step) : std::nullopt;
    if (!value || !step) return std::nullopt;
    sum = {*value, *step};
  }
  return sum;
}

CheckMade sum_check(const CheckName& check, const Fact& whole,
                    const std::vector<const Fact*>& parts, Said about) {
  CheckMade made{.check = check,
                 .formula = sum_formula(whole, parts),
                 .facts = {&whole},
                 .about = std::move(about),
                 .relation = Relation::kSum};
  made.facts.insert(made.facts.end(), parts.begin(), parts.end());
  return made;
}

}  // namespace mingxi::audit
