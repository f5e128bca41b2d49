#include "link/statements.h"

#include "link/paragraph.h"

namespace mingxi {
namespace {

Finding finding(const char* check, const Reading& reading, const Paragraph& paragraph,
                const Document& document, std::string chinese, std::string english) {
  const auto ink = paragraph.text.glyphs(reading.quote_first, reading.quote_last);
  Evidence evidence{.page = page_of(document, ink.front()).number,
                    .quote = printed(document, ink),
                    .boxes = boxes_of(document, ink)};
  return {.check = check,
          .severity = Severity::kWarning,
          .state = FindingState::kNoted,
          .message = "“" + evidence.quote + "”：" + std::move(chinese),
          .message_en = "“" + evidence.quote + "”: " + std::move(english),
          .evidence = {evidence}};
}

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

void ParagraphLinker::find_slips(const Reading& reading, const Match& match,
                                 const StatementRule& rule) {
  if (reading.quantity.kind == UnitKind::kNone) {
    into_.findings.push_back(finding("unit_missing", reading, *paragraph_, document_,
                                     "数字后面没有单位。",
                                     "the figure is printed without its unit."));
  }
  if (rule.either >= 0 && match.group(rule.either)) {
    into_.findings.push_back(finding("template_leftover", reading, *paragraph_, document_,
                                     "保留了填表用语，没有写明增加还是减少。",
                                     "wording of the form is left in; it does not say whether this "
                                     "is an increase or a decrease."));
  }
}

Statements link_statements(const Document& document, const Layout& layout, const Identity& identity,
                           const ParagraphQuantities& quantities, const Pack& pack) {
  Statements result;
  std::size_t figures = 0;
  for (const auto& of_paragraph : quantities) figures += of_paragraph.size();
  result.facts.reserve(figures);
  const Names names(document, identity, pack);
  const Time time(identity, pack.statements);
  Carried carried;
  ParagraphLinker linker(document, layout, pack.statements, names, time, carried, result);
  for (std::size_t i = 0; i < layout.paragraphs.size(); ++i) {
    const Paragraph& paragraph = layout.paragraphs[i];
    if (paragraph.role != ParagraphRole::kBody && paragraph.role != ParagraphRole::kHeading)
      continue;
    linker.read(paragraph, quantities[i]);
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
    text += (part ? " of " : " to ") + *fact.relative_to;
  }
  if (fact.code) text += " " + *fact.code;
  return text;
}

}  // namespace mingxi
