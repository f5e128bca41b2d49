#include "output/dataset/csv.h"

#include <algorithm>

#include "output/write/spreadsheet.h"

namespace mingxi::output {
namespace {

bool needs_quotes(std::string_view text) {
  return std::ranges::any_of(text,
                             [](char c) { return c == ',' || c == '"' || c == '\r' || c == '\n'; });
}

}  // namespace

void append_csv_field(std::string& to, std::string_view text, std::string_view guard) {
  const bool is_padded = (guard.empty() && text.starts_with(' ')) || text.ends_with(' ');
  if (!is_padded && !needs_quotes(text)) {
    to += guard;
    to += text;
    return;
  }
  to += '"';
  to += guard;
  for (std::size_t quote; (quote = text.find('"')) != std::string_view::npos;) {
    to += text.substr(0, quote + 1);
    to += '"';
    text.remove_prefix(quote + 1);
  }
  to += text;
  to += '"';
}

void append_csv_header(std::string& to, const TableSchema& schema) {
  for (std::size_t i = 0; i < schema.columns.size(); ++i) {
    if (i > 0) to += ',';
    to += schema.columns[i].name;
  }
  to += "\r\n";
}

void append_csv_row(std::string& to, const TableSchema& schema, const Row& row) {
  for (std::size_t i = 0; i < schema.columns.size(); ++i) {
    if (i > 0) to += ',';
    if (row.is_missing(i)) continue;
    if (is_free_text(schema.columns[i])) {
      append_csv_field(to, row[i], guard_of(row[i]));
    } else {
      append_csv_field(to, row[i]);
    }
  }
  to += "\r\n";
}

std::optional<std::vector<std::string>> CsvReader::next() {
  std::vector<std::string> record(1);
  bool quoted = false;
  for (std::size_t i = at_; i < pending_.size(); ++i) {
    const char c = pending_[i];
    if (quoted) {
      if (c != '"') {
        record.back() += c;
      } else if (i + 1 < pending_.size() && pending_[i + 1] == '"') {
        record.back() += '"';
        ++i;
      } else {
        quoted = false;
      }
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',') {
      record.emplace_back();
    } else if (c == '\n') {
      if (record.back().ends_with('\r')) record.back().pop_back();
      at_ = i + 1;
      return record;
    } else {
      record.back() += c;
    }
  }
  return std::nullopt;
}

}  // namespace mingxi::output
