// The JSON is written straight into a string: building a tree of values first would cost more than
// reading the document. Keys are known words and need no escaping; texts go through append_string.
#include "output/document_json/document_json.h"

#include <optional>

#include "messages/checks.h"
#include "output/document_json/json_evidence.h"
#include "output/document_json/json_lists.h"
#include "output/document_json/json_tables.h"
#include "output/document_json/names.h"

namespace mingxi::output {
namespace {

/// Sections count from "s1".
std::optional<std::string> section_id(int index) {
  if (index < 0) return std::nullopt;
  std::string id = "s";
  return id += std::to_string(index + 1);
}

void append_page(std::string& to, const PageSummary& page) {
  JsonLine line(to);
  line.field("number", page.number);
  append_points(line.key_of("width"), page.width);
  append_points(line.key_of("height"), page.height);
  line.field("text_source", name_of(page.text_source));
  line.field("characters", page.characters);
  line.field("invisible_characters", page.invisible_characters);
  line.end();
}

void append_section(std::string& to, const Section& section) {
  JsonLine(to)
      .field("id", section_id(section.id))
      .field("title", section.title)
      .field("level", section.level)
      .field("page", section.page)
      .field("parent", section_id(section.parent))
      .end();
}

/// What the figure is of and what it is compared with.
void append_meaning(JsonLine& line, const Fact& fact) {
  line.field("id", fact.id).field("key", fact.key).field("origin", name_of(fact.origin));
  line.field("subject", fact.subject).field("concept", fact.concept_id).field("code", fact.code);
  line.field("body", fact.body);
  append_list(line.key_of("codes"), fact.codes, append_string);
  line.field("funding", fact.funding);
  append_list(line.key_of("components"), fact.components, append_string);
  line.field("component", fact.component);
  append_list(line.key_of("header"), fact.header, append_string);
  line.field("line_kind", optional_name(fact.line_kind)).field("measure", name_of(fact.measure));
  line.field("period", fact.period == 0 ? std::nullopt : std::optional(fact.period));
  line.field("basis", name_of(fact.basis)).field("relative_to", optional_text(fact.relative_to));
  line.field("relative_basis", optional_name(fact.relative_basis));
}

/// What the figure says.
void append_value(JsonLine& line, const Fact& fact) {
  line.field("bound", name_of(fact.bound)).field("value", fact.value);
  line.field("value_high", fact.value_high).field("unit", fact.unit);
  line.field("currency", fact.currency).field("amount_yuan", fact.amount_yuan);
  line.field("decimals", fact.decimals).field("value_state", name_of(fact.value_state));
}

void append_fact(std::string& to, const Fact& fact) {
  JsonLine line(to);
  append_meaning(line, fact);
  append_value(line, fact);
  line.field("table", fact.table).field("row", fact.row).field("column", fact.column);
  line.field("section", section_id(fact.section.value_or(-1)));
  append_evidence(line.key_of("evidence"), fact.evidence);
  line.field("text_source", name_of(fact.text_source));
  line.field("subject_from", name_of(fact.subject_from));
  append_ratio(line.key_of("confidence"), fact.confidence);
  if (!fact.alternatives.empty()) {
    append_list(line.key_of("alternatives"), fact.alternatives, append_string);
  }
  line.field("rule", fact.rule);
  line.end();
}

void append_finding(std::string& to, const Finding& finding) {
  JsonLine line(to);
  line.field("id", finding.id)
      .field("key", finding.key)
      .field("check", messages::name_of(finding.check));
  line.field("severity", name_of(finding.severity)).field("state", name_of(finding.state));
  line.field("message", finding.message).field("message_en", finding.message_en);
  line.field("formula", finding.formula).field("expected", finding.expected);
  line.field("printed", finding.printed).field("difference", finding.difference);
  line.field("tolerance", finding.tolerance);
  append_list(line.key_of("facts"), finding.facts, append_fact_reference);
  append_list(line.key_of("evidence"), finding.evidence, append_evidence);
  line.end();
}

/// A source without a path, as inside a dataset, has no such key.
void append_source(std::string& to, const Source& source) {
  JsonLine line(to);
  if (!source.path.empty()) line.field("path", source.path);
  line.field("sha256", source.sha256).field("bytes", source.bytes);
  line.field("media_type", source.media_type);
  line.end();
}

void append_identity(std::string& to, const Identity& identity) {
  JsonLine line(to);
  line.field("title", identity.title).field("publisher", identity.publisher);
  line.field("kind", name_of(identity.kind)).field("scope", name_of(identity.scope));
  line.field("fiscal_year", identity.fiscal_year).field("page_count", identity.page_count);
  line.field("rounding_note", identity.rounding_note);
  line.key_of("evidence") += '{';
  append_lines(to, identity.evidence, "  ", [](std::string& into, const auto& field) {
    append_string(into, field.first);
    into += ':';
    append_evidence(into, field.second);
  });
  to += '}';
  line.end();
}

std::size_t expected_size(const Extraction& extraction) {
  constexpr std::size_t kBytesPerFact = 900;  // of real disclosures, rounded up
  constexpr std::size_t kBytesPerLine = 200;
  constexpr std::size_t kBytesPerCell = 170;
  std::size_t cells = 0;
  for (const Table& table : extraction.tables) cells += table.cells.size();
  return (extraction.facts.size() + extraction.findings.size()) * kBytesPerFact +
         (extraction.pages.size() + extraction.sections.size() + 10) * kBytesPerLine +
         cells * kBytesPerCell;
}

}  // namespace

std::string document_json_head(const Producer& producer) {
  std::string to = "{\n  \"schema\": \"mingxi.document/2\",\n  \"producer\": ";
  JsonLine(to)
      .field("program", producer.program)
      .field("version", producer.version)
      .field("patterns_sha256", producer.patterns_sha256)
      .end();
  return to += ",\n";
}

std::string document_json(const Extraction& extraction, const Producer& producer) {
  std::string to;
  to.reserve(expected_size(extraction));
  to += document_json_head(producer);
  to += "  \"status\": ";
  append_string(to, name_of(extraction.status));
  to += ",\n  \"source\": ";
  append_source(to, extraction.source);
  to += ",\n  \"document\": ";
  append_identity(to, extraction.identity);
  to += ",\n  \"pages\": [";
  append_lines(to, extraction.pages, "  ", append_page);
  to += "],\n  \"sections\": [";
  append_lines(to, extraction.sections, "  ", append_section);
  to += "],\n  \"tables\": [";
  append_lines(to, extraction.tables, "  ", append_table);
  to += "],\n  \"facts\": [";
  append_lines(to, extraction.facts, "  ", append_fact);
  to += "],\n  \"checks\": ";
  append_checks(to, extraction.checks);
  to += ",\n  \"findings\": [";
  append_lines(to, extraction.findings, "  ", append_finding);
  to += "]\n}\n";
  return to;
}

std::string audit_json(const Extraction& extraction, int false_alarms) {
  std::string to = "{\n  \"source\": ";
  append_source(to, extraction.source);
  to += ",\n  \"document\": ";
  append_identity(to, extraction.identity);
  to += ",\n  \"checks\": ";
  append_checks(to, extraction.checks);
  to += ",\n  \"findings\": [";
  append_lines(to, extraction.findings, "  ", append_finding);
  to += ']';
  if (false_alarms > 0) append_integer(to += ",\n  \"false_alarms\": ", false_alarms);
  return to += "\n}";
}

std::string audit_json(const BetweenDocuments& between) {
  std::string to = "{\n  \"documents\": [";
  append_lines(to, between.documents, "  ",
               [](std::string& into, const ComparedDocument& document) {
                 append_source(into, document.source);
               });
  to += "],\n  \"pairs\": [";
  append_lines(to, between.pairs, "  ", [](std::string& into, const DocumentPair& pair) {
    JsonLine(into)
        .field("prose", pair.prose)
        .field("tables", pair.tables)
        .field("paired_by", name_of(pair.by))
        .end();
  });
  to += "],\n  \"checks\": ";
  append_checks(to, between.checks);
  to += ",\n  \"findings\": [";
  append_lines(to, between.findings, "  ", append_finding);
  return to += "]\n}";
}

}  // namespace mingxi::output
