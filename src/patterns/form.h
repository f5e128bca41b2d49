#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/check.h"
#include "model/fact.h"
#include "patterns/pattern_names.h"
#include "patterns/entries/pattern.h"

namespace mingxi::patterns {

/// A wording that is looked for in the prose.
struct FormWording {
  std::string id;
  Pattern pattern;
};

/// Where a slip is looked for.
enum class SlipPlace { kBody, kHeading, kTitle, kContents, kCell };

/// A slip of wording: what a finished document of its kind does not say.
struct Slip {
  struct Offsets {
    int first = 0, last = 0;
  };

  FormWording wording;
  CheckName check;
  Severity severity = Severity::kInfo;
  std::vector<DocumentKind> kinds;  ///< none: all
  std::vector<Scope> scopes;        ///< none: all
  std::vector<SlipPlace> places;
  std::vector<Offsets> offsets;  ///< years that do not belong, less the document's own
  int since = 0;                 ///< the first year of a document that it is a slip in
  bool is_each = false;          ///< every place is a finding of its own
  std::string says, says_en;     ///< what is reported after the words quoted

  /// Whether it is a slip in a document of this kind, scope and year.
  bool applies_to(const Identity& identity) const;
  bool is_looked_for_in(SlipPlace place) const;
  /// The matches in a text that are slips in a document of this year.
  std::vector<Match> find_all(std::string_view text, const Identity& identity) const;
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

  /// The slip of this name; nothing if there is none.
  const Slip* slip(std::string_view id) const;

  std::vector<Entry> entries;
  std::vector<Slip> slips;  ///< 增(减), XX, 主要用于。, 比2026年 in the budget of 2026
  std::vector<FormWording> sections;  ///< 主要职能, 名词解释 …; the id is the name to tell
  AnnouncingPatterns announcing;
  std::vector<OutdatedName> outdated;

 private:
  std::vector<FormWording> wordings_from(const StrictJson& json, const std::string& list);
};

}  // namespace mingxi::patterns
