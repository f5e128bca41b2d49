#include "build/dataset_folder.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "messages/sentences.h"
#include "output/dataset/data_package.h"
#include "output/dataset/dataset_schema.h"
#include "output/write/refused_output.h"
#include "output/write/gzip.h"
#include "output/write/output_file.h"
#include "read/bytes.h"
#include "model/error.h"
#include "read/read.h"
#include "text/utf8.h"

namespace mingxi::build {

using messages::said;
using messages::Sentence;

namespace {

namespace fs = std::filesystem;

constexpr const char* kDescription = "datapackage.json";
constexpr std::string_view kCompressed = ".gz";
constexpr std::string_view kEnding = ".json.gz";

[[noreturn]] void fail(const fs::path& path, const std::error_code& error) {
  throw Error(ErrorKind::kOutput, text::printable(path.native()),
              said(Sentence::kOutputFolderUnusable, {{"reason", error.message()}}));
}

bool holds_a_dataset(const fs::path& folder) {
  std::ifstream stream;
  std::error_code ignored;
  if (fs::is_regular_file(folder / kDescription, ignored))
    stream.open(folder / kDescription, std::ios::binary);
  if (!stream.is_open()) return false;
  return output::producer_of_package(std::string(std::istreambuf_iterator<char>(stream), {}))
      .has_value();
}

bool is_document_name(const std::string& name) {
  constexpr std::size_t kDigits = 64;
  const std::string_view ending = std::string_view(name).substr(std::min(name.size(), kDigits));
  return (ending == kEnding || ending == ".json") &&
         name.find_first_not_of("0123456789abcdef") == kDigits;
}

/// The first file that is where a dataset has documents and is none; "" if there is none.
std::string foreign_document(const fs::path& folder) {
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder / "documents", error)) {
    const std::string name = entry.path().filename().native();
    if (!is_document_name(name)) return "documents/" + name;
  }
  return "";
}

/// The first file that no dataset has, and no build that did not come to its end; "" if there is
/// none. What only looks like a dataset must have the rest of such a build.
std::string foreign_file(const fs::path& folder) {
  std::vector<std::string> names = dataset_file_names();
  names.insert(names.end(), {kDescription, "documents", "decisions.json", ".work"});
  std::string first;
  bool has_work = false;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().native();
    if (std::ranges::find(names, name) == names.end()) return name;
    first = name;
    has_work = has_work || name == ".work";
  }
  return has_work ? "" : first;
}

void require_usable(const fs::path& folder) {
  std::error_code error;
  const bool is_there = fs::exists(folder, error);
  if (error) fail(folder, error);
  if (!is_there) return;
  const std::string place = text::printable(folder.native());
  if (!fs::is_directory(folder))
    throw output::RefusedOutput(place, messages::Text::kDatasetFolderIsTaken,
                                {folder.filename().native()});
  std::string foreign = holds_a_dataset(folder) ? "" : foreign_file(folder);
  if (foreign.empty()) foreign = foreign_document(folder);
  if (!foreign.empty())
    throw output::RefusedOutput(place, messages::Text::kDatasetFolderIsTaken,
                                {text::printable(foreign)});
}

/// Removes from .work all but what is named.
void clear_work(const fs::path& work, const std::vector<std::string_view>& kept) {
  std::error_code error;
  std::vector<fs::path> rest;
  for (const fs::directory_entry& entry : fs::directory_iterator(work, error)) {
    if (std::ranges::find(kept, entry.path().filename().native()) == kept.end())
      rest.push_back(entry.path());
  }
  for (const fs::path& path : rest) {
    if (!error) fs::remove_all(path, error);
  }
  if (error) fail(work, error);
}

/// Waits until a file, or the names in a folder, are on the disk.
void sync(const fs::path& path) {
  const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const bool is_done = descriptor >= 0 && fsync(descriptor) == 0;
  const std::error_code error(errno, std::generic_category());
  if (descriptor >= 0) close(descriptor);
  if (!is_done) fail(path, error);
}

}  // namespace

std::vector<std::string> dataset_file_names() {
  std::vector<std::string> names;
  for (const output::TableSchema& schema : output::dataset_tables())
    names.push_back(std::string(schema.name) + ".csv");
  names.insert(names.end(), {"facts.jsonl", "findings.jsonl", "run.jsonl", "dataset.sqlite",
                             "dataset.xlsx", "README.md", "DICTIONARY.md"});
  return names;
}

std::string published_document(const std::string& sha256) {
  return "documents/" + sha256 + std::string(kEnding);
}

DatasetFolder::DatasetFolder(const std::string& folder)
    : folder_(folder), work_(folder + "/.work") {
  require_usable(folder_);
  std::error_code error;
  fs::create_directories(work_, error);
  if (error) fail(folder_, error);
  lock_.emplace(work("lock"), folder_);
  clear_work(work_, {"lock", "documents", "journal.jsonl", "conditions", "ocr"});
  make_work_folders();
}

void DatasetFolder::make_work_folders() {
  std::error_code error;
  for (const char* name : {"documents", "answers"}) {
    if (!error) fs::create_directories(work(name), error);
  }
  if (error) fail(folder_, error);
}

void DatasetFolder::forget() {
  clear_work(work_, {"lock", "ocr"});
  make_work_folders();
}

DatasetFolder::~DatasetFolder() {
  lock_.reset();
  std::error_code ignored;
  fs::remove(work_, ignored);  // stays where something is left to be taken up
}

std::string DatasetFolder::new_document(const std::string& sha256) const {
  return work("documents/" + sha256 + ".json");
}

bool DatasetFolder::is_new(const std::string& sha256) const {
  std::error_code ignored;
  return fs::exists(new_document(sha256), ignored);
}

std::string DatasetFolder::document(const std::string& sha256) const {
  const std::string path = new_document(sha256);
  std::error_code ignored;
  return fs::exists(path, ignored) ? path : published(published_document(sha256));
}

std::string DatasetFolder::document_json(const std::string& sha256) const {
  const std::string path = document(sha256);
  std::string bytes = read::read_bytes(path, path);
  return path.ends_with(kCompressed) ? output::gunzipped(bytes) : bytes;
}

std::string DatasetFolder::document_head(const std::string& sha256, std::size_t most) const {
  constexpr std::size_t kHeadTimes = 4;  // far more than the head of a document can take compressed
  const std::string path = document(sha256);
  std::ifstream stream(path, std::ios::binary);
  std::string head(most * kHeadTimes, '\0');
  stream.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(stream.gcount()));
  if (!path.ends_with(kCompressed) || head.empty()) return head.substr(0, most);
  try {
    return output::gunzipped(head, most);
  } catch (const Error&) {
    return "";
  }
}

void DatasetFolder::publish_documents(const RunRecords& records) {
  std::error_code error;
  const fs::path place = published("documents");
  fs::create_directories(place, error);
  if (error) fail(place, error);
  for (const fs::directory_entry& entry : fs::directory_iterator(place, error)) {
    const std::string name = entry.path().filename().native();
    const bool is_kept = name.ends_with(kEnding) &&
                         records.has_outcome(name.substr(0, name.size() - kEnding.size()));
    if (!error && is_document_name(name) && !is_kept) fs::remove_all(entry.path(), error);
  }
  if (error) fail(place, error);
  records.for_each_document([&](const std::string& sha256, const std::vector<std::string>&) {
    const std::string path = new_document(sha256);
    if (!fs::exists(path, error)) return;
    const std::string compressed = work("answers/" + sha256);
    output::write_file(compressed, output::gzipped(read::read_bytes(path, path)));
    move_file(compressed, published(published_document(sha256)));
    fs::remove(path, error);
  });
  if (error) fail(place, error);
  sync(place);
}

void DatasetFolder::publish(const RunRecords& records) {
  std::vector<std::string> names = dataset_file_names();
  std::erase_if(names, [this](const std::string& name) { return !fs::exists(work(name)); });
  names.push_back(kDescription);  // comes last: if it is there, the dataset is whole
  for (const std::string& name : names) sync(work(name));
  std::error_code error;
  for (const char* name : {kDescription, "dataset.xlsx", "facts.jsonl", "findings.jsonl"}) {
    if (!error) fs::remove(published(name), error);
  }
  if (error) fail(folder_, error);
  publish_documents(records);
  for (const std::string& name : names) move_file(work(name), published(name));
  sync(folder_);
  clear_work(work_, {"lock"});
}

std::string bytes_or_none(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

bool answers_for(std::string_view head, std::string_view start, const std::string& path) {
  return head.starts_with(start) &&
         (!read::is_named_pdf(path) || head.find("\"application/pdf\"") != std::string_view::npos);
}

void move_file(const std::string& from, const std::string& to) {
  std::error_code error;
  fs::rename(from, to, error);
  if (error) fail(to, error);
}

}  // namespace mingxi::build
