#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/fact.h"
#include "output/dataset/data_package.h"

namespace mingxi::build {

/// What a manifest says of one file: who published it, for which year, and where it is from.
struct ManifestRow {
  std::optional<std::string> publisher;
  std::optional<int> year;
  std::optional<DocumentKind> kind;
  std::optional<std::string> url;
  std::optional<std::string> retrieved_at;
  std::optional<std::string> belongs_with;  ///< the path of another file, as in `path`

  bool operator==(const ManifestRow&) const = default;
};

/// A list of files with what their own words do not say: CSV with the columns path, publisher,
/// year, kind, url, retrieved_at, belongs_with, in any order, all but path optional. Paths are
/// relative to the folder of the manifest or to the one where the program runs.
class Manifest {
 public:
  Manifest() = default;

  /// Reads a manifest. Throws Error(kCorrupt) that names the line. folder: where it lies.
  Manifest(std::string_view csv, const std::string& where, const std::string& folder);

  /// The row of a file; nullptr where it has none.
  const ManifestRow* find(const std::string& path) const;

  /// The canonical path of the file that a file belongs with; "" where no row says so.
  std::string partner_of(const std::string& path) const;

  /// A path in the one writing in which files are compared.
  static std::string canonical(const std::string& path);

  /// The hosts of all urls, each once, and the day of the last retrieval: what a dataset says of
  /// its sources.
  output::PackageInfo package() const;

 private:
  /// A path in one writing, so that ./a/../b.pdf is b.pdf.
  std::string absolute(const std::string& path) const;

  std::string folder_;
  std::map<std::string, ManifestRow> rows_;  // by absolute path
};

/// Reads the manifest of that name; "" is an empty one.
Manifest load_manifest(const std::string& path);

/// Fills in what a document does not say; gives the columns of `documents` that were filled in.
std::vector<std::string> fill_in(const ManifestRow& row, Identity& identity);

}  // namespace mingxi::build
