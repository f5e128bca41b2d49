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

CheckMade sum_check(const std::string& check, const Fact& whole,
                    const std::vector<const Fact*>& parts, const std::string& about) {
  CheckMade made{.check = check,
                 .formula = sum_formula(whole, parts),
                 .facts = {&whole},
                 .about = about,
                 .about_en = about,
                 .relation = Relation::kSum};
  made.facts.insert(made.facts.end(), parts.begin(), parts.end());
  return made;
}

}  // namespace mingxi::audit
