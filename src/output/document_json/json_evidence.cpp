#include "output/document_json/json_evidence.h"

#include <charconv>

#include "output/document_json/json_lists.h"

namespace mingxi::output {

void append_boxes(std::string& to, const std::vector<PlacedBox>& boxes) {
  append_list(to, boxes, [](std::string& into, const PlacedBox& placed) {
    JsonLine box(into);
    box.field("page", placed.page);
    append_box(box.key_of("box"), placed.box);
    box.end();
  });
}

void append_evidence(std::string& to, const Evidence& evidence) {
  JsonLine line(to);
  line.field("page", evidence.page).field("quote", evidence.quote);
  append_boxes(line.key_of("boxes"), evidence.boxes);
  line.field("document", evidence.document);
  if (!evidence.in_file.empty()) line.field("in_file", evidence.in_file);
  if (!evidence.stored.empty()) line.field("stored", evidence.stored);
  line.end();
}

void append_fact_reference(std::string& to, const FactReference& fact) {
  JsonLine(to).field("id", fact.id).field("document", fact.document).end();
}

void append_ratio(std::string& to, double ratio) {
  char digits[32];  // the shortest form of a double has 24 characters at most
  const auto [end, error] = std::to_chars(digits, digits + sizeof digits, ratio);
  to.append(digits, end);
}

}  // namespace mingxi::output
