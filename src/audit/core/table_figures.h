#pragma once

#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "model/fact.h"

namespace mingxi::audit {

/// The facts of one table, in its order.
struct TableFigures {
  const Table* table = nullptr;
  std::vector<const Fact*> facts;
};

/// The tables of an extraction that have facts, in order.
std::vector<TableFigures> figures_by_table(const Extraction& extraction);

/// What a column is: facts alike in this can be added or compared.
using TimeKey = std::tuple<Measure, int, Basis>;
inline TimeKey time_of(const Fact& fact) { return {fact.measure, fact.period, fact.basis}; }

/// The part of a code after the scheme: functional:2080505 → 2080505; "" without a code.
inline std::string_view digits_of(const Fact& fact) {
  if (!fact.code) return {};
  const std::string_view code = *fact.code;
  return code.substr(code.find(':') + 1);
}

/// A subject normalised and without numbering: 一、公共安全支出 → 公共安全支出.
std::string bare_name(std::string_view subject);

}  // namespace mingxi::audit
