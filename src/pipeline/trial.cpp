#include "pipeline/trial.h"

#include <algorithm>
#include <set>
#include <sstream>

#include "link/statements.h"
#include "recognise/quantities.h"
#include "text/normalise.h"
#include "layout/characters.h"

namespace mingxi {
namespace {

constexpr int kYear = 2023;  // of the documents that examples are read as

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

/// Whether the words stand in the line in this order, others between them or not.
bool says(const std::string& line, const std::string& wanted) {
  const std::vector<std::string> words = words_of(line);
  auto at = words.begin();
  for (const std::string& word : words_of(wanted)) {
    at = std::find(at, words.end(), word);
    if (at == words.end()) return false;
    ++at;
  }
  return true;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : " | ") + line;
  return text.empty() ? "—" : text;
}

void fail(TrialResult& result, const std::string& where, const std::string& wanted,
          const std::string& got) {
  result.failures.push_back({.where = where,
                             .chinese = "应为“" + wanted + "”，实际读出：" + got,
                             .english = "expected “" + wanted + "”, read: " + got});
}

void try_units(const Pack& pack, TrialResult& result) {
  for (const UnitExample& example : pack.units.examples()) {
    ++(example.why.empty() ? result.examples : result.counterexamples);
    std::vector<std::string> got;
    for (const Quantity& quantity : find_quantities(normalised(example.text), pack.units)) {
      if (!quantity.names_a_class) got.push_back(described(quantity));
    }
    if (got != example.figures) fail(result, example.where, joined(example.figures), joined(got));
  }
}

void try_statements(const Pack& pack, TrialResult& result) {
  const auto lines_of = [&](const StatementExample& example) {
    std::vector<std::string> lines;
    for (const Fact& fact : facts_of(example.text, example.kind, pack)) {
      lines.push_back(described(fact) + " by " + fact.rule);
    }
    return lines;
  };
  for (const StatementExample& example : pack.statements.examples) {
    ++result.examples;
    const auto lines = lines_of(example);
    bool rule_read_one = false;
    for (const std::string& wanted : example.facts) {
      const auto found = std::find_if(lines.begin(), lines.end(),
                                      [&](const std::string& line) { return says(line, wanted); });
      if (found == lines.end())
        fail(result, example.where, wanted, joined(lines));
      else
        rule_read_one = rule_read_one || says(*found, "by " + example.rule);
    }
    if (!rule_read_one) fail(result, example.where, "by " + example.rule, joined(lines));
  }
  for (const StatementExample& example : pack.statements.counterexamples) {
    ++result.counterexamples;
    const auto lines = lines_of(example);
    for (const std::string& unwanted : example.facts) {
      const bool found = std::any_of(lines.begin(), lines.end(), [&](const std::string& line) {
        return says(line, unwanted + " by " + example.rule);
      });
      if (found) fail(result, example.where, "no " + unwanted, joined(lines));
    }
  }
}

void try_missing_numbers(const Pack& pack, TrialResult& result) {
  for (const MissingNumberExample& example : pack.statements.missing_number_examples) {
    ++(example.why.empty() ? result.examples : result.counterexamples);
    std::vector<std::string> got;
    for (const Finding& finding :
         statements_of(example.text, DocumentKind::kBudget, pack).findings) {
      if (finding.check == "number_missing") got.push_back(finding.evidence.front().quote);
    }
    if (got != example.quotes) fail(result, example.where, joined(example.quotes), joined(got));
  }
}

void try_concepts(const Pack& pack, TrialResult& result) {
  for (const ConceptExample& example : pack.concepts.examples()) {
    ++(example.is_counterexample ? result.counterexamples : result.examples);
    const std::string got = pack.concepts.of(normalised(example.text)).value_or("—");
    if ((got == example.concept_id) != example.is_counterexample) continue;
    const std::string wanted = (example.is_counterexample ? "no " : "") + example.concept_id;
    fail(result, example.where, wanted, got);
  }
}

/// Whether a line is read as the example says.
bool reads(const IdentityExample& example, const IdentityRules& rules) {
  const std::string line = normalised(example.text);
  const std::pair<const char*, const Expression*> expressions[] = {
      {"identity/no_body", &rules.no_body},
      {"identity/placeholder", &rules.placeholder},
      {"identity/other", &rules.other},
      {"identity/label", &rules.label},
      {"identity/rounding", &rules.rounding}};
  for (const auto& [id, expression] : expressions) {
    if (example.rule == id) return expression->matches(line);
  }
  const auto reading = read_title(line, rules);
  return reading && reading->rule == example.rule &&
         (!example.publisher || *example.publisher == reading->publisher) &&
         (!example.year || *example.year == reading->year) &&
         (!example.scope || *example.scope == reading->scope) &&
         (!example.kind || *example.kind == reading->kind);
}

void try_identity(const Pack& pack, TrialResult& result) {
  for (const IdentityExample& example : pack.identity.examples) {
    ++result.examples;
    if (!reads(example, pack.identity)) fail(result, example.where, example.rule, example.text);
  }
  for (const IdentityExample& example : pack.identity.counterexamples) {
    ++result.counterexamples;
    if (reads(example, pack.identity)) {
      fail(result, example.where, "no " + example.rule, example.text);
    }
  }
}

void try_tables(const Pack& pack, TrialResult& result) {
  const TableRules& rules = pack.tables;
  const std::pair<const char*, const Labels*> lists[] = {
      {"tables/kinds", &rules.kinds},     {"tables/headers", &rules.headers},
      {"tables/columns", &rules.columns}, {"tables/components", &rules.components},
      {"tables/times", &rules.times},     {"tables/rows", &rules.rows},
      {"tables/notes", &rules.notes}};
  const auto label_of = [&](const LabelExample& example) {
    for (const auto& [name, labels] : lists) {
      if (example.list != name) continue;
      // Several names can be true of a row or a line beside a table.
      const bool is_ordered = labels != &rules.rows && labels != &rules.notes;
      const std::string text = normalised(example.text);
      if (is_ordered) return labels->of(text).value_or("—");
      return labels->is(example.label, text) ? example.label : std::string("—");
    }
    return std::string("—");
  };
  for (const LabelExample& example : rules.examples) {
    ++result.examples;
    const std::string label = label_of(example);
    if (label != example.label) fail(result, example.where, example.label, label);
  }
  for (const LabelExample& example : rules.counterexamples) {
    ++result.counterexamples;
    if (label_of(example) == example.label)
      fail(result, example.where, "no " + example.label, example.text);
  }
}

void try_checks(const Pack& pack, TrialResult& result) {
  const CheckRules& rules = pack.checks;
  const auto is_found = [&rules](const LabelExample& example) {
    const std::string text = normalised(example.text);
    return example.list == "checks/lists" ? rules.list_words(example.label).matches(text)
                                          : rules.row(example.label).names(text);
  };
  for (const LabelExample& example : rules.examples) {
    ++result.examples;
    if (!is_found(example)) fail(result, example.where, example.label, example.text);
  }
  for (const LabelExample& example : rules.counterexamples) {
    ++result.counterexamples;
    if (is_found(example)) fail(result, example.where, "no " + example.label, example.text);
  }
}

void try_between_documents(const Pack& pack, TrialResult& result) {
  const BetweenDocumentsRules& rules = pack.checks.between_documents;
  const auto is_so = [&](const LabelExample& example) {
    const bool is_fund = example.list == "between_documents/funds";
    return (is_fund ? rules.funds : rules.words).is(example.label, normalised(example.text));
  };
  for (const LabelExample& example : rules.examples) {
    ++result.examples;
    if (!is_so(example)) fail(result, example.where, example.label, example.text);
  }
  for (const LabelExample& example : rules.counterexamples) {
    ++result.counterexamples;
    if (is_so(example)) fail(result, example.where, "no " + example.label, example.text);
  }
}

void try_form(const Pack& pack, TrialResult& result) {
  const auto is_found = [&](const LabelExample& example) {
    const FormWording* wording = pack.form.wording(example.list, example.label);
    return wording != nullptr && !wording->find_all(normalised(example.text)).empty();
  };
  for (const LabelExample& example : pack.form.examples) {
    ++result.examples;
    if (!is_found(example)) fail(result, example.where, example.label, example.text);
  }
  for (const LabelExample& example : pack.form.counterexamples) {
    ++result.counterexamples;
    if (is_found(example)) fail(result, example.where, "no " + example.label, example.text);
  }
}

void try_places(const Pack& pack, TrialResult& result) {
  for (const PlaceExample& example : pack.places.examples()) {
    ++(example.code.empty() ? result.counterexamples : result.examples);
    const Place place = pack.places.of(example.text);
    const auto& smallest = place.county ? place.county : place.city ? place.city : place.province;
    const std::string code = smallest ? smallest->code : "";
    if (code != example.code) fail(result, example.where, example.code, code);
  }
}

}  // namespace

Document document_of(const std::string& text) {
  Document document;
  Page page{.width = 595, .height = 842, .text_source = TextSource::kPlain};
  std::size_t at = 0;
  double left = 50;
  while (at < text.size()) {
    const char32_t character = next_code_point(text, at);
    page.glyphs.push_back({.code_point = character,
                           .box = {left, 90, left + 12, 102},
                           .baseline = 100,
                           .font_size = 12});
    left += 12;
  }
  document.pages.push_back(std::move(page));
  return document;
}

std::vector<Fact> facts_of(const std::string& text, DocumentKind kind, const Pack& pack) {
  return statements_of(text, kind, pack).facts;
}

Statements statements_of(const std::string& text, DocumentKind kind, const Pack& pack) {
  const Document document = document_of(text);
  Layout layout;
  Paragraph paragraph;
  GlyphId id = 0;
  for (const Glyph& glyph : document.pages.front().glyphs) {
    append_normalised(paragraph.text, glyph.code_point, id++);
  }
  layout.paragraphs.push_back(std::move(paragraph));
  const Identity identity{.kind = kind, .fiscal_year = kYear};
  const ParagraphQuantities quantities{
      find_quantities(layout.paragraphs.front().text.utf8(), pack.units)};
  return link_statements(document, layout, identity, quantities, pack);
}

TrialResult try_patterns(const Pack& pack) {
  TrialResult result;
  std::set<std::string> rules;
  for (const StatementRule& rule : pack.statements.rules) rules.insert(rule.id);
  for (const IdentityExample& example : pack.identity.examples) rules.insert(example.rule);
  for (const UnitExample& example : pack.units.examples()) {
    rules.insert(example.group);
  }
  rules.insert(pack.statements.no_change_id);
  for (const LabelExample& example : pack.tables.examples)
    rules.insert(example.list + "/" + example.label);
  for (const LabelExample& example : pack.checks.examples)
    rules.insert(example.list + "/" + example.label);
  for (const LabelExample& example : pack.checks.between_documents.examples)
    rules.insert(example.list + "/" + example.label);
  for (const LabelExample& example : pack.form.examples)
    rules.insert(example.list + "/" + example.label);
  for (const auto& example : pack.statements.missing_number_examples) rules.insert(example.rule);
  result.rules = static_cast<int>(rules.size() + pack.concepts.size());
  try_units(pack, result);
  try_statements(pack, result);
  try_missing_numbers(pack, result);
  try_identity(pack, result);
  try_tables(pack, result);
  try_checks(pack, result);
  try_between_documents(pack, result);
  try_concepts(pack, result);
  try_form(pack, result);
  try_places(pack, result);
  return result;
}

}  // namespace mingxi
