// Every file is hashed first; then the documents are read in the order of their hashes and written
// as they come. So a dataset is sorted without ever being held, and one content is read once.
#include "pipeline/build.h"

#include <algorithm>
#include <new>
#include <tuple>
#include <vector>

#include "emit/names.h"
#include "model/error.h"
#include "pipeline/extract.h"
#include "pipeline/related_documents.h"
#include "read/bytes.h"
#include "read/digest.h"
#include "read/utf8.h"

namespace mingxi {
namespace {

std::string_view status_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::kNotFound:
      return "unreadable";
    case ErrorKind::kNotRegular:
      return "not_regular";
    case ErrorKind::kEmpty:
      return "empty";
    case ErrorKind::kTooLarge:
      return "too_large";
    case ErrorKind::kNotPdf:
      return "not_pdf";
    case ErrorKind::kUnsupported:
    case ErrorKind::kNoText:
      return "unsupported";
    case ErrorKind::kTruncated:
      return "truncated";
    case ErrorKind::kCorrupt:
      return "corrupt";
    case ErrorKind::kEncrypted:
      return "encrypted";
    case ErrorKind::kPatterns:
    case ErrorKind::kEnvironment:
    case ErrorKind::kOutput:
      break;
  }
  return "failed";
}

/// Runs `read` and makes what it throws a record without a document.
template <typename Read>
std::optional<InputRecord> failure_of(const std::string& path, Read read) {
  InputRecord record{.path = printable(path)};
  try {
    read();
    return std::nullopt;
  } catch (const Error& error) {
    record.status = status_of(error.kind());
    record.reason = error.chinese();
    record.reason_en = error.english();
  } catch (const std::bad_alloc&) {
    record.status = "failed";
    record.reason = "内存不足。请单独读取该文件，或换一台内存更大的机器。";
    record.reason_en = "Out of memory. Read this file alone or use a machine with more memory.";
  } catch (const std::exception& error) {
    record.status = "failed";
    record.reason = "意外错误（" + std::string(error.what()) + "）。请把该文件报告给开发者。";
    record.reason_en =
        "Unforeseen error (" + std::string(error.what()) + "). Please report the file.";
  }
  return record;
}

/// Inputs of one content, and whether their names say that they are PDF: what a file is read as
/// hangs on these two alone.
struct Content {
  std::string sha256;
  bool is_named_pdf = false;

  bool operator<(const Content& other) const {
    return std::tie(sha256, is_named_pdf) < std::tie(other.sha256, other.is_named_pdf);
  }
};

bool is_named_pdf(const std::string& path) {
  std::string ending = path.substr(path.size() - std::min<std::size_t>(path.size(), 4));
  for (char& c : ending) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  return ending == ".pdf";
}

class Build {
 public:
  Build(const InputList& inputs, const Pack& pack, const BuildOptions& options,
        const BuildWatcher& watch)
      : inputs_(inputs),
        pack_(pack),
        options_(options),
        watch_(watch),
        writer_(options.folder, pack.places, options.producer, options.csv_start,
                options.workbook) {
    total_ = inputs.paths.size() + inputs.failures.size();
  }

  BuildResult run() {
    for (const InputRecord& failure : inputs_.failures) settle(failure);
    const auto contents = sorted_by_content();
    phase_ = BuildPhase::kReading;
    for (const auto& [content, paths] : contents) read(content, paths);
    related_.compare([this](const std::string& sha256) { return writer_.document(sha256); },
                     [this](const BetweenDocuments& between) { write(between); });
    std::ranges::sort(records_, {}, &InputRecord::path);
    writer_.finish(records_);
    for (const DatasetTable table :
         {kDocumentRows, kInputRows, kTableRows, kCellRows, kFactRows, kFindingRows})
      result_.rows[table] = writer_.rows(table);
    return std::move(result_);
  }

 private:
  std::map<Content, std::vector<const std::string*>> sorted_by_content() {
    std::map<Content, std::vector<const std::string*>> contents;
    for (const std::string& path : inputs_.paths) {
      std::string hash;
      const auto failure =
          failure_of(path, [&] { hash = sha256(read_bytes(path, printable(path))); });
      if (failure) {
        settle(*failure);
      } else {
        contents[{hash, is_named_pdf(path)}].push_back(&path);
      }
      ++hashed_;
      tell(nullptr);
    }
    return contents;
  }

  void read(const Content& content, const std::vector<const std::string*>& paths) {
    Outcome outcome = read_input(*paths.front(), pack_, options_.reading);
    if (outcome.extraction && outcome.extraction->source.sha256 != content.sha256) {
      outcome.extraction.reset();
      outcome.record.status = "unreadable";
      outcome.record.document.reset();
      outcome.record.reason = "文件在读取过程中被改动。请重新运行。";
      outcome.record.reason_en = "The file changed while it was read. Run again.";
    }
    outcome.record.sha256 = content.sha256;
    if (outcome.extraction && content.sha256 != last_written_)
      write(std::move(*outcome.extraction));
    for (const std::string* path : paths) {
      outcome.record.path = printable(*path);
      settle(outcome.record);
    }
  }

  void write(Extraction extraction) {
    last_written_ = extraction.source.sha256;
    if (extraction.status == Status::kNoText) ++result_.without_text;
    count(extraction.findings);
    related_.add(extraction);
    writer_.add(std::move(extraction));
  }

  void write(const BetweenDocuments& between) {
    count(between.findings);
    writer_.add(between);
  }

  void count(const std::vector<Finding>& findings) {
    result_.inconsistent +=
        std::ranges::count(findings, FindingState::kInconsistent, &Finding::state);
  }

  void settle(InputRecord record) {
    ++result_.inputs[record.status];
    if (!record.document) ++result_.failed;
    records_.push_back(std::move(record));
    tell(&records_.back());
  }

  void tell(const InputRecord* last) {
    const bool hashing = phase_ == BuildPhase::kHashing;
    watch_({phase_, hashing ? hashed_ : records_.size(), hashing ? inputs_.paths.size() : total_,
            result_.failed, last});
  }

  const InputList& inputs_;
  const Pack& pack_;
  const BuildOptions& options_;
  const BuildWatcher& watch_;
  DatasetWriter writer_;
  RelatedDocuments related_{pack_};
  std::vector<InputRecord> records_;
  std::string last_written_;
  std::size_t total_ = 0;
  std::size_t hashed_ = 0;
  BuildPhase phase_ = BuildPhase::kHashing;
  BuildResult result_;
};

}  // namespace

Outcome read_input(const std::string& path, const Pack& pack, const ReadOptions& options) {
  Outcome outcome;
  const auto failure = failure_of(path, [&] { outcome.extraction = extract(path, pack, options); });
  if (failure) {
    outcome.record = *failure;
    return outcome;
  }
  const std::string& hash = outcome.extraction->source.sha256;
  outcome.record = {.path = printable(path),
                    .sha256 = hash,
                    .document = hash,
                    .status = name_of(outcome.extraction->status)};
  return outcome;
}

BuildResult build_dataset(const InputList& inputs, const Pack& pack, const BuildOptions& options,
                          const BuildWatcher& watch) {
  return Build(inputs, pack, options, watch).run();
}

}  // namespace mingxi
