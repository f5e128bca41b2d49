#include "output/document_json/json_tables.h"

#include <optional>

#include "messages/checks.h"
#include "output/document_json/json_lists.h"
#include "output/document_json/names.h"

namespace mingxi::output {
namespace {

std::optional<std::string_view> unless_empty(const std::string& text) {
  if (text.empty()) return std::nullopt;
  return text;
}

void append_number(std::string& to, int number) { append_integer(to, number); }

void append_cell(std::string& to, const Cell& cell) {
  JsonLine line(to);
  line.field("row", cell.row).field("column", cell.column);
  line.field("row_span", cell.row_span).field("column_span", cell.column_span);
  line.field("page", cell.page).field("text", cell.text);
  append_box(line.key_of("box"), cell.box);
  line.key_of("continues") += cell.continues ? "true" : "false";
  line.end();
}

}  // namespace

void append_table(std::string& to, const Table& table) {
  JsonLine line(to);
  line.field("id", table.id)
      .field("kind", mingxi::name_of(table.kind))
      .field("title", unless_empty(table.title));
  line.field("unit", unless_empty(table.unit)).field("unit_from", name_of(table.unit_from));
  line.field("prepared_by", unless_empty(table.prepared_by));
  append_list(line.key_of("pages"), table.pages, append_number);
  line.field("rows", table.rows).field("columns", table.columns);
  append_list(line.key_of("header_rows"), table.header_rows, append_number);
  line.field("state", name_of(table.state));
  append_list(line.key_of("joins"), table.joins, [](std::string& into, const TableJoin& join) {
    JsonLine(into).field("page", join.page).field("reason", join.reason).end();
  });
  line.key_of("cells") += '[';
  append_lines(to, table.cells, "    ", append_cell);
  to += ']';
  line.end();
}

void append_checks(std::string& to, const Checks& checks) {
  JsonLine line(to);
  line.field("held", checks.held).field("held_within_rounding", checks.held_within_rounding);
  line.field("failed", checks.failed);
  line.key_of("not_possible") += '[';
  append_lines(to, checks.not_possible, "  ", [](std::string& into, const ImpossibleCheck& check) {
    JsonLine(into)
        .field("check", messages::name_of(check.check))
        .field("reason", check.reason)
        .field("reason_en", check.reason_en)
        .end();
  });
  to += ']';
  line.key_of("proofs") += '[';
  append_lines(to, checks.proofs, "  ", [](std::string& into, const Proof& proof) {
    JsonLine proof_line(into);
    proof_line.field("check", messages::name_of(proof.check)).field("formula", proof.formula);
    append_list(proof_line.key_of("facts"), proof.facts, append_string);
    proof_line.end();
  });
  to += ']';
  line.end();
}

}  // namespace mingxi::output
