#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "output/dataset/dataset_rows.h"
#include "output/dataset/sqlite.h"

namespace mingxi::build {

/// What became of every input of a run. Kept in a file that nobody reads later, so that memory does
/// not grow with the number of inputs. Throws Error(kOutput) where the file cannot be written.
class RunRecords {
 public:
  /// The file must not be there.
  explicit RunRecords(const std::string& path);
  ~RunRecords();

  /// Of an input with a document, status and reason come later, with set_outcome(). Requires a path
  /// that is not known.
  void add(const output::InputRecord& record);
  /// Takes the place of the record of the same path, if there is one.
  void replace(const output::InputRecord& record);
  std::optional<output::InputRecord> find(const std::string& path) const;

  /// What was found out of a document. Requires each document once.
  void set_outcome(const std::string& sha256, const output::InputRecord& outcome);
  bool has_outcome(const std::string& sha256) const;

  /// Gives every document once, in the order of their hashes, with the paths that have it, sorted.
  void for_each_document(
      const std::function<void(const std::string& sha256, const std::vector<std::string>& paths)>&
          give) const;

  /// Gives all records in the order of their paths; a document's with its outcome.
  void for_each(const std::function<void(const output::InputRecord&)>& give) const;

 private:
  struct Statements;

  output::Database database_;
  std::unique_ptr<Statements> statements_;
};

}  // namespace mingxi::build
