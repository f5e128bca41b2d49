#include "emit/csv.h"

namespace mingxi {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// -121.33, -1,234.56, -5%: what a spreadsheet reads as a number.
bool is_negative_number(std::string_view text) {
  text.remove_prefix(1);
  if (text.ends_with('%')) text.remove_suffix(1);
  bool has_point = false;
  bool has_digit = false;
  for (const char c : text) {
    if (is_digit(c)) {
      has_digit = true;
    } else if (c == '.' && !has_point) {
      has_point = true;
    } else if (c != ',' || !has_digit || has_point) {
      return false;
    }
  }
  return has_digit;
}

}  // namespace

void append_csv_field(std::string& to, std::string_view text, std::string_view guard) {
  const bool is_padded = (guard.empty() && text.starts_with(' ')) || text.ends_with(' ');
  if (!is_padded && text.find_first_of(",\"\r\n") == std::string_view::npos) {
    to += guard;
    to += text;
    return;
  }
  to += '"';
  to += guard;
  for (const char c : text) {
    if (c == '"') to += '"';
    to += c;
  }
  to += '"';
}

bool needs_guard(std::string_view text) {
  const std::size_t first = text.find_first_not_of('\'');
  if (first == std::string_view::npos) return false;
  switch (text[first]) {
    case '=':
    case '+':
    case '@':
    case '\t':
    case '\r':
    case '\n':
      return true;
    case '-':
      return !is_negative_number(text.substr(first));
    default:
      return false;
  }
}

std::string_view unguarded(std::string_view text) {
  if (text.starts_with('\'') && needs_guard(text)) text.remove_prefix(1);
  return text;
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
    const ColumnType type = schema.columns[i].type;
    if (type == ColumnType::kText) {
      append_csv_field(to, row[i], needs_guard(row[i]) ? "'" : "");
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

}  // namespace mingxi
