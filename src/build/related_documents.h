#pragma once

#include <functional>
#include <string>
#include <vector>

#include "audit/across/comparable.h"
#include "model/between_documents.h"

namespace mingxi::build {

/// The documents of a dataset that may have to do with one another: a card of each is held, and
/// those that belong together are read again when all are there.
class RelatedDocuments {
 public:
  explicit RelatedDocuments(const patterns::Patterns& patterns) : patterns_(patterns) {}

  void add(const Extraction& extraction) {
    cards_.push_back(audit::document_card(extraction, patterns_));
  }

  /// Compares group by group, the documents of a group read one by one. The same documents give the
  /// same in whatever order they were added.
  void compare(const std::function<Extraction(const std::string& sha256)>& read,
               const std::function<void(const BetweenDocuments&)>& found);

 private:
  const patterns::Patterns& patterns_;
  std::vector<audit::DocumentCard> cards_;
};

}  // namespace mingxi::build
