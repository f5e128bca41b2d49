#include "output/dataset/sqlite.h"

#include <sqlite3.h>

#include "messages/sentences.h"
#include "model/error.h"

namespace mingxi::output {

using messages::said;
using messages::Sentence;

Database::Database(const std::string& path, OpenMode mode) : path_(path), mode_(mode) {
  const int flags =
      SQLITE_OPEN_NOMUTEX | (mode == OpenMode::kCreate ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                                                       : SQLITE_OPEN_READONLY);
  if (sqlite3_open_v2(path.c_str(), &handle_, flags, nullptr) != SQLITE_OK) {
    const std::string reason = handle_ == nullptr ? "" : sqlite3_errmsg(handle_);
    sqlite3_close(handle_);
    handle_ = nullptr;
    throw Error(mode == OpenMode::kCreate ? ErrorKind::kOutput : ErrorKind::kCorrupt, path,
                said(Sentence::kDatabaseNotOpened, {{"reason", reason}}));
  }
}

Database::~Database() { sqlite3_close(handle_); }

void Database::run(const std::string& sql) {
  if (sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail(sql);
}

void Database::close() {
  if (sqlite3_close(handle_) != SQLITE_OK) fail("close");
  handle_ = nullptr;
}

void Database::fail(const std::string& sql) const {
  const std::string reason = sqlite3_errmsg(handle_);
  if (mode_ == OpenMode::kRead)
    throw Error(ErrorKind::kCorrupt, path_,
                said(Sentence::kDatabaseUnreadable, {{"reason", reason}}));
  throw Error(ErrorKind::kOutput, path_,
              said(Sentence::kDatabaseUnwritable, {{"reason", reason}, {"sql", sql}}));
}

Statement::Statement(const Database& database, const std::string& sql) : database_(database) {
  if (sqlite3_prepare_v2(database.handle_, sql.data(), static_cast<int>(sql.size()), &handle_,
                         nullptr) != SQLITE_OK)
    database.fail(sql);
}

Statement::~Statement() { sqlite3_finalize(handle_); }

// SQLite takes no copy of a text: the row that holds it lives until step() came back.
void Statement::bind(int parameter, std::string_view text) {
  const char* data = text.data() == nullptr ? "" : text.data();
  sqlite3_bind_text64(handle_, parameter, data, text.size(), SQLITE_STATIC, SQLITE_UTF8);
}
void Statement::bind(int parameter, std::int64_t number) {
  sqlite3_bind_int64(handle_, parameter, number);
}
void Statement::bind(int parameter, double number) {
  sqlite3_bind_double(handle_, parameter, number);
}
void Statement::bind_null(int parameter) { sqlite3_bind_null(handle_, parameter); }

bool Statement::step() {
  const int result = sqlite3_step(handle_);
  if (result == SQLITE_ROW) return true;
  if (result != SQLITE_DONE) database_.fail(sqlite3_sql(handle_));
  sqlite3_reset(handle_);
  return false;
}

int Statement::columns() const { return sqlite3_column_count(handle_); }

bool Statement::is_null(int column) const {
  return sqlite3_column_type(handle_, column) == SQLITE_NULL;
}

std::string Statement::text(int column) const {
  const unsigned char* data = sqlite3_column_text(handle_, column);
  const int size = sqlite3_column_bytes(handle_, column);
  return data == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(data), size);
}

std::string sqlite_version() { return sqlite3_libversion(); }

}  // namespace mingxi::output
