#include "read/office/xlsx/xlsx_sheet.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <set>
#include <utility>

#include "messages/reading_sentences.h"
#include "model/error.h"
#include "read/office/places.h"
#include "text/utf8.h"

namespace mingxi::read {

using messages::ReadingSentence;
using messages::said;

namespace {

constexpr std::size_t kMaxCells = 300'000;
constexpr std::size_t kMaxMerged = 100'000;
constexpr int kMaxColumn = 16'384;
constexpr std::size_t kLongestCell = 32'767;  // bytes more than a workbook keeps are not from one

int number_of(const std::string& text, int otherwise = 0) {
  int value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

bool is_true(const std::string& value) { return value == "1" || value == "true"; }

std::optional<XlsxRange> range_of(std::string_view text) {
  const std::size_t colon = text.find(':');
  const CellPlace first = cell_place(text.substr(0, colon));
  const CellPlace last =
      colon == std::string_view::npos ? first : cell_place(text.substr(colon + 1));
  if (first.row < 0 || last.row < first.row || last.column < first.column) return std::nullopt;
  return XlsxRange{first.row, first.column, last.row, last.column};
}

class SheetReader {
 public:
  SheetReader(std::string_view bytes, const XlsxShared& shared) : bytes_(bytes), shared_(shared) {}

  XlsxSheet read() {
    for_each_element(bytes_, "cols", shared_.where, [&](XmlNode columns) {
      for (const XmlNode column : elements_of(columns)) read_column(column);
      return false;
    });
    for_each_element(bytes_, "row", shared_.where, [&](XmlNode row) {
      read_row(row);
      return true;
    });
    for_each_element(bytes_, "mergeCell", shared_.where, [&](XmlNode merged) {
      if (const auto range = range_of(merged.attribute("ref"))) sheet_.merged.push_back(*range);
      return sheet_.merged.size() < kMaxMerged;
    });
    return std::move(sheet_);
  }

 private:
  void read_column(XmlNode column) {
    if (!is_true(column.attribute("hidden"))) return;
    const int first = std::max(number_of(column.attribute("min"), 1), 1);
    const int last = std::min(number_of(column.attribute("max"), first), kMaxColumn);
    for (int c = first; c <= last; ++c) hidden_columns_.insert(c - 1);
  }

  void read_row(XmlNode row) {
    row_ = row.has_attribute("r") ? number_of(row.attribute("r"), 1) - 1 : row_ + 1;
    column_ = -1;
    const bool is_hidden = is_true(row.attribute("hidden"));
    bool has_text = false;
    for (const XmlNode element : elements_of(row)) {
      if (element.name() != "c") continue;
      XlsxCell cell = cell_of(element);
      if (cell.row < 0) continue;
      if (is_hidden) {
        has_text |= !cell.text.empty();
        continue;
      }
      if (hidden_columns_.contains(cell.column)) {
        if (!cell.text.empty() && reported_columns_.insert(cell.column).second)
          sheet_.hidden.push_back({-1, cell.column, -1, cell.column});
        continue;
      }
      const bool is_ruled =
          cell.style < shared_.styles.size() && shared_.styles[cell.style].is_ruled;
      if (cell.text.empty() && !is_ruled) continue;
      if (sheet_.cells.size() >= kMaxCells)
        throw Error(ErrorKind::kTooLarge, shared_.where, said(ReadingSentence::kSheetTooLarge));
      sheet_.cells.push_back(std::move(cell));
    }
    if (has_text) report_hidden_row();
  }

  void report_hidden_row() {
    const bool goes_on = !sheet_.hidden.empty() && sheet_.hidden.back().first_column < 0 &&
                         sheet_.hidden.back().last_row == row_ - 1;
    if (goes_on)
      sheet_.hidden.back().last_row = row_;
    else
      sheet_.hidden.push_back({row_, -1, row_, -1});
  }

  XlsxCell cell_of(XmlNode element) {
    CellPlace place{row_, column_ + 1};
    if (element.has_attribute("r")) place = cell_place(element.attribute("r"));
    column_ = place.column;
    XlsxCell cell{.row = place.row, .column = place.column};
    cell.style = static_cast<std::size_t>(std::max(0, number_of(element.attribute("s"))));
    const std::string type = element.attribute("t");
    const std::string value = element.child("v").text();
    if (type == "inlineStr") {
      cell.text = xlsx_string(element.child("is"));
    } else if (type == "s") {
      const auto index = static_cast<std::size_t>(number_of(value, -1));
      if (index < shared_.strings.size()) cell.text = shared_.strings[index];
    } else if (type == "b") {
      cell.text = is_true(value) ? "TRUE" : "FALSE";
    } else if (type.empty() || type == "n") {
      set_number(value, cell);
    } else {
      cell.text = value;  // the result of a formula, an error, a date as text
    }
    if (cell.text.size() > 4 * kLongestCell) cell.text.clear();
    return cell;
  }

  void set_number(const std::string& value, XlsxCell& cell) const {
    if (value.empty()) return;
    char* end = nullptr;
    const double number = std::strtod(value.c_str(), &end);
    if (end == value.c_str() || !std::isfinite(number)) {
      cell.text = value;
      return;
    }
    cell.is_number = true;
    cell.text = cell.style < shared_.styles.size()
                    ? shared_.styles[cell.style].format.printed(number)
                    : NumberFormat("General").printed(number);
    while (cell.text.ends_with(' ')) cell.text.pop_back();
    std::string shown;
    std::ranges::copy_if(cell.text, std::back_inserter(shown), [](char c) { return c != ','; });
    const std::string stored = plain_number(number);
    char* shown_end = nullptr;
    const double shown_number = std::strtod(shown.c_str(), &shown_end);
    // Percentages, dates and 万 are other ways to write the same; only rounding is reported.
    if (*shown_end == '\0' && !shown.empty() && plain_number(shown_number) != stored)
      cell.stored = stored;
  }

  std::string_view bytes_;
  const XlsxShared& shared_;
  XlsxSheet sheet_;
  std::set<int> hidden_columns_, reported_columns_;
  int row_ = -1;
  int column_ = -1;
};

}  // namespace

std::string xlsx_string(XmlNode string) {
  std::string text;
  for (const XmlNode part : elements_of(string)) {
    if (part.name() == "t") text += part.text();
    if (part.name() == "r") text += part.child("t").text();
  }
  return text;
}

XlsxSheet read_xlsx_sheet(std::string_view bytes, const XlsxShared& shared) {
  XlsxSheet sheet = SheetReader(bytes, shared).read();
  std::ranges::stable_sort(sheet.cells, {},
                           [](const XlsxCell& cell) { return std::pair(cell.row, cell.column); });
  return sheet;
}

}  // namespace mingxi::read
