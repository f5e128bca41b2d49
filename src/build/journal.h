#pragma once

#include <map>
#include <string>
#include <utility>

#include "output/dataset/dataset_rows.h"
#include "output/document_json/document_json.h"
#include "build/dataset_folder.h"

namespace mingxi::build {

/// Whether what the dataset says that was there before is taken too: it was read in the same way.
enum class Published { kTaken, kLeft };

/// What earlier runs of the same program and patterns have found out of contents that give no
/// document, kept in the folder of the dataset so that the next run need not try them again.
class Journal {
 public:
  /// Throws Error(kOutput).
  Journal(const DatasetFolder& folder, const output::Producer& producer, Published published);

  /// What is known of a content under such a name; nullptr if nothing is.
  const output::InputRecord* find(const std::string& sha256, const std::string& path) const;

  /// Notes what became of an input without a document. Throws Error(kOutput).
  void add(const output::InputRecord& record);

 private:
  using Key = std::pair<std::string, bool>;  // a text is refused where its name says PDF
  void take(std::string_view lines);

  std::string path_;
  std::map<Key, output::InputRecord> records_;
};

}  // namespace mingxi::build
