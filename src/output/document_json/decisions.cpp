#include "output/document_json/decisions.h"

#include "messages/sentences.h"
#include "output/document_json/json_lists.h"
#include "output/document_json/json_read_tables.h"
#include "output/write/json_text.h"
#include "output/document_json/names.h"
#include "model/error.h"

namespace mingxi::output {

using messages::said;
using messages::Sentence;

namespace {

constexpr std::string_view kSchema = "mingxi.decisions/1";

FindingDecision read_finding_decision(const JsonPlace& place) {
  FindingDecision decision{.key = place.at("key").string()};
  const JsonPlace mark = place.at("mark");
  if (!mark.string().empty()) decision.mark = mark.one_of<Mark>();
  decision.note = place.at("note").string();
  place.finish();
  return decision;
}

Correction read_correction(const JsonPlace& place) {
  Correction correction{.key = place.at("key").string(),
                        .value = place.at("value").decimal(),
                        .reason = place.at("reason").string()};
  place.finish();
  return correction;
}

DocumentDecisions read_document(const JsonPlace& place) {
  DocumentDecisions document{.sha256 = place.at("sha256").string(),
                             .findings = read_all(place.at("findings"), read_finding_decision),
                             .corrections = read_all(place.at("corrections"), read_correction)};
  place.finish();
  return document;
}

void append_finding_decision(std::string& to, const FindingDecision& decision) {
  JsonLine(to)
      .field("key", decision.key)
      .field("mark", decision.mark ? name_of(*decision.mark) : "")
      .field("note", decision.note)
      .end();
}

void append_correction(std::string& to, const Correction& correction) {
  JsonLine(to)
      .field("key", correction.key)
      .field("value", correction.value)
      .field("reason", correction.reason)
      .end();
}

void append_document(std::string& to, const DocumentDecisions& document) {
  to += "{\n      \"sha256\": ";
  append_string(to, document.sha256);
  to += ",\n      \"findings\": [";
  append_lines(to, document.findings, "      ", append_finding_decision);
  to += "],\n      \"corrections\": [";
  append_lines(to, document.corrections, "      ", append_correction);
  to += "]\n    }";
}

}  // namespace

Decisions read_decisions(std::string_view json) {
  const JsonText text(json);
  const JsonPlace place(text, kSchema);
  const JsonPlace schema = place.at("schema");
  if (schema.string() != kSchema) schema.refuse(said(Sentence::kUnknownVersion));
  Decisions decisions{.documents = read_all(place.at("documents"), read_document)};
  place.finish();
  return decisions;
}

std::string decisions_json(const Decisions& decisions) {
  std::string to = "{\n  \"schema\": ";
  append_string(to, kSchema);
  to += ",\n  \"documents\": [";
  append_lines(to, decisions.documents, "  ", append_document);
  return to += "]\n}\n";
}

}  // namespace mingxi::output
