#include "extract/pattern_tests.h"

#include <algorithm>
#include <set>
#include <sstream>

#include "facts/prose/statements.h"
#include "facts/prose/quantities.h"
#include "text/normalise.h"
#include "text/characters.h"

namespace mingxi::extract {
namespace {

constexpr int kYear = 2023;  // of the documents that examples are read as

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

/// Whether the words are in the line in this order, others between them or not.
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

void try_units(const patterns::Patterns& patterns, TrialResult& result) {
  for (const patterns::UnitExample& example : patterns.units.examples()) {
    ++(example.why.empty() ? result.examples : result.counterexamples);
    std::vector<std::string> got;
    for (const Quantity& quantity :
         facts::find_quantities(text::normalised(example.text), patterns.units)) {
      if (!quantity.names_a_class) got.push_back(facts::described(quantity));
    }
    if (got != example.figures) fail(result, example.where, joined(example.figures), joined(got));
  }
}

void try_statements(const patterns::Patterns& patterns, TrialResult& result) {
  const auto lines_of = [&](const patterns::StatementExample& example) {
    std::vector<std::string> lines;
    for (const Fact& fact : facts_of(example.text, example.kind, patterns)) {
      lines.push_back(facts::described(fact) + " by " + fact.rule);
    }
    return lines;
  };
  for (const patterns::StatementExample& example : patterns.statements.examples) {
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
  for (const patterns::StatementExample& example : patterns.statements.counterexamples) {
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

void try_missing_numbers(const patterns::Patterns& patterns, TrialResult& result) {
  for (const patterns::MissingNumberExample& example :
       patterns.statements.missing_number_examples) {
    ++(example.why.empty() ? result.examples : result.counterexamples);
    std::vector<std::string> got;
    for (const Finding& finding :
         statements_of(example.text, DocumentKind::kBudget, patterns).findings) {
      if (finding.check == "number_missing") got.push_back(finding.evidence.front().quote);
    }
    if (got != example.quotes) fail(result, example.where, joined(example.quotes), joined(got));
  }
}

void try_concepts(const patterns::Patterns& patterns, TrialResult& result) {
  for (const patterns::ConceptExample& example : patterns.concepts.examples()) {
    ++(example.is_counterexample ? result.counterexamples : result.examples);
    const std::string got = patterns.concepts.of(text::normalised(example.text)).value_or("—");
    if ((got == example.concept_id) != example.is_counterexample) continue;
    const std::string wanted = (example.is_counterexample ? "no " : "") + example.concept_id;
    fail(result, example.where, wanted, got);
  }
}

/// Whether a line is read as the example says.
bool reads(const patterns::IdentityExample& example, const patterns::IdentityRules& rules) {
  const std::string line = text::normalised(example.text);
  const std::pair<const char*, const patterns::Expression*> expressions[] = {
      {"identity/no_body", &rules.no_body},       {"identity/placeholder", &rules.placeholder},
      {"identity/other", &rules.other},           {"identity/label", &rules.label},
      {"identity/prose_body", &rules.prose_body}, {"identity/rounding", &rules.rounding}};
  for (const auto& [id, expression] : expressions) {
    if (example.rule == id) return expression->matches(line);
  }
  const auto reading = patterns::read_title(line, rules);
  return reading && reading->rule == example.rule &&
         (!example.publisher || *example.publisher == reading->publisher) &&
         (!example.year || *example.year == reading->year) &&
         (!example.scope || *example.scope == reading->scope) &&
         (!example.kind || *example.kind == reading->kind);
}

void try_identity(const patterns::Patterns& patterns, TrialResult& result) {
  for (const patterns::IdentityExample& example : patterns.identity.examples) {
    ++result.examples;
    if (!reads(example, patterns.identity)) fail(result, example.where, example.rule, example.text);
  }
  for (const patterns::IdentityExample& example : patterns.identity.counterexamples) {
    ++result.counterexamples;
    if (reads(example, patterns.identity)) {
      fail(result, example.where, "no " + example.rule, example.text);
    }
  }
}

void try_tables(const patterns::Patterns& patterns, TrialResult& result) {
  const patterns::TableRules& rules = patterns.tables;
  const std::pair<const char*, const patterns::Labels*> lists[] = {
      {"tables/kinds", &rules.kinds},     {"tables/headers", &rules.headers},
      {"tables/columns", &rules.columns}, {"tables/components", &rules.components},
      {"tables/times", &rules.times},     {"tables/rows", &rules.rows},
      {"tables/notes", &rules.notes}};
  const auto label_of = [&](const patterns::LabelExample& example) {
    for (const auto& [name, labels] : lists) {
      if (example.list != name) continue;
      // Several names can be true of a row or a line beside a table.
      const bool is_ordered = labels != &rules.rows && labels != &rules.notes;
      const std::string text = text::normalised(example.text);
      if (is_ordered) return labels->of(text).value_or("—");
      return labels->is(example.label, text) ? example.label : std::string("—");
    }
    return std::string("—");
  };
  for (const patterns::LabelExample& example : rules.examples) {
    ++result.examples;
    const std::string label = label_of(example);
    if (label != example.label) fail(result, example.where, example.label, label);
  }
  for (const patterns::LabelExample& example : rules.counterexamples) {
    ++result.counterexamples;
    if (label_of(example) == example.label)
      fail(result, example.where, "no " + example.label, example.text);
  }
}

void try_checks(const patterns::Patterns& patterns, TrialResult& result) {
  const patterns::CheckRules& rules = patterns.checks;
  const auto is_found = [&rules](const patterns::LabelExample& example) {
    const std::string text = text::normalised(example.text);
    return example.list == "checks/lists" ? rules.list_words(example.label).matches(text)
                                          : rules.row(example.label).names(text);
  };
  for (const patterns::LabelExample& example : rules.examples) {
    ++result.examples;
    if (!is_found(example)) fail(result, example.where, example.label, example.text);
  }
  for (const patterns::LabelExample& example : rules.counterexamples) {
    ++result.counterexamples;
    if (is_found(example)) fail(result, example.where, "no " + example.label, example.text);
  }
}

void try_between_documents(const patterns::Patterns& patterns, TrialResult& result) {
  const patterns::BetweenDocumentsRules& rules = patterns.checks.between_documents;
  const auto is_so = [&](const patterns::LabelExample& example) {
    const bool is_fund = example.list == "between_documents/funds";
    return (is_fund ? rules.funds : rules.words).is(example.label, text::normalised(example.text));
  };
  for (const patterns::LabelExample& example : rules.examples) {
    ++result.examples;
    if (!is_so(example)) fail(result, example.where, example.label, example.text);
  }
  for (const patterns::LabelExample& example : rules.counterexamples) {
    ++result.counterexamples;
    if (is_so(example)) fail(result, example.where, "no " + example.label, example.text);
  }
}

void try_form(const patterns::Patterns& patterns, TrialResult& result) {
  const auto is_found = [&](const patterns::LabelExample& example) {
    const patterns::FormWording* wording = patterns.form.wording(example.list, example.label);
    return wording != nullptr && !wording->find_all(text::normalised(example.text)).empty();
  };
  for (const patterns::LabelExample& example : patterns.form.examples) {
    ++result.examples;
    if (!is_found(example)) fail(result, example.where, example.label, example.text);
  }
  for (const patterns::LabelExample& example : patterns.form.counterexamples) {
    ++result.counterexamples;
    if (is_found(example)) fail(result, example.where, "no " + example.label, example.text);
  }
}

void try_places(const patterns::Patterns& patterns, TrialResult& result) {
  for (const patterns::PlaceExample& example : patterns.places.examples()) {
    ++(example.code.empty() ? result.counterexamples : result.examples);
    const Place place = patterns.places.of(example.text);
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
    const char32_t character = text::next_code_point(text, at);
    page.glyphs.push_back({.code_point = character,
                           .box = {left, 90, left + 12, 102},
                           .baseline = 100,
                           .font_size = 12});
    left += 12;
  }
  document.pages.push_back(std::move(page));
  return document;
}

std::vector<Fact> facts_of(const std::string& text, DocumentKind kind,
                           const patterns::Patterns& patterns) {
  return statements_of(text, kind, patterns).facts;
}

facts::Statements statements_of(const std::string& text, DocumentKind kind,
                                const patterns::Patterns& patterns) {
  const Document document = document_of(text);
  Layout layout;
  Paragraph paragraph;
  GlyphId id = 0;
  for (const Glyph& glyph : document.pages.front().glyphs) {
    text::append_normalised(paragraph.text, glyph.code_point, id++);
  }
  layout.paragraphs.push_back(std::move(paragraph));
  const Identity identity{.kind = kind, .fiscal_year = kYear};
  const facts::ParagraphQuantities quantities{
      facts::find_quantities(layout.paragraphs.front().text.utf8(), patterns.units)};
  return facts::link_statements(document, layout, identity, quantities, patterns);
}

TrialResult try_patterns(const patterns::Patterns& patterns) {
  TrialResult result;
  std::set<std::string> rules;
  for (const patterns::StatementRule& rule : patterns.statements.rules) rules.insert(rule.id);
  for (const patterns::IdentityExample& example : patterns.identity.examples)
    rules.insert(example.rule);
  for (const patterns::UnitExample& example : patterns.units.examples()) {
    rules.insert(example.group);
  }
  rules.insert(patterns.statements.no_change_id);
  for (const patterns::LabelExample& example : patterns.tables.examples)
    rules.insert(example.list + "/" + example.label);
  for (const patterns::LabelExample& example : patterns.checks.examples)
    rules.insert(example.list + "/" + example.label);
  for (const patterns::LabelExample& example : patterns.checks.between_documents.examples)
    rules.insert(example.list + "/" + example.label);
  for (const patterns::LabelExample& example : patterns.form.examples)
    rules.insert(example.list + "/" + example.label);
  for (const auto& example : patterns.statements.missing_number_examples)
    rules.insert(example.rule);
  result.rules = static_cast<int>(rules.size() + patterns.concepts.size());
  try_units(patterns, result);
  try_statements(patterns, result);
  try_missing_numbers(patterns, result);
  try_identity(patterns, result);
  try_tables(patterns, result);
  try_checks(patterns, result);
  try_between_documents(patterns, result);
  try_concepts(patterns, result);
  try_form(patterns, result);
  try_places(patterns, result);
  return result;
}

}  // namespace mingxi::extract
