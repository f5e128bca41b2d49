// Every key is asked for once; a key that is missing, unknown or
// of another type is refused at its JSON pointer.
#include "messages/sentences.h"
#include "output/document_json/document_json.h"

#include "output/document_json/json_read_tables.h"
#include "model/error.h"

namespace mingxi::output {

using messages::said;
using messages::Sentence;

namespace {

std::string read_string(const JsonPlace& place) { return place.string(); }

/// The index of a section "s1", "s2" …
int read_section_index(const JsonPlace& place) {
  const std::string id = place.string();
  const std::optional<Decimal> number = Decimal::parse(id.empty() ? id : id.substr(1));
  const std::int64_t index = number ? number->digits() - 1 : -1;
  if (index < 0 || index > 1'000'000'000 || id.substr(1) != std::to_string(index + 1) ||
      id.front() != 's') {
    place.refuse(said(Sentence::kSectionIdWanted));
  }
  return static_cast<int>(index);
}

PlacedBox read_placed_box(const JsonPlace& place) {
  PlacedBox placed{.page = place.at("page").integer(), .box = read_box(place.at("box"))};
  place.finish();
  return placed;
}

Evidence read_evidence(const JsonPlace& place) {
  Evidence evidence{.page = place.at("page").integer(),
                    .quote = place.at("quote").string(),
                    .boxes = read_all(place.at("boxes"), read_placed_box),
                    .document = place.at("document").unless_null(&JsonPlace::string)};
  if (place.has("in_file")) evidence.in_file = place.at("in_file").string();
  if (place.has("stored")) evidence.stored = place.at("stored").string();
  place.finish();
  return evidence;
}

PageSummary read_page(const JsonPlace& place) {
  PageSummary page{.number = place.at("number").integer(),
                   .width = place.at("width").number(),
                   .height = place.at("height").number(),
                   .text_source = place.at("text_source").one_of<TextSource>(),
                   .characters = place.at("characters").integer(),
                   .invisible_characters = place.at("invisible_characters").integer()};
  place.finish();
  return page;
}

Section read_section(const JsonPlace& place) {
  Section section{.id = read_section_index(place.at("id")),
                  .title = place.at("title").string(),
                  .level = place.at("level").integer(),
                  .page = place.at("page").integer()};
  const JsonPlace parent = place.at("parent");
  if (!parent.is_null()) section.parent = read_section_index(parent);
  if (section.parent >= section.id) {
    parent.refuse(said(Sentence::kParentFirst));
  }
  place.finish();
  return section;
}

void read_meaning(const JsonPlace& place, Fact& fact) {
  fact.id = place.at("id").string();
  fact.key = place.at("key").string();
  fact.origin = place.at("origin").one_of<Origin>();
  fact.subject = place.at("subject").string();
  fact.concept_id = place.at("concept").unless_null(&JsonPlace::string);
  fact.code = place.at("code").unless_null(&JsonPlace::string);
  if (place.has("codes")) {  // version 1 had none of these
    fact.body = place.at("body").unless_null(&JsonPlace::string);
    fact.codes = read_all(place.at("codes"), read_string);
    fact.funding = place.at("funding").unless_null(&JsonPlace::string);
    fact.components = read_all(place.at("components"), read_string);
    fact.subject_from = place.at("subject_from").one_of<SubjectFrom>();
  }
  fact.component = place.at("component").unless_null(&JsonPlace::string);
  fact.header = read_all(place.at("header"), read_string);
  fact.line_kind = place.at("line_kind").unless_null(&JsonPlace::one_of<LineKind>);
  fact.measure = place.at("measure").one_of<Measure>();
  fact.period = place.at("period").unless_null(&JsonPlace::integer).value_or(0);
  fact.basis = place.at("basis").one_of<Basis>();
  if (const auto base = place.at("relative_to").unless_null(&JsonPlace::string))
    fact.relative_to = base_from(*base, fact.measure);
  fact.relative_basis = place.at("relative_basis").unless_null(&JsonPlace::one_of<Basis>);
}

void read_value(const JsonPlace& place, Fact& fact) {
  fact.bound = place.at("bound").one_of<Bound>();
  fact.value = place.at("value").decimal();
  fact.value_high = place.at("value_high").unless_null(&JsonPlace::decimal);
  fact.unit = place.at("unit").string();
  fact.currency = place.at("currency").unless_null(&JsonPlace::string);
  fact.amount_yuan = place.at("amount_yuan").unless_null(&JsonPlace::decimal);
  fact.decimals = place.at("decimals").integer();
  fact.value_state = place.at("value_state").one_of<ValueState>();
}

Fact read_fact(const JsonPlace& place) {
  Fact fact;
  read_meaning(place, fact);
  read_value(place, fact);
  fact.table = place.at("table").unless_null(&JsonPlace::string);
  fact.row = place.at("row").unless_null(&JsonPlace::integer);
  fact.column = place.at("column").unless_null(&JsonPlace::integer);
  const JsonPlace section = place.at("section");
  if (!section.is_null()) fact.section = read_section_index(section);
  fact.evidence = read_evidence(place.at("evidence"));
  fact.text_source = place.at("text_source").one_of<TextSource>();
  fact.confidence = place.at("confidence").number();
  if (place.has("alternatives")) {
    fact.alternatives = read_all(place.at("alternatives"), read_string);
  }
  fact.rule = place.at("rule").string();
  place.finish();
  return fact;
}

FactReference read_reference(const JsonPlace& place) {
  FactReference reference{.id = place.at("id").string(),
                          .document = place.at("document").unless_null(&JsonPlace::string)};
  place.finish();
  return reference;
}

Finding read_finding(const JsonPlace& place) {
  Finding finding{.id = place.at("id").string(),
                  .key = place.at("key").string(),
                  .check = read_check(place.at("check")),
                  .severity = place.at("severity").one_of<Severity>(),
                  .state = place.at("state").one_of<FindingState>(),
                  .message = place.at("message").string(),
                  .message_en = place.at("message_en").string(),
                  .formula = place.at("formula").unless_null(&JsonPlace::string),
                  .expected = place.at("expected").unless_null(&JsonPlace::decimal),
                  .printed = place.at("printed").unless_null(&JsonPlace::decimal),
                  .difference = place.at("difference").unless_null(&JsonPlace::decimal),
                  .tolerance = place.at("tolerance").unless_null(&JsonPlace::decimal),
                  .facts = read_all(place.at("facts"), read_reference),
                  .evidence = read_all(place.at("evidence"), read_evidence)};
  place.finish();
  return finding;
}

Source read_source(const JsonPlace& place) {
  Source source{.path = place.has("path") ? place.at("path").string() : std::string(),
                .sha256 = place.at("sha256").string(),
                .bytes = place.at("bytes").unsigned_integer(),
                .media_type = place.at("media_type").string()};
  place.finish();
  return source;
}

std::vector<std::pair<std::string, Evidence>> read_fields(const JsonPlace& place) {
  std::vector<std::pair<std::string, Evidence>> fields;
  for (const JsonPlace& field : place.members()) {
    fields.emplace_back(field.name(), read_evidence(field));
  }
  return fields;
}

Identity read_identity(const JsonPlace& place) {
  Identity identity{.title = place.at("title").unless_null(&JsonPlace::string),
                    .publisher = place.at("publisher").unless_null(&JsonPlace::string),
                    .kind = place.at("kind").one_of<DocumentKind>(),
                    .scope = place.at("scope").one_of<Scope>(),
                    .fiscal_year = place.at("fiscal_year").unless_null(&JsonPlace::integer),
                    .page_count = place.at("page_count").integer(),
                    .rounding_note = place.at("rounding_note").unless_null(&JsonPlace::string),
                    .evidence = read_fields(place.at("evidence"))};
  place.finish();
  return identity;
}

void require_known_sections(const JsonPlace& facts, const Extraction& extraction) {
  const std::vector<JsonPlace> places = facts.items();
  for (std::size_t i = 0; i < places.size(); ++i) {
    const int section = extraction.facts[i].section.value_or(-1);
    if (section >= static_cast<int>(extraction.sections.size())) {
      places[i].at("section").refuse(said(Sentence::kNoSuchSection));
    }
  }
}

void read_producer(const JsonPlace& place) {
  for (const char* key : {"program", "version", "patterns_sha256"}) place.at(key).string();
  place.finish();
}

}  // namespace

Extraction read_document_json(std::string_view json) {
  const JsonText text(json);
  const JsonPlace place(text);
  const JsonPlace schema = place.at("schema");
  if (schema.string() != "mingxi.document/2" && schema.string() != "mingxi.document/1")
    schema.refuse(said(Sentence::kUnknownVersion));
  read_producer(place.at("producer"));
  Extraction extraction{.status = place.at("status").one_of<Status>(),
                        .source = read_source(place.at("source")),
                        .identity = read_identity(place.at("document")),
                        .pages = read_all(place.at("pages"), read_page),
                        .sections = read_all(place.at("sections"), read_section),
                        .tables = read_all(place.at("tables"), read_table),
                        .facts = read_all(place.at("facts"), read_fact),
                        .checks = read_checks(place.at("checks")),
                        .findings = read_all(place.at("findings"), read_finding)};
  require_known_sections(place.at("facts"), extraction);
  place.finish();
  return extraction;
}

}  // namespace mingxi::output
