#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/fact.h"
#include "patterns/patterns.h"

namespace mingxi::facts {

/// What a figure is of.
struct Name {
  std::string printed;                    ///< as on the page
  std::string text;                       ///< normalised; empty: no name
  std::optional<std::string> code;        ///< "functional:2010601"
  std::optional<std::string> funding;     ///< "general_budget": where the words say it
  std::optional<std::string> body;        ///< a unit of the publisher that stood before the name
  std::size_t first = std::string::npos;  ///< byte in the paragraph; npos: not in it
  SubjectFrom from = SubjectFrom::kOwn;
  bool is_carried = false;  ///< over the border of a paragraph

  bool empty() const { return text.empty(); }
};

/// Where in the functional classification the text is: what a path that begins with 款 or 项 hangs
/// on.
struct ClassificationPlace {
  std::string class_name, group_name;  ///< normalised; empty: not known
  std::string class_code, group_code;  ///< as printed: 208, 05; empty: not printed
};

/// Which classification a bare name belongs to where both know it.
enum class NameContext { kNone, kFunctional, kEconomic };

/// Reads names in the text of one document.
class Names {
 public:
  Names(const Document& document, const Layout& layout, const Identity& identity,
        const patterns::Patterns& patterns);

  /// The name in the bytes [first, last) of a paragraph: numbering, periods, the publisher, verbs
  /// and basis words are taken off both ends; codes and classification paths are read. Empty when
  /// nothing is left.
  Name read(const TracedText& text, std::size_t first, std::size_t last, NameContext context,
            ClassificationPlace& place) const;

  /// The last classification path X(类)Y(款)Z(项) in the bytes, or Y(款)Z(项) under the place that
  /// is known; nothing if there is none. The place follows what is read.
  std::optional<Name> path(const TracedText& text, std::size_t first, std::size_t last,
                           ClassificationPlace& place) const;

  /// What the name means in every disclosure, "three_public.total"; nothing if that is not known.
  std::optional<std::string> concept_of(const Name& name, UnitKind kind) const {
    return patterns_.concepts.of(name.text, kind);
  }

  /// A section title as a name: 收入预算情况说明 → 收入预算.
  Name from_title(const std::string& title, NameContext context) const;

 private:
  std::optional<std::string> code_of(std::string_view name, NameContext context) const;
  void take_off(std::string_view text, std::size_t& first, std::size_t& last) const;
  void take_off_before(std::string_view text, std::size_t& first, std::size_t last) const;
  bool take_off_body(std::string_view text, std::size_t& first, std::size_t last) const;
  std::size_t body_before(std::string_view text, std::size_t first, std::size_t last) const;
  void take_off_funding(std::string_view text, std::size_t& first, std::size_t& last) const;
  void take_off_budget(std::string_view text, std::size_t first, std::size_t& last) const;
  std::optional<std::string> funding_of(std::string_view name) const;
  std::optional<std::string> unit_before(std::string_view text, std::size_t first,
                                         std::size_t name) const;

  const Document& document_;
  const patterns::Patterns& patterns_;
  const patterns::StatementExpressions& expressions_;
  int involved_item_;                // group of what money is used for
  std::vector<std::string> bodies_;  // the publisher, its short names, its units; longest first
  std::string publisher_;            // normalised
};

}  // namespace mingxi::facts
