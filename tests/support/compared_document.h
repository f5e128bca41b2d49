#pragma once

#include <string>
#include <vector>

#include "audit/across/comparable.h"
#include "model/money.h"
#include "extract/load_patterns.h"

namespace mingxi {

/// What a figure is of and when; all else is filled in.
struct Said {
  const char* subject;
  const char* value;
  int period;
  Basis basis = Basis::kBudget;
  const char* unit = "万元";
};

/// A document with its figures that others are compared with, put together piece by piece.
class Printed {
 public:
  Printed(char name, const char* publisher, DocumentKind kind, int year,
          Scope scope = Scope::kDepartment) {
    extraction_.source = {.path = std::string(1, name) + ".pdf", .sha256 = std::string(64, name)};
    extraction_.identity = {.title = publisher,
                            .publisher = publisher,
                            .kind = kind,
                            .scope = scope,
                            .fiscal_year = year};
  }

  Printed& heading(const char* title) {
    extraction_.sections.push_back(
        {.id = static_cast<int>(extraction_.sections.size()), .title = title});
    return *this;
  }

  Printed& prose(const Said& said, const char* quote = "") {
    Fact& fact = add(said);
    fact.concept_id = rules().concepts.of(said.subject);
    fact.evidence.quote = quote;
    if (!extraction_.sections.empty())
      fact.section = static_cast<int>(extraction_.sections.size()) - 1;
    return *this;
  }

  Printed& coded_prose(const char* code, const Said& said, const char* quote = "") {
    prose(said, quote);
    extraction_.facts.back().code = code;
    return *this;
  }

  /// The change of the figure printed last.
  Printed& change(const char* value) {
    Fact fact = extraction_.facts.back();
    fact.id = next_id();
    fact.measure = Measure::kChange;
    fact.value = Decimal::parse(value).value();
    fact.amount_yuan = fact.value.scaled(exponent_of_money(fact.unit));
    fact.decimals = fact.value.places();
    fact.relative_to = fact.period - 1;
    extraction_.facts.push_back(fact);
    return *this;
  }

  Printed& table(TableKind kind, const char* title = "") {
    extraction_.tables.push_back(
        {.id = "t" + std::to_string(extraction_.tables.size() + 1), .kind = kind, .title = title});
    return *this;
  }

  /// A row of the last table; no code: its total row.
  Printed& row(const char* code, const Said& said, const char* component = "total") {
    Fact& fact = add(said);
    fact.origin = Origin::kTable;
    fact.table = extraction_.tables.back().id;
    fact.component = component;
    fact.line_kind = *code == '\0' ? LineKind::kTotal : LineKind::kLeaf;
    if (*code != '\0') fact.code = code;
    return *this;
  }

  /// A name that begins with > goes on with the one before, on the next page.
  Printed& lists_units(const std::vector<std::string>& names) {
    table(TableKind::kOther);
    std::vector<Cell>& cells = extraction_.tables.back().cells;
    cells.push_back({.row = 0, .column = 1, .text = "单位名称"});
    for (const std::string& name : names) {
      const bool goes_on = name.starts_with('>');
      cells.push_back({.row = static_cast<int>(cells.size()),
                       .column = 1,
                       .text = goes_on ? name.substr(1) : name,
                       .continues = goes_on});
    }
    return *this;
  }

  operator audit::ComparableDocument() const { return audit::comparable(extraction_, rules()); }
  const Extraction& extraction() const { return extraction_; }
  audit::DocumentCard card() const { return audit::document_card(extraction_, rules()); }

 private:
  static const patterns::Patterns& rules() {
    static const patterns::Patterns result = extract::load_patterns("");
    return result;
  }

  std::string next_id() const { return "f" + std::to_string(extraction_.facts.size() + 1); }

  Fact& add(const Said& said) {
    const Decimal value = Decimal::parse(said.value).value();
    extraction_.facts.push_back({.id = next_id(),
                                 .subject = said.subject,
                                 .period = said.period,
                                 .basis = said.basis,
                                 .value = value,
                                 .unit = said.unit,
                                 .amount_yuan = value.scaled(exponent_of_money(said.unit)),
                                 .decimals = value.places(),
                                 .evidence = {.page = 3, .quote = said.value}});
    return extraction_.facts.back();
  }

  Extraction extraction_;
};

}  // namespace mingxi
