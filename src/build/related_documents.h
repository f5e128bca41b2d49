#pragma once

#include <functional>
#include <string>
#include <vector>

#include "audit/across/comparable.h"
#include "audit/pairs/halves.h"
#include "build/manifest.h"
#include "model/between_documents.h"

namespace mingxi::build {

/// The documents of a dataset that may have to do with one another: a card of each is held, and
/// those that belong together are read again when all are there.
class RelatedDocuments {
 public:
  explicit RelatedDocuments(const patterns::Patterns& patterns) : patterns_(patterns) {}

  /// Adds a document with the paths that it has.
  void add(const Extraction& extraction, std::vector<std::string> paths);

  /// Compares the halves of each disclosure that is two files, then group by group, the documents
  /// of a group read one by one. The same documents give the same in whatever order they were
  /// added.
  void compare(const Manifest& manifest,
               const std::function<Extraction(const std::string& sha256)>& read,
               const std::function<void(const BetweenDocuments&)>& found);

 private:
  const patterns::Patterns& patterns_;
  std::vector<audit::DocumentCard> cards_;
  std::vector<audit::Half> halves_;
};

/// The halves of which a manifest says that one belongs with the other.
std::vector<audit::NamedPartners> partners_in(const Manifest& manifest,
                                              const std::vector<audit::Half>& halves);

}  // namespace mingxi::build
