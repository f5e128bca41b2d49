// One line for each, as in run.jsonl, below a line that names the producer. A line is added with
// one write, so that only the last can be cut off; that one is left out.
#include "build/journal.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "messages/sentences.h"
#include "output/dataset/data_package.h"
#include "output/dataset/json_lines.h"
#include "output/write/output_file.h"
#include "model/error.h"
#include "read/read.h"

namespace mingxi::build {

using messages::said;
using messages::Sentence;

namespace {

/// Whether a content is all that the outcome hangs on.
bool is_decided(const output::InputRecord& record) {
  return record.sha256 && !record.document && record.status != "unreadable";
}

}  // namespace

Journal::Journal(const DatasetFolder& folder, const output::Producer& producer, Published published)
    : path_(folder.work("journal.jsonl")) {
  const bool is_ours =
      output::producer_of_package(bytes_or_none(folder.published("datapackage.json"))) == producer;
  if (published == Published::kTaken && is_ours) take(bytes_or_none(folder.published("run.jsonl")));
  const std::string head = output::document_json_head(producer);
  const std::string first = head.substr(head.rfind('{', head.size() - 2));
  const std::string old = bytes_or_none(path_);
  std::string all = first;
  if (old.starts_with(first)) take(std::string_view(old).substr(first.size()));
  for (const auto& [key, record] : records_) output::append_run_line(all, record);
  output::write_file(path_ + ".new", all);
  move_file(path_ + ".new", path_);
}

void Journal::take(std::string_view lines) {
  while (!lines.empty()) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(lines.size(), line.size() + 1));
    const std::optional<output::InputRecord> record = output::read_run_line(line);
    if (record && is_decided(*record))
      records_[{*record->sha256, read::is_named_pdf(record->path)}] = *record;
  }
}

const output::InputRecord* Journal::find(const std::string& sha256, const std::string& path) const {
  const auto found = records_.find({sha256, read::is_named_pdf(path)});
  return found == records_.end() ? nullptr : &found->second;
}

void Journal::add(const output::InputRecord& record) {
  if (!is_decided(record)) return;
  std::string line;
  output::append_run_line(line, record);
  const int file = open(path_.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC);
  const bool is_written =
      file >= 0 && write(file, line.data(), line.size()) == static_cast<ssize_t>(line.size()) &&
      fsync(file) == 0;
  const std::string reason = std::generic_category().message(errno);
  if (file >= 0) close(file);
  if (!is_written)
    throw Error(ErrorKind::kOutput, path_, said(Sentence::kUnwritable, {{"reason", reason}}));
}

}  // namespace mingxi::build
