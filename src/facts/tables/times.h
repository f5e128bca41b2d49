#pragma once

#include <optional>
#include <string_view>

#include "model/fact.h"
#include "patterns/tables.h"

namespace mingxi::facts {

/// What the words of a header or of a row say of time and of the kind of figure.
struct TimeWords {
  std::optional<int> year;
  bool is_last_year = false;
  std::optional<Basis> basis;
  std::optional<Measure> measure;
  std::optional<int> base_year;  ///< of changes: what they are measured from
  std::optional<Basis> base_basis;

  bool operator==(const TimeWords&) const = default;
};

/// Adds what a text says. The later of two texts wins.
void add_time(std::string_view text, const patterns::TableRules& rules, TimeWords& to);

/// Whether the text says nothing else: 2025年, 上年预算数, 增减变化金额.
bool is_time_alone(std::string_view text, const patterns::TableRules& rules);

/// Sets measure, period, basis and what they are relative to, from the words over the column and
/// those of the row. Where nothing is said they are those of the document.
void set_time(const TimeWords& column, const TimeWords& row, const Identity& identity, Fact& fact);

}  // namespace mingxi::facts
