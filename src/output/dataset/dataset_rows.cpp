// Every row is filled in the order of dataset_columns.cpp.
#include "output/dataset/dataset_rows.h"

#include <cassert>

#include "messages/checks.h"
#include "output/document_json/json_evidence.h"
#include "output/document_json/json_lists.h"
#include "output/document_json/names.h"

namespace mingxi::output {
namespace {

std::optional<std::string_view> unless_empty(const std::string& text) {
  if (text.empty()) return std::nullopt;
  return text;
}

/// What is after "functional:" in "functional:2080505".
std::optional<std::string_view> code_of(const std::optional<std::string>& code,
                                        std::string_view prefix) {
  if (!code || !code->starts_with(prefix)) return std::nullopt;
  return std::string_view(*code).substr(prefix.size());
}

void add_integers(Row& row, const std::vector<int>& numbers) {
  row.add_written([&](std::string& to) {
    append_list(to, numbers, [](std::string& into, int number) { append_integer(into, number); });
  });
}

void add_strings(Row& row, const std::vector<std::string>& texts) {
  row.add_written([&](std::string& to) { append_list(to, texts, append_string); });
}

void add_division(Row& row, const std::optional<Division>& division) {
  if (division) {
    row.add(division->code).add(division->name);
  } else {
    row.add_missing().add_missing();
  }
}

void fill_row(Row& row, const Extraction& extraction, const DocumentNotes& notes) {
  const Identity& identity = extraction.identity;
  const Checks& checks = extraction.checks;
  row.add(std::string_view(document_id(extraction.source.sha256))).add(extraction.source.sha256);
  row.add(identity.title).add(identity.publisher);
  add_division(row, notes.place.province);
  add_division(row, notes.place.city);
  add_division(row, notes.place.county);
  row.add(name_of(identity.kind)).add(name_of(identity.scope)).add(identity.fiscal_year);
  row.add(identity.page_count).add(identity.rounding_note).add(name_of(extraction.status));
  row.add(extraction.source.bytes).add(extraction.source.media_type);
  row.add(checks.held).add(checks.held_within_rounding).add(checks.failed);
  row.add(static_cast<std::uint64_t>(checks.not_possible.size())).add(notes.json_sha256);
  add_strings(row, notes.from_manifest);
  row.add(notes.url).add(notes.retrieved_at);
}

void fill_row(Row& row, const std::string& document, const Table& table) {
  row.add(document).add(table.id).add(mingxi::name_of(table.kind)).add(unless_empty(table.title));
  row.add(unless_empty(table.unit)).add(name_of(table.unit_from));
  row.add(unless_empty(table.prepared_by));
  add_integers(row, table.pages);
  row.add(table.rows).add(table.columns);
  add_integers(row, table.header_rows);
  row.add(name_of(table.state));
  row.add_written([&](std::string& to) {
    append_list(to, table.joins, [](std::string& into, const TableJoin& join) {
      JsonLine(into).field("page", join.page).field("reason", join.reason).end();
    });
  });
}

void fill_row(Row& row, const std::string& document, const Table& table, const Cell& cell) {
  row.add(document).add(table.id).add(cell.row).add(cell.column).add(cell.row_span);
  row.add(cell.column_span).add(cell.page).add(cell.text);
  row.add_written([&](std::string& to) { append_box(to, cell.box); });
  row.add(cell.continues ? "true" : "false");
}

void fill_row(Row& row, const std::string& document, const Fact& fact,
              const std::optional<std::string>& item) {
  row.add(document).add(fact.id).add(fact.key).add(name_of(fact.origin)).add(fact.subject);
  row.add(fact.concept_id).add(item).add(fact.code).add(code_of(fact.code, "functional:"));
  row.add(code_of(fact.code, "economic:")).add(fact.body);
  add_strings(row, fact.codes);
  row.add(fact.funding);
  add_strings(row, fact.components);
  row.add(fact.component);
  add_strings(row, fact.header);
  row.add(optional_name(fact.line_kind)).add(name_of(fact.measure));
  row.add(fact.period == 0 ? std::nullopt : std::optional(fact.period)).add(name_of(fact.basis));
  row.add(optional_text(fact.relative_to))
      .add(optional_name(fact.relative_basis))
      .add(name_of(fact.bound));
  row.add(fact.value).add(fact.value_high).add(fact.unit).add(fact.currency);
  row.add(fact.amount_yuan).add(fact.decimals).add(name_of(fact.value_state));
  row.add(fact.table).add(fact.row).add(fact.column);
  row.add(fact.section ? std::optional("s" + std::to_string(*fact.section + 1)) : std::nullopt);
  row.add(fact.evidence.page).add(fact.evidence.quote);
  row.add_written([&](std::string& to) { append_boxes(to, fact.evidence.boxes); });
  row.add(unless_empty(fact.evidence.in_file)).add(unless_empty(fact.evidence.stored));
  row.add(name_of(fact.text_source)).add(name_of(fact.subject_from));
  row.add_written([&](std::string& to) { append_ratio(to, fact.confidence); });
  add_strings(row, fact.alternatives);
  row.add(fact.rule);
}

void fill_row(Row& row, const std::string& document, const Finding& finding) {
  row.add(document).add(finding.id).add(finding.key).add(messages::name_of(finding.check));
  row.add(name_of(finding.severity)).add(name_of(finding.state));
  row.add(finding.message).add(finding.message_en).add(finding.formula);
  row.add(finding.expected).add(finding.printed).add(finding.difference).add(finding.tolerance);
  row.add_written([&](std::string& to) { append_list(to, finding.facts, append_fact_reference); });
  row.add_written([&](std::string& to) { append_list(to, finding.evidence, append_evidence); });
}

}  // namespace

std::string document_id(std::string_view sha256) {
  constexpr std::size_t kDigits = 16;  // two of a million documents share them once in 37 million
  return "d" + std::string(sha256.substr(0, kDigits));
}

void write_rows(const Extraction& extraction, const DocumentNotes& notes, const RowSink& sink) {
  const std::string document = document_id(extraction.source.sha256);
  Row row;
  const auto write = [&](DatasetTable table, const auto&... values) {
    row.clear();
    fill_row(row, values...);
    assert(row.size() == schema_of(table).columns.size());
    sink(table, row);
  };
  write(kDocumentRows, extraction, notes);
  for (const Table& table : extraction.tables) write(kTableRows, document, table);
  for (const Table& table : extraction.tables) {
    if (table.state != TableState::kData) continue;
    for (const Cell& cell : table.cells) write(kCellRows, document, table, cell);
  }
  for (std::size_t i = 0; i < extraction.facts.size(); ++i) {
    const Fact& fact = extraction.facts[i];
    write(kFactRows, document, fact, i < notes.items.size() ? notes.items[i] : fact.concept_id);
  }
  for (const Finding& finding : extraction.findings) write(kFindingRows, document, finding);
}

void write_rows(const BetweenDocuments& between, const RowSink& sink) {
  Row row;
  for (const Finding& finding : between.findings) {
    row.clear();
    fill_row(row, document_id(document_of(finding)), finding);
    sink(kFindingRows, row);
  }
  for (const DocumentPair& pair : between.pairs) {
    row.clear();
    row.add(std::string_view(document_id(pair.prose)));
    row.add(std::string_view(document_id(pair.tables))).add(name_of(pair.by));
    row.add(between.checks.held).add(between.checks.held_within_rounding);
    sink(kPairRows, row.add(between.checks.failed));
  }
}

void fill_row(Row& row, const InputRecord& input) {
  row.clear();
  row.add(input.path).add(input.sha256);
  row.add(input.document ? std::optional(document_id(*input.document)) : std::nullopt);
  row.add(input.status);
  row.add(input.reason).add(input.reason_en);
}

}  // namespace mingxi::output
