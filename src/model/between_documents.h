#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/fact.h"

namespace mingxi {

/// A document that was compared with others.
struct ComparedDocument {
  Source source;
  Identity identity;
  std::vector<Fact> facts;  ///< those that findings rest on

  bool operator==(const ComparedDocument&) const = default;
};

/// Why two files are taken for the prose and the tables of one disclosure.
enum class PairedBy { kManifest, kName, kFigures };

/// Two documents that together are one disclosure, by sha256.
struct DocumentPair {
  std::string prose;
  std::string tables;
  PairedBy by = PairedBy::kManifest;

  bool operator==(const DocumentPair&) const = default;
};

/// What was checked between documents. Every fact and place of a finding names its document, and
/// the first is the document that the finding is about; facts of proofs are "<sha256>/f12".
struct BetweenDocuments {
  std::vector<ComparedDocument> documents;  ///< by sha256
  Checks checks;
  std::vector<Finding> findings;
  std::vector<DocumentPair> pairs;  ///< what was checked as one disclosure

  bool operator==(const BetweenDocuments&) const = default;
};

/// The document that a finding between documents is about.
inline const std::string& document_of(const Finding& finding) {
  return *finding.facts.front().document;
}

}  // namespace mingxi
