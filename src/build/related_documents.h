#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "audit/across/comparable.h"
#include "audit/pairs/halves.h"
#include "build/inputs/manifest.h"
#include "model/between_documents.h"
#include "output/dataset/sqlite.h"

namespace mingxi::build {

/// The documents of a dataset that may have to do with one another: those of one body, and those of
/// a department with the bodies that its tables list. What is needed to tell them is kept in a file
/// that nobody reads later; those that belong together are read again when all are there.
class RelatedDocuments {
 public:
  /// The file must not be there.
  RelatedDocuments(const std::string& path, const patterns::Patterns& patterns);

  /// Requires each document once. paths: those that it has.
  void add(const Extraction& extraction, const std::vector<std::string>& paths);
  void add(const audit::DocumentCard& card);

  /// Gives the hashes of each group of two and more, sorted. The same documents give the same
  /// groups in whatever order they were added.
  void for_each_group(const std::function<void(const std::vector<std::string>&)>& give);

  /// Compares the halves of each disclosure that is two files, then group by group, the documents
  /// of a group read one by one: comparing each group by itself finds what comparing all together
  /// finds.
  void compare(const Manifest& manifest,
               const std::function<Extraction(const std::string& sha256)>& read,
               const std::function<void(const BetweenDocuments&)>& found);

 private:
  void join_bodies();

  const patterns::Patterns& patterns_;
  output::Database database_;
  std::unique_ptr<output::Statement> add_card_;
  std::unique_ptr<output::Statement> add_unit_;
  std::vector<audit::Half> halves_;
};

/// The halves of which a manifest says that one belongs with the other.
std::vector<audit::NamedPartners> partners_in(const Manifest& manifest,
                                              const std::vector<audit::Half>& halves);

}  // namespace mingxi::build
