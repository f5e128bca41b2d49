// A document is written beside its place under the task's name and then renamed into it: whoever
// reads the same content again, at the same time or later, puts the same bytes there.
#include "build/result_store.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <vector>

#include "build/conditions.h"
#include "build/dataset_folder.h"
#include "build/outcome.h"
#include "messages/sentences.h"
#include "model/error.h"
#include "output/dataset/json_lines.h"
#include "output/write/output_file.h"
#include "process/batch.h"
#include "read/read.h"
#include "read/bytes.h"
#include "text/utf8.h"

namespace mingxi::build {
namespace {

namespace fs = std::filesystem;

constexpr const char* kMadeBy = "made_by";

Error error_of(ErrorKind kind, const std::string& path, messages::Said said) {
  return {kind, text::printable(path), std::move(said.chinese), std::move(said.english)};
}

[[noreturn]] void fail(const std::string& path, const std::string& reason) {
  throw error_of(ErrorKind::kOutput, path,
                 messages::said(messages::Sentence::kStoreUnwritable, {{"reason", reason}}));
}

/// The producer as one line of JSON.
std::string line_of(const output::Producer& producer) {
  const std::string head = output::document_json_head(producer);
  const std::size_t first = head.rfind('{', head.size() - 2);
  return head.substr(first, head.rfind('}') + 1 - first) + "\n";
}

/// Three lines: program and patterns, options, what reads scans.
std::string mark_of(const IsolatedReading& how) {
  Conditions conditions(how);
  return line_of(how.extractor.producer()) + conditions.options() + "\n" + conditions.ocr_engine() +
         "\n";
}

void require_mark(bool is_same, const std::string& folder) {
  if (is_same) return;
  throw error_of(ErrorKind::kCorrupt, folder, messages::said(messages::Sentence::kStoreOfOthers));
}

void create(const std::string& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) fail(folder, error.message());
}

/// Adds bytes to the end of a file, on the disk when it comes back.
void append(const std::string& path, const std::string& bytes) {
  const int file = open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
  const bool is_written =
      file >= 0 && write(file, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()) &&
      fsync(file) == 0;
  const std::string reason = std::generic_category().message(errno);
  if (file >= 0) close(file);
  if (!is_written) fail(path, reason);
}

/// A name that a file may have.
std::string file_name(std::string task) {
  std::ranges::replace_if(
      task, [](char c) { return c == '/' || c == '\0' || c == '\n'; }, '_');
  return task.starts_with('.') ? "_" + task : task;
}

}  // namespace

ResultStore::ResultStore(const std::string& folder, const std::string& task,
                         const IsolatedReading& how)
    : how_(how),
      folder_(folder),
      records_(folder + "/records/" + file_name(task) + ".jsonl"),
      head_(output::document_json_head(how.extractor.producer())) {
  std::error_code error;
  const std::string mark = mark_of(how);
  if (!is_result_store(folder_)) {
    if (fs::exists(folder_, error) && !fs::is_empty(folder_, error))
      throw error_of(ErrorKind::kOutput, folder_,
                     messages::said(messages::Sentence::kStoreIsTaken));
    create(folder_);
    // Workers that start together write the same.
    const std::string own = folder_ + "/." + file_name(task) + "." + std::to_string(getpid());
    output::write_file(own, mark);
    move_file(own, folder_ + "/" + kMadeBy);
  }
  require_mark(bytes_or_none(folder_ + "/" + kMadeBy) == mark, folder_);
  for (const char* name : {"/documents", "/records"}) create(folder_ + name);
  // What a killed worker of this name wrote last may be half a line.
  const std::string old = bytes_or_none(records_);
  if (!old.empty() && !old.ends_with('\n')) append(records_, "\n");
}

std::string ResultStore::read(const std::string& path) {
  std::string line;
  output::append_run_line(line, outcome(path));
  append(records_, line);
  return line;
}

bool ResultStore::holds(const std::string& sha256, const std::string& path) const {
  std::ifstream stream(folder_ + "/documents/" + sha256 + ".json", std::ios::binary);
  std::string head(kDocumentHead, '\0');
  stream.read(head.data(), kDocumentHead);
  head.resize(static_cast<std::size_t>(stream.gcount()));
  return answers_for(head, head_, path);
}

output::InputRecord ResultStore::outcome(const std::string& path) {
  const std::string name = text::printable(path);
  std::string sha256;
  try {
    sha256 = mingxi::read::sha256_of_input(path, name);
  } catch (const Error& error) {
    return record_of(path, error);
  }
  // Status and reason of a document are in its JSON.
  const output::InputRecord document{
      .path = name, .sha256 = sha256, .document = sha256, .status = "ok"};
  if (holds(sha256, path)) return document;
  const std::string place = folder_ + "/documents/" + sha256 + ".json";
  const std::string own = records_ + ".reading";
  const ReadingTask task{.path = path, .sha256 = sha256, .source_path = SourcePath::kLeftOut};
  const process::AnswerFile answer(own);
  std::optional<output::InputRecord> failure = read_into(answer, task, how_);
  if (failure) {
    std::error_code ignored;
    fs::remove(own, ignored);
    failure->sha256 = sha256;
    return *failure;
  }
  if (fsync(answer.descriptor()) != 0) fail(own, std::generic_category().message(errno));
  move_file(own, place);
  return document;
}

bool is_result_store(const std::string& folder) {
  std::error_code ignored;
  return fs::is_regular_file(folder + "/" + kMadeBy, ignored);
}

output::ReadingConditions for_each_record(const std::string& folder,
                                          const output::Producer& producer,
                                          const std::function<void(output::InputRecord)>& take) {
  std::ifstream mark(folder + "/" + kMadeBy, std::ios::binary);
  std::string who;
  output::ReadingConditions reading;
  std::getline(mark, who);
  std::getline(mark, reading.options);
  std::getline(mark, reading.ocr_engine);
  require_mark(who + "\n" == line_of(producer), folder);
  std::vector<std::string> files;
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder + "/records", error))
    if (entry.path().extension() == ".jsonl") files.push_back(entry.path().native());
  std::ranges::sort(files);
  for (const std::string& file : files) {
    std::ifstream stream(file, std::ios::binary);
    for (std::string line; std::getline(stream, line);) {
      std::optional<output::InputRecord> record = output::read_run_line(line);
      if (record) take(std::move(*record));
    }
  }
  return reading;
}

}  // namespace mingxi::build
