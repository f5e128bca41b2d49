#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace mingxi::output {

enum class OpenMode { kCreate, kRead };

/// A SQLite database in one file, for one thread. What goes wrong is thrown as Error: kOutput where
/// it is being written, kCorrupt where it is read.
class Database {
 public:
  Database(const std::string& path, OpenMode mode);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  /// Runs statements that give no rows.
  void run(const std::string& sql);

  /// Closes the file: only then it is whole.
  void close();

 private:
  friend class Statement;
  [[noreturn]] void fail(const std::string& sql) const;

  std::string path_;
  OpenMode mode_;
  sqlite3* handle_ = nullptr;
};

/// A statement prepared once and run many times. The database must outlive it.
class Statement {
 public:
  Statement(const Database& database, const std::string& sql);
  ~Statement();
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  /// Parameters count from 1. A text must live until the statement has run.
  void bind(int parameter, std::string_view text);
  void bind(int parameter, std::int64_t number);
  void bind(int parameter, double number);
  void bind_null(int parameter);

  /// The next row; false when there is none, and the statement can be run again.
  bool step();

  int columns() const;
  bool is_null(int column) const;
  std::string text(int column) const;  ///< columns count from 0; numbers as SQLite writes them

 private:
  const Database& database_;
  sqlite3_stmt* handle_ = nullptr;
};

/// The version of the library: "3.40.1".
std::string sqlite_version();

}  // namespace mingxi::output
