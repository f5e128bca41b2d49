// CSV files are read record by record, the same rows of the other formats beside them. Of keys only
// their hashes are held.
#include "build/validate.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <optional>
#include <unordered_set>

#include "messages/sentences.h"
#include "output/dataset/csv.h"
#include "output/document_json/document_json.h"
#include "output/write/gzip.h"
#include "build/dataset_folder.h"
#include "model/error.h"
#include "read/bytes.h"
#include "read/sha256.h"
#include "text/utf8.h"

namespace mingxi::build {

using messages::said;
using messages::Sentence;

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxOfOneFile = 5;

std::uint64_t hash_of(const std::vector<std::string>& record,
                      const std::vector<std::size_t>& places) {
  std::string key;
  for (const std::size_t place : places) {
    key += std::to_string(record[place].size()) + ":";
    key += record[place];
  }
  return std::hash<std::string>{}(key);
}

/// The places of fields in a record.
std::vector<std::size_t> places_of(const std::vector<std::string>& names,
                                   const output::ResourceDescription& resource) {
  std::vector<std::size_t> places;
  for (const std::string& name : names) {
    const auto found = std::ranges::find(resource.fields, name, &output::FieldDescription::name);
    if (found != resource.fields.end())
      places.push_back(static_cast<std::size_t>(found - resource.fields.begin()));
  }
  return places;
}

/// A foreign key while a table is read.
struct OpenKey {
  std::vector<std::size_t> places;
  const std::unordered_set<std::uint64_t>* keys = nullptr;  // nullptr: the key is to another table
  const output::KeyDescription* description = nullptr;
};

/// A table while it is read.
struct OpenTable {
  const output::ResourceDescription& resource;
  std::vector<std::size_t> primary;
  std::vector<OpenKey> foreign;
  std::unordered_set<std::uint64_t>& keys;
  std::unique_ptr<output::DatabaseTable> rows;  // nullptr: the database has no such table
  std::ifstream lines;                          // closed: there are no JSON lines of it
  std::size_t row = 0;                          // of the CSV file, its header counted
};

std::string lines_of(const output::ResourceDescription& resource) {
  return resource.name + ".jsonl";
}

class Validator {
 public:
  explicit Validator(const std::string& folder) : folder_(folder) {}

  Validation run() {
    const std::string where = text::printable((folder_ / "datapackage.json").native());
    const std::vector<output::ResourceDescription> resources = described(where);
    for (const output::ResourceDescription& resource : resources) check_file(resource.file);
    open_database();
    for (const output::ResourceDescription& resource : resources) {
      if (!resource.fields.empty() && fs::is_regular_file(folder_ / resource.file.path))
        check_table(resource);
    }
    check_documents();
    return std::move(result_);
  }

 private:
  std::vector<output::ResourceDescription> described(const std::string& where) const {
    const std::string json = read::read_bytes((folder_ / "datapackage.json").native(), where);
    try {
      return output::read_data_package(json);
    } catch (const Error& error) {
      throw Error(ErrorKind::kCorrupt, where + " " + error.where(), error.chinese(),
                  error.english());
    }
  }

  void report(const std::string& file, std::size_t row, output::Problem problem) {
    if (++reported_[file] > kMaxOfOneFile) {
      ++result_.more;
      return;
    }
    problem.where = row == 0 ? file : file + ":" + std::to_string(row);
    result_.problems.push_back(std::move(problem));
  }

  void check_file(const output::DatasetFile& file) {
    const fs::path path = folder_ / file.path;
    if (!fs::is_regular_file(fs::symlink_status(path))) {
      report(file.path, 0, {"", said(Sentence::kFileMissing)});
      return;
    }
    if (read::digest_of_file(path.native()) == read::FileDigest{file.bytes, file.sha256}) return;
    report(file.path, 0, {"", said(Sentence::kFileChanged)});
  }

  void open_database() {
    const fs::path path = folder_ / "dataset.sqlite";
    if (!fs::is_regular_file(path)) return;
    const auto complain = [&](const Error& error) {
      report("dataset.sqlite", 0, {"", {error.chinese(), error.english()}});
      database_.reset();
    };
    try {
      database_ = std::make_unique<output::Database>(path.native(), output::OpenMode::kRead);
      for (const output::Problem& problem : output::check_database(*database_))
        report("dataset.sqlite", 0, problem);
    } catch (const Error& error) {
      complain(error);
    }
  }

  std::unique_ptr<output::DatabaseTable> database_table(
      const output::ResourceDescription& resource) {
    if (!database_) return nullptr;
    try {
      return std::make_unique<output::DatabaseTable>(*database_, resource);
    } catch (const Error& error) {
      report("dataset.sqlite " + resource.name, 0, {"", {error.chinese(), error.english()}});
      return nullptr;
    }
  }

  std::vector<OpenKey> open_keys(const output::ResourceDescription& resource) const {
    std::vector<OpenKey> keys;
    for (const output::KeyDescription& key : resource.foreign_keys) {
      const auto found = keys_.find(key.resource);
      keys.push_back({.places = places_of(key.fields, resource),
                      .keys = found == keys_.end() ? nullptr : &found->second,
                      .description = &key});
    }
    return keys;
  }

  void check_table(const output::ResourceDescription& resource) {
    std::ifstream stream(folder_ / resource.file.path, std::ios::binary);
    OpenTable table{.resource = resource,
                    .primary = places_of(resource.primary_key, resource),
                    .foreign = open_keys(resource),
                    .keys = keys_[resource.name],
                    .rows = database_table(resource),
                    .lines = std::ifstream(folder_ / lines_of(resource), std::ios::binary)};
    output::CsvReader reader;
    std::vector<char> piece(std::size_t{1} << 16);
    while (stream.read(piece.data(), static_cast<std::streamsize>(piece.size())),
           stream.gcount() > 0) {
      reader.feed({piece.data(), static_cast<std::size_t>(stream.gcount())});
      while (auto record = reader.next()) {
        if (++table.row == 1) {
          check_header(resource, *record);
        } else {
          check_row(table, *record);
        }
      }
    }
    if (reader.has_rest())
      report(resource.file.path, table.row + 1, {"", said(Sentence::kLastRowBroken)});
    if (table.rows && table.row > 0 && table.rows->rows() > table.row - 1)
      report("dataset.sqlite " + resource.name, 0, {"", said(Sentence::kMoreRowsThanCsv)});
    std::string line;
    if (table.lines.is_open() && std::getline(table.lines, line))
      report(lines_of(resource), table.row, {"", said(Sentence::kMoreLinesThanCsv)});
  }

  /// A row of the CSV file and the same row of the other formats, which have no header to count.
  void check_row(OpenTable& table, const std::vector<std::string>& record) {
    const output::ResourceDescription& resource = table.resource;
    const std::string& name = resource.file.path;
    ++result_.rows;
    if (const auto problem = output::check_record(resource, record)) {
      report(name, table.row, *problem);
      if (record.size() != resource.fields.size()) return;
    }
    if (!table.keys.insert(hash_of(record, table.primary)).second)
      report(name, table.row, {"", said(Sentence::kPrimaryKeyTwice)});
    for (const OpenKey& key : table.foreign) check_key(name, table.row, record, key);
    if (table.rows) {
      if (const auto problem = table.rows->check(record))
        report("dataset.sqlite " + resource.name, table.row - 1, *problem);
    }
    std::string line;
    if (table.lines.is_open()) {
      std::getline(table.lines, line);
      if (const auto problem = output::check_line(resource, record, line))
        report(lines_of(resource), table.row - 1, *problem);
    }
    if (resource.name == "documents") remember(resource, record);
  }

  void check_header(const output::ResourceDescription& resource, std::vector<std::string>& header) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (header.front().starts_with(kByteOrderMark)) header.front().erase(0, kByteOrderMark.size());
    if (!std::ranges::equal(header, resource.fields, {}, {}, &output::FieldDescription::name))
      report(resource.file.path, 1, {"", said(Sentence::kOtherColumns)});
  }

  void check_key(const std::string& name, std::size_t row, const std::vector<std::string>& record,
                 const OpenKey& key) {
    const bool is_missing =
        std::ranges::any_of(key.places, [&](std::size_t place) { return record[place].empty(); });
    if (is_missing || (key.keys != nullptr && key.keys->contains(hash_of(record, key.places))))
      return;
    const std::string& table = key.description->resource;
    report(name, row, {"", said(Sentence::kForeignKeyBroken, {{"table", table}})});
  }

  void remember(const output::ResourceDescription& resource,
                const std::vector<std::string>& record) {
    const auto places = places_of({"sha256", "json_sha256"}, resource);
    if (places.size() == 2) documents_[record[places[0]]] = record[places[1]];
  }

  /// documents/ holds each document of the table and nothing else.
  void check_documents() {
    result_.documents = documents_.size();
    for (const auto& [document, hash] : documents_) {
      const std::string name = published_document(document);
      check_document(name, hash);
    }
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder_ / "documents", ignored)) {
      if (!documents_.contains(entry.path().stem().stem().native()))
        report("documents/" + text::printable(entry.path().filename().native()), 0,
               {"", said(Sentence::kNotInDocuments)});
    }
  }

  void check_document(const std::string& name, const std::string& hash) {
    try {
      const std::string json = output::gunzipped(read::read_bytes((folder_ / name).native(), name));
      if (read::sha256(json) != hash)
        report("documents", 0, {"", said(Sentence::kDocumentChanged, {{"name", name}})});
      else
        output::read_document_json(json);
    } catch (const Error& error) {
      report(name, 0, {"", {error.chinese(), error.english()}});
    }
  }

  fs::path folder_;
  Validation result_;
  std::map<std::string, std::size_t> reported_;
  std::unique_ptr<output::Database> database_;
  std::map<std::string, std::unordered_set<std::uint64_t>> keys_;  // by resource
  std::map<std::string, std::string> documents_;                   // sha256 → that of its JSON
};

}  // namespace

Validation validate_dataset(const std::string& folder) { return Validator(folder).run(); }

}  // namespace mingxi::build
