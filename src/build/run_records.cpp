// SQLite keeps the records and sorts them in files of its own; its cache bounds the memory. Nothing
// is ever committed: the file is of no use once the process is gone.
#include "build/run_records.h"

#include <algorithm>

#include "output/dataset/dataset_schema.h"

namespace mingxi::build {

namespace {

constexpr const char* kTables =
    "PRAGMA page_size = 16384; PRAGMA cache_size = -8000; PRAGMA journal_mode = OFF; "
    "PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; BEGIN; "
    "CREATE TABLE records (path TEXT PRIMARY KEY, sha256 TEXT, document TEXT, status TEXT, "
    "reason TEXT, reason_en TEXT) WITHOUT ROWID; "
    "CREATE TABLE outcomes (document TEXT PRIMARY KEY, status TEXT, reason TEXT, reason_en TEXT) "
    "WITHOUT ROWID;";

void bind(output::Statement& statement, int parameter, const std::optional<std::string>& text) {
  if (text)
    statement.bind(parameter, std::string_view(*text));
  else
    statement.bind_null(parameter);
}

std::optional<std::string> text_or_none(const output::Statement& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return row.text(column);
}

/// The name of a status that lives as long as the program; "" where it is none.
std::string_view status_of(const std::string& name) {
  const auto statuses = output::input_statuses();
  const auto known = std::ranges::find(statuses, name);
  return known == statuses.end() ? std::string_view() : *known;
}

/// Of a row (path, sha256, document, status, reason, reason_en).
output::InputRecord record_in(const output::Statement& row) {
  return {.path = row.text(0),
          .sha256 = text_or_none(row, 1),
          .document = text_or_none(row, 2),
          .status = status_of(row.text(3)),
          .reason = text_or_none(row, 4),
          .reason_en = text_or_none(row, 5)};
}

void put(output::Statement& statement, const output::InputRecord& record) {
  statement.bind(1, std::string_view(record.path));
  bind(statement, 2, record.sha256);
  bind(statement, 3, record.document);
  statement.bind(4, record.status);
  bind(statement, 5, record.reason);
  bind(statement, 6, record.reason_en);
  statement.step();
}

}  // namespace

struct RunRecords::Statements {
  explicit Statements(const output::Database& database)
      : add(database, "INSERT INTO records VALUES (?, ?, ?, ?, ?, ?)"),
        replace(database, "INSERT OR REPLACE INTO records VALUES (?, ?, ?, ?, ?, ?)"),
        find(database, "SELECT * FROM records WHERE path = ?"),
        set_outcome(database, "INSERT INTO outcomes VALUES (?, ?, ?, ?)"),
        has_outcome(database, "SELECT 1 FROM outcomes WHERE document = ?") {}

  output::Statement add;
  output::Statement replace;
  output::Statement find;
  output::Statement set_outcome;
  output::Statement has_outcome;
};

RunRecords::RunRecords(const std::string& path) : database_(path, output::OpenMode::kCreate) {
  database_.run(kTables);
  statements_ = std::make_unique<Statements>(database_);
}

RunRecords::~RunRecords() = default;

void RunRecords::add(const output::InputRecord& record) { put(statements_->add, record); }

void RunRecords::replace(const output::InputRecord& record) { put(statements_->replace, record); }

std::optional<output::InputRecord> RunRecords::find(const std::string& path) const {
  output::Statement& rows = statements_->find;
  rows.bind(1, std::string_view(path));
  if (!rows.step()) return std::nullopt;
  output::InputRecord found = record_in(rows);
  while (rows.step()) continue;  // until it can be run again
  return found;
}

void RunRecords::set_outcome(const std::string& sha256, const output::InputRecord& outcome) {
  output::Statement& statement = statements_->set_outcome;
  statement.bind(1, std::string_view(sha256));
  statement.bind(2, outcome.status);
  bind(statement, 3, outcome.reason);
  bind(statement, 4, outcome.reason_en);
  statement.step();
}

bool RunRecords::has_outcome(const std::string& sha256) const {
  output::Statement& rows = statements_->has_outcome;
  rows.bind(1, std::string_view(sha256));
  bool is_there = false;
  while (rows.step()) is_there = true;
  return is_there;
}

void RunRecords::for_each_document(
    const std::function<void(const std::string& sha256, const std::vector<std::string>& paths)>&
        give) const {
  output::Statement rows(database_,
                         "SELECT document, path FROM records WHERE document IS NOT NULL "
                         "ORDER BY document, path");
  std::string document;
  std::vector<std::string> paths;
  while (rows.step()) {
    std::string next = rows.text(0);
    if (next != document && !paths.empty()) {
      give(document, paths);
      paths.clear();
    }
    document = std::move(next);
    paths.push_back(rows.text(1));
  }
  if (!paths.empty()) give(document, paths);
}

void RunRecords::for_each(const std::function<void(const output::InputRecord&)>& give) const {
  output::Statement rows(
      database_,
      "SELECT path, sha256, r.document, coalesce(s.status, r.status), "
      "CASE WHEN s.document IS NULL THEN r.reason ELSE s.reason END, "
      "CASE WHEN s.document IS NULL THEN r.reason_en ELSE s.reason_en END "
      "FROM records r LEFT JOIN outcomes s ON s.document = r.document ORDER BY path");
  while (rows.step()) give(record_in(rows));
}

}  // namespace mingxi::build
