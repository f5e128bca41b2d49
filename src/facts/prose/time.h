#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/fact.h"
#include "patterns/patterns.h"

namespace mingxi::facts {

/// What a change is measured against.
struct Comparison {
  std::optional<Base> relative_to;  ///< nothing where the year is not known
  std::optional<Basis> basis;       ///< of what it is compared with, where the words say it
  std::size_t first = 0;            ///< bytes of 比上年预算数 in the text searched
  std::size_t last = 0;
  bool same_time = false;  ///< 同比: says the year and no more

  /// The year compared with; nothing for a comparison of 决算数 with 预算数.
  std::optional<int> year() const;
};

/// Resolves words of time and basis against a document's kind and fiscal year.
class Time {
 public:
  Time(const Identity& identity, const patterns::StatementRules& rules);

  int fiscal_year() const { return fiscal_year_; }
  bool is_final_account() const { return is_final_account_; }

  /// The last comparison in a text; nothing if there is none.
  std::optional<Comparison> comparison(std::string_view text) const;

  /// What a change is measured against when the text does not say: the year before.
  Comparison year_before() const { return {.relative_to = base_of(last_year())}; }

  /// The last period named in a text, comparisons aside.
  std::optional<int> period(std::string_view text) const;

  /// The last year of a five-year plan that the text names: “十四五”期间 → 2025.
  std::optional<int> end_of_plan(std::string_view text) const;

  /// The year of the last date 截至… in a text.
  std::optional<int> as_of(std::string_view text) const;

  /// The basis that the words before a figure name.
  std::optional<Basis> basis(std::string_view text) const;

 private:
  /// 0 where the document names no fiscal year.
  int last_year() const { return fiscal_year_ == 0 ? 0 : fiscal_year_ - 1; }
  static std::optional<Base> base_of(int year) {
    return year == 0 ? std::nullopt : std::optional<Base>(year);
  }

  const patterns::StatementRules& rules_;
  int fiscal_year_ = 0;
  bool is_final_account_ = false;
};

}  // namespace mingxi::facts
