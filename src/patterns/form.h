#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/fact.h"
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

/// Where a slip is looked for.
enum class SlipPlace { kBody, kHeading, kTitle, kContents, kCell };

/// A slip of wording: what a finished document of its kind does not say.
struct Slip {
  struct Offsets {
    int first = 0, last = 0;
  };

  FormWording wording;
  std::string check;  ///< "template_leftover"
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

  /// The wording of this list and name, to try an example; nothing if there is none.
  const FormWording* wording(std::string_view list, std::string_view id) const;

  std::vector<LabelExample> examples;
  std::vector<LabelExample> counterexamples;
  std::vector<Slip> slips;  ///< 增(减), XX, 主要用于。, 比2026年 in the budget of 2026
  std::vector<FormWording> sections;  ///< 主要职能, 名词解释 …; the id is the name to tell
  std::vector<FormWording> announcing;  ///< tables (第三部分 预算公开表), elsewhere, empty_means
  std::vector<OutdatedName> outdated;
};

}  // namespace mingxi::patterns
