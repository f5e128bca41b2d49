#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "output/dataset/row.h"

namespace mingxi::output {

/// Amounts of one thing and year side by side: what was budgeted, adjusted, estimated and spent.
struct FactByPhase {
  static constexpr std::array<std::string_view, 4> kPhases = {"budget", "adjusted", "estimated",
                                                              "actual"};
  /// What the first columns are.
  static constexpr std::array<std::string_view, 7> kNames = {
      "document", "table", "row", "subject", "code", "component", "period"};

  std::array<std::string, kNames.size()> names;
  std::array<std::string, kPhases.size()> yuan;  ///< empty where not printed
};

/// Puts the facts of a dataset side by side, document by document. Levels in CNY alone. In a table
/// those of one row, component and year belong together, in prose those of one subject and year; a
/// second amount for the same phase begins a line of its own.
class FactsByPhase {
 public:
  FactsByPhase();

  /// A row of kFactRows.
  void add(const Row& fact);

  /// What was added since the last call, in the order of its first figures.
  std::vector<FactByPhase> take();

 private:
  std::array<std::size_t, FactByPhase::kNames.size()> columns_;
  std::size_t measure_;
  std::size_t basis_;
  std::size_t amount_;
  std::vector<FactByPhase> lines_;
  std::map<decltype(FactByPhase::names), std::size_t> last_line_;
};

}  // namespace mingxi::output
