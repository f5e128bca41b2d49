#pragma once

#include <optional>
#include <string>
#include <vector>

#include "build/folder_lock.h"
#include "build/run_records.h"

namespace mingxi::build {

/// The files of a dataset that its description lists, in its order. dataset.xlsx and JSON Lines
/// need not be there.
std::vector<std::string> dataset_file_names();

/// Where a dataset keeps a document: "documents/<sha256>.json.gz".
std::string published_document(const std::string& sha256);

/// The folder that becomes a dataset, held by one process. All that is made is in its folder
/// .work until publish(); what a run that was broken off has left there is taken up by the next.
///
///     .work/lock            held
///     .work/documents/      what was read: <sha256>.json, each whole
///     .work/answers/        what is being read
///     .work/journal.jsonl   what gave no document
///     .work/conditions      how all that was read
///     .work/ocr/            what OCR read: <sha256>/, a file a page
///     .work/*.sqlite        what became of the inputs, which documents belong together
class DatasetFolder {
 public:
  /// Makes the folder. Throws Error(kOutput) where that cannot be done, where another process holds
  /// it, or where it holds something else than a dataset: nothing of others is ever overwritten.
  explicit DatasetFolder(const std::string& folder);
  ~DatasetFolder();

  /// A path in the folder, and in .work.
  std::string published(const std::string& name) const { return folder_ + "/" + name; }
  std::string work(const std::string& name) const { return work_ + "/" + name; }

  /// Where a document will be once it is read, and where it is: in .work, else in the
  /// dataset that was there before.
  std::string new_document(const std::string& sha256) const;
  std::string document(const std::string& sha256) const;

  /// Whether a document is there that is not in the dataset that was there before.
  bool is_new(const std::string& sha256) const;

  /// Leaves what an earlier run had read, but for the pages that OCR read.
  void forget();
  /// The JSON of a document that was read. Throws Error where it cannot be read.
  std::string document_json(const std::string& sha256) const;
  /// Its first bytes; "" where there is no document.
  std::string document_head(const std::string& sha256, std::size_t most) const;

  /// Puts what is in .work, and the documents of these records and no others, in the place of the
  /// dataset that was there before, and removes the rest of .work. Throws Error(kOutput).
  void publish(const RunRecords& records);

 private:
  void make_work_folders();
  void publish_documents(const RunRecords& records);

  std::string folder_;
  std::string work_;
  std::optional<FolderLock> lock_;
};

/// The bytes of a file; "" where it cannot be read.
std::string bytes_or_none(const std::string& path);

/// How much of a document JSON answers_for looks at.
inline constexpr std::size_t kDocumentHead = 1024;  // bytes; media_type is in the first 500

/// Whether a document JSON that begins so answers for a file: it begins with `start`, and is of a
/// PDF where the file's name says PDF, for a text is read under another name only.
bool answers_for(std::string_view head, std::string_view start, const std::string& path);

/// Puts a file that is whole and on the disk in its place. Throws Error(kOutput).
void move_file(const std::string& from, const std::string& to);

}  // namespace mingxi::build
