// Every file is hashed first. Contents of which nothing is known yet are read, each by a child that
// writes its document to .work; then the dataset is assembled of the documents that were read.
#include "build/build.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <tuple>
#include <vector>

#include "model/error.h"
#include "process/batch.h"
#include "build/conditions.h"
#include "build/journal.h"
#include "build/outcome.h"
#include "read/bytes.h"
#include "text/utf8.h"

namespace mingxi::build {
namespace {

/// Inputs of one content, and whether their names say that they are PDF: what a file is read as
/// hangs on these two alone.
struct Content {
  std::string sha256;
  bool is_named_pdf = false;

  bool operator<(const Content& other) const {
    return std::tie(sha256, is_named_pdf) < std::tie(other.sha256, other.is_named_pdf);
  }
};

/// A content with the paths that have it, sorted.
using Contents = std::map<Content, std::vector<const std::string*>>;

class Build {
 public:
  Build(const InputList& inputs, const IsolatedReading& how, const BuildOptions& options,
        const BuildWatcher& watch)
      : inputs_(inputs),
        how_(how),
        options_(options),
        watch_(watch),
        folder_(options.folder),
        conditions_(how),
        published_(conditions_.prepare(folder_)),
        records_(folder_.work("records.sqlite")),
        journal_(folder_, how.extractor.producer(), published_) {
    how_.ocr_cache = folder_.work("ocr");
  }

  BuildResult run() {
    for (const output::InputRecord& failure : inputs_.failures) finish(failure);
    const Contents contents = by_content();
    read(unknown(contents));
    phase_ = BuildPhase::kWriting;
    done_ = 0;
    DatasetOptions dataset = options_.dataset;
    dataset.producer = how_.extractor.producer();
    dataset.reading = conditions_.options();
    dataset.ocr_engine = [this] { return conditions_.ocr_engine(); };
    result_.dataset =
        assemble(folder_, records_, how_.extractor.patterns(), dataset, [this](std::size_t count) {
          done_ = count;
          tell(documents_);
        });
    return std::move(result_);
  }

 private:
  Contents by_content() {
    Contents contents;
    for (const std::string& path : inputs_.paths) {
      try {
        const std::string hash = read::sha256_of_input(path, text::printable(path));
        contents[{hash, read::is_named_pdf(path)}].push_back(&path);
      } catch (const Error& error) {
        finish(record_of(path, error));
      }
      ++done_;
      tell(inputs_.paths.size());
    }
    return contents;
  }

  /// Finishes the contents of which something is known, and gives the others.
  std::vector<Contents::value_type> unknown(const Contents& contents) {
    std::vector<Contents::value_type> rest;
    for (const auto& [content, paths] : contents) {
      if (is_read(content.sha256, *paths.front())) {
        finish_document(content, paths);
      } else if (const output::InputRecord* failure = known_failure(content, *paths.front())) {
        finish_failure(*failure, paths);
      } else {
        rest.emplace_back(content, paths);
        continue;
      }
      ++result_.resumed;
    }
    return rest;
  }

  /// Whether an earlier run with the same program and patterns has read a content in the same way;
  /// whole, if it is to be tried again.
  bool is_read(const std::string& sha256, const std::string& path) const {
    if (published_ == Published::kLeft && !folder_.is_new(sha256)) return false;
    std::string start = output::document_json_head(how_.extractor.producer());
    if (options_.retry == Retry::kYes) start += "  \"status\": \"ok\"";
    return answers_for(folder_.document_head(sha256, kDocumentHead), start, path);
  }

  const output::InputRecord* known_failure(const Content& content, const std::string& path) const {
    const output::InputRecord* record = journal_.find(content.sha256, path);
    if (record == nullptr) return nullptr;
    if (options_.retry == Retry::kYes && is_worth_a_retry(record->status)) return nullptr;
    const bool may_open =
        record->status == "encrypted" && !how_.extractor.options().reading.password.empty();
    return may_open ? nullptr : record;
  }

  /// What has scanned pages comes last: it takes seconds a page.
  void read(const std::vector<Contents::value_type>& contents) {
    phase_ = BuildPhase::kReading;
    done_ = 0;
    total_ = contents.size();
    const std::vector<Contents::value_type> scanned = read(contents, ScannedPages::kReported);
    if (scanned.empty()) return;
    conditions_.note_ocr(folder_);
    phase_ = BuildPhase::kReadingScans;
    done_ = 0;
    scans_ = 0;
    tell(scanned.size());
    read(scanned, ScannedPages::kRead);
  }

  /// Gives those that name scanned pages.
  std::vector<Contents::value_type> read(const std::vector<Contents::value_type>& contents,
                                         ScannedPages scans) {
    std::vector<std::size_t> scanned;
    std::vector<Contents::value_type> left;
    std::map<std::size_t, process::AnswerFile> answers;
    process::run_batch(
        contents.size(), options_.jobs,
        [&](std::size_t number) {
          const auto& [content, paths] = contents[number];
          const process::AnswerFile& answer =
              answers.emplace(number, process::AnswerFile(answer_path(number))).first->second;
          return start_reading({*paths.front(), content.sha256, SourcePath::kLeftOut}, scans, how_,
                               answer);
        },
        [&](std::size_t number, const process::ChildReport& report) {
          const auto& [content, paths] = contents[number];
          const auto answer = answers.extract(number);
          if (reports_scans(report)) {
            scanned.push_back(number);
            ++scans_;
            tell(total_ - 1);
            return;
          }
          if (reports_change(report) && paths.size() > 1) {
            // The other files of this content may be what they were.
            finish(*failure_of(*paths.front(), report, answer.mapped()));
            left.emplace_back(content, std::vector(paths.begin() + 1, paths.end()));
            return;
          }
          ++done_;
          if (auto failure = failure_of(*paths.front(), report, answer.mapped())) {
            if (!reports_change(report)) failure->sha256 = content.sha256;
            journal_.add(*failure);
            std::filesystem::remove(answer_path(number));
            finish_failure(*failure, paths);
          } else {
            move_file(answer_path(number), folder_.new_document(content.sha256));
            finish_document(content, paths);
            tell(total_);
          }
        });
    std::ranges::sort(scanned);
    std::vector<Contents::value_type> result;
    result.reserve(scanned.size());
    for (const std::size_t number : scanned) result.push_back(contents[number]);
    if (left.empty()) return result;
    for (const Contents::value_type& each : read(left, scans)) result.push_back(each);
    return result;
  }

  std::string answer_path(std::size_t number) const {
    return folder_.work("answers/" + std::to_string(number));
  }

  /// Status and reason of a document are in its JSON.
  void finish_document(const Content& content, const std::vector<const std::string*>& paths) {
    ++documents_;
    for (const std::string* path : paths)
      records_.add(
          {.path = text::printable(*path), .sha256 = content.sha256, .document = content.sha256});
  }

  void finish_failure(output::InputRecord record, const std::vector<const std::string*>& paths) {
    for (const std::string* path : paths) {
      record.path = text::printable(*path);
      finish(record);
    }
  }

  void finish(const output::InputRecord& failure) {
    ++failed_;
    records_.add(failure);
    watch_({phase_, done_, total_, failed_, scans_, &failure});
  }

  void tell(std::size_t total) {
    total_ = total;
    watch_({phase_, done_, total_, failed_, scans_, nullptr});
  }

  const InputList& inputs_;
  IsolatedReading how_;
  const BuildOptions& options_;
  const BuildWatcher& watch_;
  DatasetFolder folder_;
  Conditions conditions_;
  Published published_;  // whether its documents were read in the same way
  RunRecords records_;
  Journal journal_;
  BuildPhase phase_ = BuildPhase::kHashing;
  std::size_t done_ = 0;
  std::size_t total_ = 0;
  std::size_t failed_ = 0;
  std::size_t scans_ = 0;
  std::size_t documents_ = 0;
  BuildResult result_;
};

}  // namespace

BuildResult build_dataset(const InputList& inputs, const IsolatedReading& how,
                          const BuildOptions& options, const BuildWatcher& watch) {
  require_outside(options.folder, inputs);
  return Build(inputs, how, options, watch).run();
}

}  // namespace mingxi::build
