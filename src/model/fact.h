#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "model/check.h"
#include "model/decimal.h"
#include "model/layout.h"
#include "model/table.h"

namespace mingxi {

/// Where something is on the page.
struct Evidence {
  int page = 0;       ///< where the figure begins
  std::string quote;  ///< as printed, line breaks and padding aside
  std::vector<PlacedBox> boxes;
  std::optional<std::string> document;  ///< sha256 of another document
  std::string in_file = {};  ///< FilePlace::name; empty where the page itself is in the file
  std::string stored = {};   ///< FilePlace::stored

  bool operator==(const Evidence&) const = default;
};

enum class Measure { kLevel, kChange, kChangeRate, kShare, kExecutionRate };
enum class Basis { kBudget, kAdjusted, kEstimated, kActual, kTarget };
/// What a figure is measured against: a year, the budget or the adjusted budget of its own year, or
/// the whole that a share is of, as printed.
using Base = std::variant<int, Basis, std::string>;

/// "2022", "budget", "adjusted", 收入总计.
inline std::string text_of(const Base& base) {
  if (const int* year = std::get_if<int>(&base)) return std::to_string(*year);
  if (const Basis* basis = std::get_if<Basis>(&base))
    return *basis == Basis::kAdjusted ? "adjusted" : "budget";
  return std::get<std::string>(base);
}

enum class Bound { kEqual, kAtLeast, kAtMost, kMore, kLess, kAbout, kRange };
enum class Origin { kNarrative, kTable };
enum class ValueState { kNumber, kZero, kBlank, kDash };
enum class LineKind {
  kLeaf,
  kSubtotal,
  kTotal,
  kMemo  ///< a part (其中) whose like do not add up to what is above it
};
/// Where the name of what a figure is of was found.
enum class SubjectFrom { kOwn, kList, kTopic, kHeading, kRow, kColumn };

/// One printed figure and what it says. The fields are those of the document JSON (README.md,
/// "What comes out"), in its order.
struct Fact {
  std::string id;   ///< "f1", "f2" … in reading order
  std::string key;  ///< survives a new run: hash of page, quote and its occurrence on the page
  Origin origin = Origin::kNarrative;
  std::string subject;                    ///< as printed
  std::optional<std::string> concept_id;  ///< "three_public.reception"
  std::optional<std::string> code;        ///< "functional:2080505", "economic:30108"
  std::optional<std::string> body;        ///< the unit that a row of a table is of, as printed
  std::vector<std::string> codes;         ///< every code of a row, one a scheme, outer ones first
  std::optional<std::string> funding;     ///< the source of the money: gov_fund, general_budget …
  std::vector<std::string> components;    ///< meanings of a column, from outer to inner
  std::optional<std::string> component;   ///< the innermost of them
  std::vector<std::string> header;
  std::optional<LineKind> line_kind;
  Measure measure = Measure::kLevel;
  int period = 0;  ///< a year
  Basis basis = Basis::kBudget;
  std::optional<Base> relative_to;
  std::optional<Basis> relative_basis;
  Bound bound = Bound::kEqual;
  Decimal value;
  std::optional<Decimal> value_high;
  std::string unit;
  std::optional<std::string> currency;
  std::optional<Decimal> amount_yuan;
  int decimals = 0;
  ValueState value_state = ValueState::kNumber;
  std::optional<std::string> table;
  std::optional<int> row;
  std::optional<int> column;
  std::optional<int> section;  ///< index in Extraction::sections
  Evidence evidence;
  TextSource text_source = TextSource::kEmbedded;
  SubjectFrom subject_from = SubjectFrom::kOwn;
  double confidence = 1;
  std::vector<std::string> alternatives;
  std::string rule;  ///< the rule that read it: "statements/level"

  bool operator==(const Fact&) const = default;
};

/// A cell of an amount column that is printed and gave no fact: what it adds to is not known. Its
/// finding is `unreadable`.
struct UnreadCell {
  std::string table;  ///< id
  int row = 0;
  int column = 0;

  bool operator==(const UnreadCell&) const = default;
};

/// Where the number of a figure of the prose is.
struct FactPlace {
  std::size_t paragraph = 0;  ///< index in Layout::paragraphs
  std::size_t first = 0;      ///< bytes of its number in the text of the paragraph
  std::size_t last = 0;

  bool operator==(const FactPlace&) const = default;
};

enum class Severity { kError, kWarning, kInfo };
enum class FindingState {
  kInconsistent,
  kWithinRounding,
  kMissing,
  kUnreadable,
  kUnverified,
  kNoted
};

/// A fact of this or another document that a finding rests on.
struct FactReference {
  std::string id;
  std::optional<std::string> document;

  bool operator==(const FactReference&) const = default;
};

/// Something a person should look at.
struct Finding {
  std::string id;  ///< "n1", "n2" …
  std::string key;
  CheckName check;
  Severity severity = Severity::kInfo;
  FindingState state = FindingState::kNoted;
  std::string message;     ///< Chinese, neutral, at most 300 characters
  std::string message_en;  ///< the same in English
  std::optional<std::string> formula;
  std::optional<Decimal> expected, printed, difference, tolerance;
  std::vector<FactReference> facts;
  std::vector<Evidence> evidence;

  bool operator==(const Finding&) const = default;
};

/// An identity that holds, with its printed values.
struct Proof {
  CheckName check;
  std::string formula;             ///< "0.43 = 0 + 0.43"
  std::vector<std::string> facts;  ///< ids

  bool operator==(const Proof&) const = default;
};

/// A check that could not be made, and why.
struct ImpossibleCheck {
  CheckName check;
  std::string reason;     ///< Chinese
  std::string reason_en;  ///< the same in English

  bool operator==(const ImpossibleCheck&) const = default;
};

/// What was checked. Those that failed are findings.
struct Checks {
  int held = 0;  ///< exactly
  int held_within_rounding = 0;
  int failed = 0;
  std::vector<ImpossibleCheck> not_possible;
  std::vector<Proof> proofs;

  bool operator==(const Checks&) const = default;
};

enum class DocumentKind { kBudget, kFinalAccount, kOther, kUnknown };
enum class Scope { kDepartment, kUnit, kGovernment, kUnknown };

/// What a document says of itself; nothing where it does not say.
struct Identity {
  std::optional<std::string> title;
  std::optional<std::string> publisher;
  DocumentKind kind = DocumentKind::kUnknown;
  Scope scope = Scope::kUnknown;
  std::optional<int> fiscal_year;
  int page_count = 0;
  std::optional<std::string> rounding_note;
  std::vector<std::pair<std::string, Evidence>> evidence;  ///< field name → where it is printed

  bool operator==(const Identity&) const = default;
};

/// Page metadata.
struct PageSummary {
  int number = 0;
  double width = 0;
  double height = 0;
  TextSource text_source = TextSource::kNone;
  int characters = 0;            ///< visible, white space not counted
  int invisible_characters = 0;  ///< duplicate glyphs not counted

  bool operator==(const PageSummary&) const = default;
};

enum class Status { kOk, kPartial, kNoText };

/// All that was read from one document: what the document JSON holds.
struct Extraction {
  Status status = Status::kOk;
  Source source;
  Identity identity;
  std::vector<PageSummary> pages;
  std::vector<Section> sections;
  std::vector<Table> tables;
  std::vector<Fact> facts;
  Checks checks;
  std::vector<Finding> findings;

  bool operator==(const Extraction&) const = default;
};

}  // namespace mingxi
