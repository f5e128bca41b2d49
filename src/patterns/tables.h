#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/table_kind.h"
#include "patterns/pattern_names.h"
#include "patterns/entries/pattern.h"

namespace mingxi::patterns {

/// An ordered list of named patterns: the first that matches a text names it.
class Labels {
 public:
  /// Reads entries with an id each. Throws Error(kPatterns).
  explicit Labels(const StrictJson& json);

  /// The name of the text; nothing if no pattern matches. Normalised text without spaces.
  std::optional<std::string> of(std::string_view text) const;

  /// Whether the pattern of this name matches, whatever is before it in the list. Requires a
  /// name of the list.
  bool is(std::string_view label, std::string_view text) const;

  /// What the pattern of this name matches and its groups. Requires a name of the list.
  std::optional<Match> find(std::string_view label, std::string_view text) const;
  std::string_view group(std::string_view label, const Match& match, std::string_view name) const;

  const std::vector<Entry>& entries() const { return entries_; }

 private:
  struct Rule {
    std::string label;
    Pattern pattern;
  };
  const Rule& rule(std::string_view label) const;

  std::vector<Rule> rules_;
  std::vector<Entry> entries_;  // each with its label as its id
};

/// The kind of table that a value names. Refuses a name that is none.
TableKind table_kind_from(const StrictJson& json);
std::vector<TableKind> table_kinds_from(const StrictJson& json);

/// patterns/tables.json: the kinds of tables and what is in them.
struct TableRules {
  explicit TableRules(const StrictJson& json);

  /// The kind of a table with this title, and of one with this header, its cells joined by |.
  std::optional<TableKind> kind_of_title(std::string_view title) const;
  std::optional<TableKind> kind_of_header(std::string_view header) const;

  std::vector<Entry> entries;  ///< of cells
  Labels kinds;                ///< of a title: B01 … Z09, other
  Labels headers;              ///< of a header without a title, its cells joined by |
  Labels columns;              ///< of a column header: code, name, unit_name, serial, text …
  Labels components;           ///< of a column header: total, basic, project …
  Labels times;                ///< of a column header: last_year, budget, actual, change …
  Labels rows;                 ///< of the name of a row: total, carry, vehicles …
  HeaderPatterns cells;  ///< of the header over a cell that is shown in a spreadsheet or a browser
  Labels notes;          ///< of a line beside the table: unit, prepared_by, empty, title …
};

}  // namespace mingxi::patterns
