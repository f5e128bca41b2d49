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
struct FormPattern {
  std::string id;
  Pattern pattern;
};

/// Where a rule looks for its wording.
enum class TextPlace { kBody, kHeading, kTitle, kContents, kCell };

/// What the wording of a rule is, where it means more than a mistake in print.
enum class Meaning {
  kOther,
  kPlaceholder,    ///< XX, ____: of a form that is not filled in
  kOpenDirection,  ///< 增加(减少)
};

/// A rule of wording: what a finished document of its kind does not say.
struct TextRule {
  struct Offsets {
    int first = 0, last = 0;
  };

  FormPattern wording;
  CheckName check;
  Severity severity = Severity::kInfo;
  std::vector<DocumentKind> kinds;  ///< none: all
  std::vector<Scope> scopes;        ///< none: all
  std::vector<TextPlace> places;    ///< one at least
  std::vector<Offsets> offsets;     ///< years that do not belong, less the document's own
  int since = 0;                    ///< the first year of the documents that it applies to
  bool is_each = false;             ///< every place is a finding of its own
  Meaning meaning = Meaning::kOther;
  std::string says, says_en;  ///< what is reported after the words quoted

  /// Whether it applies to a document of this kind, scope and year.
  bool applies_to(const Identity& identity) const;
  bool is_looked_for_in(TextPlace place) const;
  /// The matches in a text that break the rule in a document of this year.
  std::vector<Match> find_all(std::string_view text, const Identity& identity) const;
};

/// A former name of the classification and the one in force.
struct OutdatedName {
  FormPattern wording;
  std::string current;
  int since = 0;  ///< the year of the classification that renamed it
};

/// patterns/form.json: wording that a finished document does not hold, names that are out of date,
/// and the sections that a disclosure has.
struct FormRules {
  explicit FormRules(const StrictJson& json);

  /// Those of this meaning.
  std::vector<const TextRule*> rules_of(Meaning meaning) const;

  std::vector<Entry> entries;
  std::vector<TextRule> text_rules;  ///< 增(减), XX, 主要用于。, 比2026年 in the budget of 2026
  std::vector<FormPattern> sections;  ///< 主要职能, 名词解释 …; the id is the name to report
  AnnouncingPatterns announcing;
  ContextPatterns context;  ///< wording that is a mistake only beside something else
  std::vector<OutdatedName> outdated;

 private:
  std::vector<FormPattern> form_patterns_from(const StrictJson& json, const std::string& list);
};

}  // namespace mingxi::patterns
