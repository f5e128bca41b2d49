#include "output/tables/tables_csv.h"

#include <algorithm>

#include "output/dataset/csv.h"
#include "output/document_json/names.h"
#include "output/tables/placed_cells.h"
#include "output/write/spreadsheet.h"
#include "text/clean_text.h"

namespace mingxi::output {
namespace {

constexpr std::string_view kLineEnd = "\r\n";
constexpr std::size_t kMaxNameBytes = 120;  // file systems allow 255 with all around it

void append_field(std::string& to, std::string_view text) {
  append_csv_field(to, text::clean(text), guard_of(text));
}

void append_row(std::string& to, std::span<const std::string> fields) {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) to += ',';
    append_field(to, fields[i]);
  }
  to += kLineEnd;
}

/// A title as part of a file name on any system.
std::string name_part(const std::string& title) {
  std::string result;
  for (const char c : text::clean(title)) {
    const bool forbidden = std::string_view(" /\\:*?\"<>|'").find(c) != std::string_view::npos;
    if (!forbidden) {
      result += c;
    } else if (!result.empty() && result.back() != '_') {
      result += '_';
    }
  }
  result = text::first_bytes(result, kMaxNameBytes);
  while (!result.empty() && (result.back() == '_' || result.back() == '.')) result.pop_back();
  return result;
}

std::string file_name(const Table& table, std::size_t number, std::size_t digits) {
  std::string name = std::to_string(number);
  name.insert(0, digits - std::min(digits, name.size()), '0');
  name.insert(0, "t");
  const std::string title = name_part(table.title);
  return title.empty() ? name + ".csv" : name + "_" + title + ".csv";
}

std::string content_of(const Table& table, const patterns::HeaderPatterns& headers) {
  const PlacedCells cells(table, headers);
  std::string content;
  for (int row = 0; row < table.rows; ++row) {
    for (int column = 0; column < table.columns; ++column) {
      if (column > 0) content += ',';
      const Cell* cell = cells.at(row, column);
      if (cell != nullptr && cell->row == row && cell->column == column) {
        append_field(content, cell->text);
      }
    }
    content += kLineEnd;
  }
  return content;
}

std::string page_list(const Table& table) {
  std::string pages;
  for (const int page : table.pages) pages += (pages.empty() ? "" : ";") + std::to_string(page);
  return pages;
}

void append_index_row(std::string& to, const Table& table, const std::string& file) {
  const std::string fields[] = {file,
                                table.id,
                                std::string(mingxi::name_of(table.kind)),
                                table.title,
                                table.unit,
                                std::string(name_of(table.unit_from)),
                                table.prepared_by,
                                page_list(table),
                                std::to_string(table.rows),
                                std::to_string(table.columns),
                                std::string(name_of(table.state))};
  append_row(to, fields);
}

}  // namespace

std::vector<CsvFile> tables_csv(std::span<const Table> tables, ByteOrderMark mark,
                                const patterns::HeaderPatterns& headers) {
  const std::string start = mark == ByteOrderMark::kWritten ? "\xEF\xBB\xBF" : "";
  const std::string columns[] = {"file",        "id",    "kind", "title",   "unit", "unit_from",
                                 "prepared_by", "pages", "rows", "columns", "state"};
  std::vector<CsvFile> files = {{"index.csv", start}};
  append_row(files[0].content, columns);
  const std::size_t digits = std::max<std::size_t>(2, std::to_string(tables.size()).size());
  for (const Table& table : tables) {
    CsvFile file{file_name(table, files.size(), digits), start + content_of(table, headers)};
    append_index_row(files[0].content, table, file.name);
    files.push_back(std::move(file));
  }
  return files;
}

}  // namespace mingxi::output
