#include "extract/pattern_tests.h"

#include <algorithm>
#include <map>
#include <set>
#include <sstream>
#include <utility>

#include "facts/prose/statements.h"
#include "facts/prose/quantities.h"
#include "messages/reading_sentences.h"
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
  result.failures.push_back({where, messages::said(messages::ReadingSentence::kReadOtherwise,
                                                   {{"wanted", wanted}, {"got", got}})});
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

/// Tries all texts of an entry with one question: whether a text is read as the example says, and
/// what was read instead.
template <typename Read>
void try_entry(const patterns::Entry& entry, TrialResult& result, const Read& read) {
  ++result.rules;
  for (const patterns::Example& example : entry.examples) {
    ++result.examples;
    const auto [is_read, got] = read(example);
    if (!is_read) fail(result, example.where, entry.id, got);
  }
  for (const patterns::Example& example : entry.counterexamples) {
    ++result.counterexamples;
    const auto [is_read, got] = read(example);
    if (is_read) fail(result, example.where, "no " + entry.id, got);
  }
}

/// Whether each named group takes what the example says.
bool takes(const patterns::Pattern& pattern, const patterns::Match& match,
           const patterns::Example& example) {
  return std::all_of(example.expected.begin(), example.expected.end(), [&](const auto& group) {
    return group.second.front() == pattern.group(match, group.first);
  });
}

/// An exception that excuses none of the counterexamples is not shown.
void try_exception(const patterns::Entry& entry, TrialResult& result) {
  if (entry.unless.empty() && entry.unless_within.empty()) return;
  const patterns::Expression without(entry.pattern, entry.where);
  const bool is_shown = std::any_of(entry.counterexamples.begin(), entry.counterexamples.end(),
                                    [&](const patterns::Example& example) {
                                      return without.matches(text::normalised(example.text));
                                    });
  if (!is_shown) fail(result, entry.where, "a counterexample that unless excuses", "—");
}

void try_expressions(const std::vector<patterns::Entry>& entries, TrialResult& result) {
  for (const patterns::Entry& entry : entries) {
    const patterns::Pattern pattern(entry);
    try_entry(entry, result, [&](const patterns::Example& example) {
      const std::string text = text::normalised(example.text);
      const auto match = pattern.find(text);
      return std::pair(match && takes(pattern, *match, example), text);
    });
    try_exception(entry, result);
  }
}

/// Tries a list in which the first that matches decides, or an entry that is asked for by its id.
void try_labels(const patterns::Labels& labels, TrialResult& result) {
  for (const patterns::Entry& entry : labels.entries()) {
    try_entry(entry, result, [&](const patterns::Example& example) {
      const std::string label = labels.of(text::normalised(example.text)).value_or("—");
      return std::pair(label == entry.id || labels.is(entry.id, text::normalised(example.text)),
                       label);
    });
    try_exception(entry, result);
  }
}

const std::vector<std::string>& expected(const patterns::Example& example, const char* key) {
  static const std::vector<std::string> kNone;
  const auto found = example.expected.find(key);
  return found == example.expected.end() ? kNone : found->second;
}

std::vector<std::string> facts_read(const patterns::Example& example,
                                    const patterns::Patterns& patterns) {
  const bool is_final_account =
      expected(example, "kind") == std::vector<std::string>{"final_account"};
  const DocumentKind kind = is_final_account ? DocumentKind::kFinalAccount : DocumentKind::kBudget;
  std::vector<std::string> lines;
  for (const Fact& fact : facts_of(example.text, kind, patterns)) {
    lines.push_back(facts::described(fact) + " by " + fact.rule);
  }
  return lines;
}

/// All facts of an example must come out, one of them by its rule; of a counterexample none by it.
void try_statements(const patterns::Patterns& patterns, TrialResult& result) {
  for (const patterns::Entry& entry : patterns.statements.rule_entries) {
    ++result.rules;
    for (const patterns::Example& example : entry.examples) {
      ++result.examples;
      const auto lines = facts_read(example, patterns);
      bool rule_read_one = false;
      for (const std::string& wanted : expected(example, "facts")) {
        const auto found = std::find_if(lines.begin(), lines.end(), [&](const std::string& line) {
          return says(line, wanted);
        });
        if (found == lines.end())
          fail(result, example.where, wanted, joined(lines));
        else
          rule_read_one = rule_read_one || says(*found, "by " + entry.id);
      }
      if (!rule_read_one) fail(result, example.where, "by " + entry.id, joined(lines));
    }
    for (const patterns::Example& example : entry.counterexamples) {
      ++result.counterexamples;
      const auto lines = facts_read(example, patterns);
      if (expected(example, "facts").empty()) fail(result, example.where, "facts", "—");
      for (const std::string& unwanted : expected(example, "facts")) {
        const bool found = std::any_of(lines.begin(), lines.end(), [&](const std::string& line) {
          return says(line, unwanted + " by " + entry.id);
        });
        if (found) fail(result, example.where, "no " + unwanted, joined(lines));
      }
    }
  }
}

/// The findings of an example are those it quotes; a counterexample has none.
void try_missing_numbers(const patterns::Patterns& patterns, TrialResult& result) {
  const auto try_text = [&](const patterns::Example& example) {
    std::vector<std::string> got;
    for (const Finding& finding :
         statements_of(example.text, DocumentKind::kBudget, patterns).findings) {
      if (finding.check == Check::kNumberMissing) got.push_back(finding.evidence.front().quote);
    }
    const std::vector<std::string>& quotes = expected(example, "quotes");
    if (got != quotes) fail(result, example.where, joined(quotes), joined(got));
  };
  for (const patterns::Entry& entry : patterns.statements.missing_entries) {
    ++result.rules;
    result.examples += static_cast<int>(entry.examples.size());
    result.counterexamples += static_cast<int>(entry.counterexamples.size());
    for (const patterns::Example& example : entry.examples) {
      if (expected(example, "quotes").empty()) fail(result, example.where, "quotes", "—");
      try_text(example);
    }
    for (const patterns::Example& example : entry.counterexamples) try_text(example);
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

/// What a title says, by the keys of an example.
std::map<std::string, std::string> described(const patterns::TitleReading& reading) {
  std::map<std::string, std::string> result{{"publisher", reading.publisher},
                                            {"year", std::to_string(reading.year)}};
  if (reading.scope == Scope::kDepartment) result["scope"] = "department";
  if (reading.scope == Scope::kUnit) result["scope"] = "unit";
  if (reading.scope == Scope::kGovernment) result["scope"] = "government";
  if (reading.kind == DocumentKind::kBudget) result["kind"] = "budget";
  if (reading.kind == DocumentKind::kFinalAccount) result["kind"] = "final_account";
  if (reading.kind == DocumentKind::kOther) result["kind"] = "other";
  return result;
}

void try_titles(const patterns::Patterns& patterns, TrialResult& result) {
  for (const patterns::Entry& entry : patterns.identity.title_entries) {
    try_entry(entry, result, [&](const patterns::Example& example) {
      const auto reading = patterns::read_title(text::normalised(example.text), patterns.identity);
      if (!reading) return std::pair(false, std::string("—"));
      auto said = described(*reading);
      const bool is_so = std::all_of(
          example.expected.begin(), example.expected.end(),
          [&said](const auto& item) { return said[item.first] == item.second.front(); });
      return std::pair(reading->rule == entry.id && is_so, reading->rule);
    });
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
  std::set<std::string> groups;
  for (const patterns::UnitExample& example : patterns.units.examples())
    groups.insert(example.group);
  result.rules = static_cast<int>(groups.size() + patterns.concepts.size());
  try_units(patterns, result);
  try_statements(patterns, result);
  try_missing_numbers(patterns, result);
  try_titles(patterns, result);
  try_concepts(patterns, result);
  try_places(patterns, result);
  const patterns::TableRules& tables = patterns.tables;
  for (const patterns::Labels* labels :
       {&tables.kinds, &tables.headers, &tables.columns, &tables.components, &tables.times}) {
    try_labels(*labels, result);
  }
  // Several names can be true of a row, of a line beside a table and of money.
  for (const std::vector<patterns::Entry>* entries :
       {&tables.entries, &tables.rows.entries(), &tables.notes.entries(), &patterns.checks.entries,
        &patterns.checks.between_documents.entries,
        &patterns.checks.between_documents.funds.entries(), &patterns.concepts.entries(),
        &patterns.form.entries, &patterns.identity.entries, &patterns.layout.entries,
        &patterns.places.entries(), &patterns.statements.entries}) {
    try_expressions(*entries, result);
  }
  return result;
}

}  // namespace mingxi::extract
