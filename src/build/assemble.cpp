// The document JSON is the source of a dataset: documents are read back one by one in the order of
// their hashes, so the bytes do not depend on when, where and by how many processes they were read.
#include "build/assemble.h"

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "messages/sentences.h"
#include "model/error.h"
#include "build/fact_items.h"
#include "build/outcome.h"
#include "build/related_documents.h"
#include "read/bytes.h"
#include "read/sha256.h"

namespace mingxi::build {

using messages::said;
using messages::Sentence;

namespace {

Extraction document_in(const std::string& path, std::string_view json) {
  try {
    return output::read_document_json(json);
  } catch (const Error&) {
    throw Error(ErrorKind::kOutput, path, said(Sentence::kResultBroken));
  }
}

bool is_read_by_ocr(const Extraction& extraction) {
  const auto is_ocr = [](const auto& each) { return each.text_source == TextSource::kOcr; };
  return std::ranges::any_of(extraction.pages, is_ocr) ||
         std::ranges::any_of(extraction.facts, is_ocr);
}

std::size_t inconsistent(const std::vector<Finding>& findings) {
  return static_cast<std::size_t>(
      std::ranges::count(findings, FindingState::kInconsistent, &Finding::state));
}

/// A path from the folder of the dataset; "" where there is none.
std::string path_from(const DatasetFolder& folder, const std::string& path) {
  std::error_code error;
  const std::filesystem::path relative =
      std::filesystem::relative(path, folder.published(""), error);
  const bool is_there = std::filesystem::is_regular_file(path, error);
  return error || !is_there ? "" : relative.native();
}

/// What a manifest says of a document under the first of its paths that it lists; nullptr where it
/// lists none.
const ManifestRow* row_of(const Manifest& manifest, const std::vector<std::string>& paths) {
  for (const std::string& path : paths)
    if (const ManifestRow* row = manifest.find(path)) return row;
  return nullptr;
}

}  // namespace

DatasetSummary assemble(DatasetFolder& folder, RunRecords& records,
                        const patterns::Patterns& patterns, const DatasetOptions& options,
                        const std::function<void(std::size_t)>& written) {
  std::map<std::string, const ManifestRow*> listed;  // by document: those that the manifest knows
  const auto document_of_hash = [&](const std::string& sha256, const std::string& json) {
    Extraction extraction = document_in(folder.document(sha256), json);
    output::DocumentNotes notes{.json_sha256 = read::sha256(json)};
    if (const auto found = listed.find(sha256); found != listed.end()) {
      notes.from_manifest = fill_in(*found->second, extraction.identity);
      notes.url = found->second->url;
      notes.retrieved_at = found->second->retrieved_at;
    }
    return std::pair(std::move(extraction), std::move(notes));
  };
  DatasetSummary summary;
  DatasetWriter writer(folder, patterns.places, options);
  RelatedDocuments related(folder.work("related.sqlite"), patterns);
  std::size_t count = 0;
  bool has_ocr = false;
  records.for_each_document([&](const std::string& sha256, const std::vector<std::string>& paths) {
    if (const ManifestRow* row = row_of(options.manifest, paths)) listed.emplace(sha256, row);
    auto [extraction, notes] = document_of_hash(sha256, folder.document_json(sha256));
    notes.items = fact_items(extraction, patterns);
    notes.file = path_from(folder, paths.front());
    writer.add(extraction, notes);
    records.set_outcome(sha256, record_of("", extraction));
    related.add(extraction, paths);
    has_ocr = has_ocr || is_read_by_ocr(extraction);
    summary.without_text += extraction.status == Status::kNoText ? 1 : 0;
    summary.inconsistent += inconsistent(extraction.findings);
    written(++count);
  });
  related.compare(
      options.manifest,
      [&](const std::string& sha256) {
        return document_of_hash(sha256, folder.document_json(sha256)).first;
      },
      [&](const BetweenDocuments& between) {
        summary.inconsistent += inconsistent(between.findings);
        writer.add(between);
      });
  records.for_each([&](const output::InputRecord& record) {
    ++summary.inputs[record.status];
    summary.failed += record.document ? 0 : 1;
    writer.add(record);
  });
  writer.finish({.options = options.reading,
                 .ocr_engine = has_ocr && options.ocr_engine ? options.ocr_engine() : ""});
  folder.publish(records);
  for (std::size_t table = 0; table < output::kDatasetTableCount; ++table)
    summary.rows[table] = writer.rows(static_cast<output::DatasetTable>(table));
  return summary;
}

}  // namespace mingxi::build
