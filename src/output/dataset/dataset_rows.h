#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "output/dataset/dataset_schema.h"
#include "output/dataset/row.h"
#include "model/between_documents.h"
#include "model/fact.h"
#include "model/place.h"

namespace mingxi::output {

/// What became of one input: a row of `inputs` and a line of run.jsonl.
struct InputRecord {
  std::string path;  ///< as given, fit to be shown
  std::optional<std::string> sha256;
  std::optional<std::string> document;  ///< sha256 again, where it gave one
  std::string_view status;              ///< one of input_statuses()
  std::optional<std::string> reason;    ///< Chinese; where it gave no document
  std::optional<std::string> reason_en;

  bool operator==(const InputRecord&) const = default;
};

/// What is known of a document beside what was read in it.
struct DocumentNotes {
  Place place;                             ///< where its publisher is
  std::string json_sha256;                 ///< of its document JSON
  std::vector<std::string> from_manifest;  ///< columns of documents that a manifest filled in
  std::vector<std::optional<std::string>> items;  ///< of each fact; empty: its concept
  std::optional<std::string> url;
  std::optional<std::string> retrieved_at;
  std::string file = {};  ///< its path from the folder of the dataset
};

/// The id of a document in a dataset: "d0123456789abcdef", the beginning of its sha256 after a
/// letter, so that no spreadsheet takes it for a number.
std::string document_id(std::string_view sha256);

using RowSink = std::function<void(DatasetTable, const Row&)>;

/// Gives every row that a document adds to a dataset, in the order of dataset_tables().
/// The row is the sink's until it returns.
void write_rows(const Extraction& extraction, const DocumentNotes& notes, const RowSink& sink);

/// Gives the row of each finding between documents, and of each pair of them.
void write_rows(const BetweenDocuments& between, const RowSink& sink);

/// Fills the row of an input.
void fill_row(Row& row, const InputRecord& input);

}  // namespace mingxi::output
