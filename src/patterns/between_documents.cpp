#include "patterns/between_documents.h"

#include <algorithm>

#include "patterns/entries/named_patterns.h"

namespace mingxi::patterns {
namespace {

std::set<std::string, std::less<>> names_from(const StrictJson& json) {
  const std::vector<std::string> names = json.strings();
  return {names.begin(), names.end()};
}

}  // namespace

BetweenDocumentsRules::BetweenDocumentsRules(const StrictJson& json)
    : funds(json.at("funds")),
      words(named_patterns<BetweenDocumentsPatterns>(json.at("words"),
                                                     "checks/between_documents/words", entries)),
      components(names_from(json.at("components"))),
      concepts(names_from(json.at("concepts"))) {
  for (const StrictJson& item : json.at("coded_tables").items()) {
    tables.push_back({table_kinds_from(item.at("kinds")), item.at("fund").string()});
    item.finish();
  }
  json.finish();
}

const CodedTables* BetweenDocumentsRules::coded_tables(TableKind kind) const {
  const auto found = std::find_if(tables.begin(), tables.end(), [kind](const CodedTables& each) {
    return std::find(each.kinds.begin(), each.kinds.end(), kind) != each.kinds.end();
  });
  return found == tables.end() ? nullptr : &*found;
}

}  // namespace mingxi::patterns
