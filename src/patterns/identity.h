#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/fact.h"
#include "patterns/expression.h"
#include "patterns/strict_json.h"

namespace mingxi::patterns {

/// A line that shows what a rule of identity.json reads, or must not read.
struct IdentityExample {
  std::string where;  ///< file and JSON pointer
  std::string rule;
  std::string text;
  std::optional<std::string> publisher;
  std::optional<int> year;
  std::optional<Scope> scope;
  std::optional<DocumentKind> kind;
  std::string why;  ///< counterexamples only
};

/// A form of title: its named groups are publisher, year, scope and kind.
struct TitleRule {
  std::string id;
  Expression pattern;
};

/// patterns/identity.json: what a document says of itself.
struct IdentityRules {
  explicit IdentityRules(const StrictJson& json);

  std::vector<TitleRule> titles;  ///< the first that matches a line reads it
  Expression no_body;             ///< what is in a publisher's place and is none
  Expression placeholder;         ///< a name left open in a blank form
  Expression other;               ///< titles of documents that are no budgets
  Expression label;               ///< 部门名称：…
  Expression prose_body;          ///< the body at the head of a sentence of the prose
  Expression rounding;            ///< a note on rounding
  std::vector<IdentityExample> examples;
  std::vector<IdentityExample> counterexamples;
};

/// What one line says, by one rule.
struct TitleReading {
  std::string rule;
  std::size_t first = 0, last = 0;  ///< bytes of the title in the line
  std::string publisher;            ///< empty if the line names none
  std::size_t publisher_first = 0;
  int year = 0;
  Scope scope = Scope::kUnknown;
  DocumentKind kind = DocumentKind::kUnknown;
};

/// Reads a line as a title; nothing if it is none.
std::optional<TitleReading> read_title(std::string_view line, const IdentityRules& rules);

}  // namespace mingxi::patterns
