#pragma once

#include <string>
#include <vector>

#include "patterns/pattern_names.h"
#include "patterns/entries/pattern.h"

namespace mingxi::patterns {

/// A wording that is looked for in the prose.
struct FormWording {
  std::string id;
  Pattern pattern;
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

  std::vector<Entry> entries;
  std::vector<FormWording> leftovers;  ///< 增(减), XX, ____
  std::vector<FormWording> cut_off;    ///< 主要用于。
  YearPatterns years;                  ///< each with a group year
  std::vector<FormWording> sections;  ///< 主要职能, 名词解释 …; the id is the name to tell
  AnnouncingPatterns announcing;
  std::vector<OutdatedName> outdated;

 private:
  std::vector<FormWording> wordings_from(const StrictJson& json, const std::string& list);
};

}  // namespace mingxi::patterns
