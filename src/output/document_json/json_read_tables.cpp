#include "output/document_json/json_read_tables.h"

#include "messages/checks.h"
#include "messages/sentences.h"

namespace mingxi::output {

using messages::said;
using messages::Sentence;

namespace {

std::string string_or_null(const JsonPlace& place) {
  return place.unless_null(&JsonPlace::string).value_or(std::string());
}

int read_number(const JsonPlace& place) { return place.integer(); }
std::string read_id(const JsonPlace& place) { return place.string(); }

Cell read_cell(const JsonPlace& place) {
  Cell cell{.row = place.at("row").integer(),
            .column = place.at("column").integer(),
            .row_span = place.at("row_span").integer(),
            .column_span = place.at("column_span").integer(),
            .page = place.at("page").integer(),
            .text = place.at("text").string(),
            .box = read_box(place.at("box")),
            .continues = place.at("continues").boolean()};
  place.finish();
  return cell;
}

TableJoin read_join(const JsonPlace& place) {
  TableJoin join{.page = place.at("page").integer(), .reason = place.at("reason").string()};
  place.finish();
  return join;
}

ImpossibleCheck read_impossible(const JsonPlace& place) {
  ImpossibleCheck check{.check = read_check(place.at("check")),
                        .reason = place.at("reason").string(),
                        .reason_en = place.at("reason_en").string()};
  place.finish();
  return check;
}

Proof read_proof(const JsonPlace& place) {
  Proof proof{.check = read_check(place.at("check")),
              .formula = place.at("formula").string(),
              .facts = read_all(place.at("facts"), read_id)};
  place.finish();
  return proof;
}

TableKind read_kind(const JsonPlace& place) {
  const auto kind = table_kind_named(place.string());
  if (!kind) place.refuse(messages::said(messages::Sentence::kNoSuchKindOfTable));
  return *kind;
}

}  // namespace

CheckName read_check(const JsonPlace& place) {
  const auto check = messages::check_named(place.string());
  if (!check) place.refuse(messages::said(messages::Sentence::kNoSuchCheck));
  return *check;
}

Box read_box(const JsonPlace& place) {
  const std::vector<JsonPlace> edges = place.items();
  if (edges.size() != 4) place.refuse(said(Sentence::kMustBeFourNumbers));
  return {edges[0].number(), edges[1].number(), edges[2].number(), edges[3].number()};
}

Table read_table(const JsonPlace& place) {
  Table table{.id = place.at("id").string(),
              .kind = read_kind(place.at("kind")),
              .title = string_or_null(place.at("title")),
              .unit = string_or_null(place.at("unit")),
              .unit_from = place.at("unit_from").one_of<UnitFrom>(),
              .prepared_by = string_or_null(place.at("prepared_by")),
              .pages = read_all(place.at("pages"), read_number),
              .rows = place.at("rows").integer(),
              .columns = place.at("columns").integer(),
              .header_rows = read_all(place.at("header_rows"), read_number),
              .state = place.at("state").one_of<TableState>(),
              .joins = read_all(place.at("joins"), read_join),
              .cells = read_all(place.at("cells"), read_cell)};
  place.finish();
  return table;
}

Checks read_checks(const JsonPlace& place) {
  Checks checks{.held = place.at("held").integer(),
                .held_within_rounding = place.at("held_within_rounding").integer(),
                .failed = place.at("failed").integer(),
                .not_possible = read_all(place.at("not_possible"), read_impossible),
                .proofs = read_all(place.at("proofs"), read_proof)};
  place.finish();
  return checks;
}

}  // namespace mingxi::output
