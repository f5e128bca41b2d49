#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "patterns/expression.h"
#include "patterns/strict_json.h"
#include "patterns/tables.h"

namespace mingxi::patterns {

/// A wording that is looked for in the prose, with what excuses it.
struct FormWording {
  std::string id;  ///< "either"
  Expression pattern;
  std::optional<Expression> unless;  ///< a match that lies within a match of this one is none

  /// Every match in a normalised text, from left to right.
  std::vector<Match> find_all(std::string_view text) const;
};

/// A former name of the classification and the one in force.
struct OutdatedName {
  FormWording wording;
  std::string current;
  int since = 0;  ///< the year of the classification that renamed it
};

/// patterns/form.json: wording that a finished document does not hold, names that are out of date,
/// and the sections that a disclosure has.
struct FormRules {
  explicit FormRules(const StrictJson& json);

  /// The wording of this list and name, to try an example; nothing if there is none.
  const FormWording* wording(std::string_view list, std::string_view id) const;

  std::vector<LabelExample> examples;
  std::vector<LabelExample> counterexamples;
  std::vector<FormWording> leftovers;  ///< 增(减), XX, ____
  std::vector<FormWording> cut_off;    ///< 主要用于。
  std::vector<FormWording> years;      ///< own_budget, own_account, as_of; each with a group year
  std::vector<FormWording> sections;  ///< 主要职能, 名词解释 …; the id is the name to tell
  std::vector<FormWording> announcing;  ///< tables (第三部分 预算公开表), elsewhere, empty_means
  std::vector<OutdatedName> outdated;
};

}  // namespace mingxi::patterns
