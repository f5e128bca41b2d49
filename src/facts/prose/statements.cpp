#include "facts/prose/statements.h"

#include "facts/prose/paragraph.h"
#include "facts/prose/text_defects.h"

namespace mingxi::facts {
namespace {

const char* measure_word(Measure measure) {
  switch (measure) {
    case Measure::kLevel:
      return "level";
    case Measure::kChange:
      return "change";
    case Measure::kChangeRate:
      return "change_rate";
    case Measure::kShare:
      return "share";
    case Measure::kExecutionRate:
      return "execution_rate";
  }
  return "";
}

const char* basis_word(Basis basis) {
  switch (basis) {
    case Basis::kBudget:
      return "budget";
    case Basis::kAdjusted:
      return "adjusted";
    case Basis::kEstimated:
      return "estimated";
    case Basis::kActual:
      return "actual";
    case Basis::kTarget:
      return "target";
  }
  return "";
}

}  // namespace

Statements link_statements(const Document& document, const Layout& layout, const Identity& identity,
                           const ParagraphQuantities& quantities,
                           const patterns::Patterns& patterns) {
  Statements result;
  std::size_t figures = 0;
  for (const auto& of_paragraph : quantities) figures += of_paragraph.size();
  result.facts.reserve(figures);
  const Names names(document, layout, identity, patterns);
  const Time time(identity, patterns.statements);
  Carried carried;
  ParagraphLinker linker(document, layout, patterns.statements, names, time, carried, result);
  for (std::size_t i = 0; i < layout.paragraphs.size(); ++i) {
    const Paragraph& paragraph = layout.paragraphs[i];
    if (paragraph.role != ParagraphRole::kBody && paragraph.role != ParagraphRole::kHeading)
      continue;
    linker.read(paragraph, quantities[i]);
  }
  for (Finding& finding :
       find_missing_numbers(document, layout, patterns.statements, result.facts.size())) {
    result.findings.push_back(std::move(finding));
  }
  for (Finding& finding : find_unverified(result.facts, result.doubtful)) {
    result.findings.push_back(std::move(finding));
  }
  number_facts(result.facts);
  return result;
}

std::string described(const Fact& fact) {
  std::string text = measure_word(fact.measure);
  text += " " + std::to_string(fact.period) + " " + basis_word(fact.basis) + " ";
  switch (fact.bound) {
    case Bound::kAtLeast:
      text += ">=";
      break;
    case Bound::kAtMost:
      text += "<=";
      break;
    case Bound::kMore:
      text += ">";
      break;
    case Bound::kLess:
      text += "<";
      break;
    case Bound::kAbout:
      text += "~";
      break;
    case Bound::kEqual:
    case Bound::kRange:
      break;
  }
  text += fact.value.text();
  if (fact.value_high) text += ".." + fact.value_high->text();
  if (!fact.unit.empty()) text += " " + fact.unit;
  text += " «" + fact.subject + "»";
  if (fact.relative_to) {
    const bool part = fact.measure == Measure::kShare || fact.measure == Measure::kExecutionRate;
    text += (part ? " of " : " to ") + text_of(*fact.relative_to);
  }
  if (fact.code) text += " " + *fact.code;
  return text;
}

}  // namespace mingxi::facts
