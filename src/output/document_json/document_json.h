#pragma once

#include <string>
#include <string_view>

#include "model/between_documents.h"
#include "model/fact.h"

namespace mingxi::output {

/// Who made a document JSON.
struct Producer {
  std::string program = "mingxi";
  std::string version;
  std::string patterns_sha256;

  bool operator==(const Producer&) const = default;
};

/// What the document JSON of a producer begins with.
std::string document_json_head(const Producer& producer);

/// The document JSON (schema "mingxi.document/2"): two-space indent, keys in a fixed order, ends
/// with a line break. The same extraction gives the same bytes.
std::string document_json(const Extraction& extraction, const Producer& producer);

/// What was checked in a document, as one object {source, document, checks, findings} whose parts
/// are those of the document JSON, and `false_alarms` where a review took findings out. Ends
/// without a line break.
std::string audit_json(const Extraction& extraction, int false_alarms = 0);

/// What was checked between documents, as one object {documents, checks, findings}: of documents
/// their sources. Ends without a line break.
std::string audit_json(const BetweenDocuments& between);

/// Reads what document_json wrote. Throws Error(kCorrupt) with a JSON pointer if it is anything
/// else.
Extraction read_document_json(std::string_view json);

}  // namespace mingxi::output
