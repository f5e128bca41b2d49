#include "build/merge.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <optional>
#include <system_error>

#include "build/result_store.h"
#include "output/dataset/data_package.h"
#include "output/dataset/json_lines.h"
#include "output/write/gzip.h"
#include "output/write/output_file.h"
#include "messages/sentences.h"
#include "output/write/refused_output.h"
#include "model/error.h"
#include "read/bytes.h"
#include "text/utf8.h"

namespace mingxi::build {

using messages::said;
using messages::Sentence;

namespace {

std::string file_of(const std::string& folder, const std::string& name) {
  const std::string path = folder + "/" + name;
  try {
    return read::read_bytes(path, text::printable(path));
  } catch (const Error& error) {
    if (error.kind() == ErrorKind::kEmpty) return "";  // a shard may have no inputs
    throw;
  }
}

/// Who made a dataset, and how.
struct Origin {
  output::Producer producer;
  output::ReadingConditions reading;
};

Origin origin_of(const std::string& folder) {
  const std::string package = file_of(folder, "datapackage.json");
  const auto producer = output::producer_of_package(package);
  if (producer) return {*producer, output::reading_of_package(package)};
  throw Error(ErrorKind::kCorrupt, text::printable(folder), said(Sentence::kNoDataset));
}

void require(bool is_same, const std::string& folder) {
  if (is_same) return;
  throw Error(ErrorKind::kCorrupt, text::printable(folder), said(Sentence::kDatasetsMadeOtherwise));
}

class Merge {
 public:
  Merge(const std::string& output, const patterns::Patterns& patterns,
        const DatasetOptions& options)
      : folder_(output),
        patterns_(patterns),
        options_(options),
        records_(folder_.work("records.sqlite")) {}

  void take(const std::string& from) {
    if (is_result_store(from)) {
      take(for_each_record(
               from, options_.producer,
               [&](output::InputRecord record) { take_result(from, std::move(record)); }),
           from);
      return;
    }
    const Origin origin = origin_of(from);
    require(origin.producer == options_.producer, from);
    take(origin.reading, from);
    std::ifstream lines(from + "/run.jsonl", std::ios::binary);
    if (!lines) file_of(from, "run.jsonl");  // says why
    for (std::string line; std::getline(lines, line);) {
      const auto record = output::read_run_line(line);
      if (!record)
        throw Error(ErrorKind::kCorrupt, text::printable(from) + "/run.jsonl",
                    said(Sentence::kRunLineBroken));
      take(from, *record, records_.find(record->path));
    }
    if (lines.bad())
      throw Error(ErrorKind::kCorrupt, text::printable(from) + "/run.jsonl",
                  said(Sentence::kRunLineBroken));
  }

  DatasetSummary assembled() {
    sync_copies();
    options_.reading = reading_ ? reading_->options : "";
    options_.ocr_engine = [this] { return reading_ ? reading_->ocr_engine : ""; };
    return assemble(folder_, records_, patterns_, options_, [](std::size_t) {});
  }

 private:
  /// Tasks that were tried again have several outcomes for a path: a document goes before a
  /// failure, and of two failures, of which only chance decides, the first by name.
  void take_result(const std::string& from, output::InputRecord record) {
    const auto known = records_.find(record.path);
    if (known && !(known->document && record.document)) {
      const bool stays = known->document || (!record.document && known->status <= record.status);
      if (stays) return;
      records_.replace(record);
      if (record.document) copy_document(from, *record.document);
      return;
    }
    take(from, record, known);
  }

  void take(const output::ReadingConditions& reading, const std::string& from) {
    if (!reading_) reading_ = reading;
    require(reading.options == reading_->options, from);
    if (reading.ocr_engine.empty()) return;
    require(reading_->ocr_engine.empty() || reading_->ocr_engine == reading.ocr_engine, from);
    reading_->ocr_engine = reading.ocr_engine;
  }

  void take(const std::string& from, const output::InputRecord& record,
            const std::optional<output::InputRecord>& known) {
    if (known && *known != record)
      throw Error(ErrorKind::kCorrupt, record.path, said(Sentence::kOutcomesDiffer));
    if (!known) records_.add(record);
    if (record.document) copy_document(from, *record.document);
  }

  void copy_document(const std::string& from, const std::string& sha256) {
    if (std::filesystem::exists(folder_.new_document(sha256))) return;
    const std::string copy = folder_.work("answers/" + sha256);
    const std::string json = is_result_store(from)
                                 ? file_of(from, "documents/" + sha256 + ".json")
                                 : output::gunzipped(file_of(from, published_document(sha256)));
    output::write_file(copy, json, output::Durability::kLater);
    move_file(copy, folder_.new_document(sha256));
  }

  /// Waits until all copies are on the disk: one by one that would take most of the time.
  void sync_copies() const {
    const int folder = open(folder_.work("documents").c_str(), O_RDONLY | O_CLOEXEC);
    const bool is_done = folder >= 0 && syncfs(folder) == 0;
    const std::string reason = std::generic_category().message(errno);
    if (folder >= 0) close(folder);
    if (is_done) return;
    messages::Said said =
        messages::said(messages::Sentence::kStoreUnwritable, {{"reason", reason}});
    throw Error(ErrorKind::kOutput, folder_.work("documents"), std::move(said.chinese),
                std::move(said.english));
  }

  DatasetFolder folder_;
  const patterns::Patterns& patterns_;
  DatasetOptions options_;
  std::optional<output::ReadingConditions> reading_;  // of those taken
  RunRecords records_;
};

}  // namespace

DatasetSummary merge_datasets(const std::vector<std::string>& folders, const std::string& output,
                              const patterns::Patterns& patterns, const DatasetOptions& options) {
  for (const std::string& folder : folders) {
    std::error_code none;
    if (std::filesystem::equivalent(folder, output, none))
      throw output::RefusedOutput(text::printable(output), messages::Text::kDatasetIsMerged);
    if (!is_result_store(folder)) origin_of(folder);
  }
  Merge merge(output, patterns, options);
  for (const std::string& folder : folders) merge.take(folder);
  return merge.assembled();
}

}  // namespace mingxi::build
