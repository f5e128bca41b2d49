#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "layout/layout.h"
#include "facts/tables/table_facts.h"
#include "extract/load_patterns.h"
#include "facts/tables/tables.h"
#include "support/printed_page.h"

namespace mingxi {

using Rows = std::vector<std::vector<std::u32string>>;

/// A table to be printed: its texts row by row (`<` goes on with the cell to the left, `^` with the
/// one above), what is above it, line by line, and what is under it.
struct PrintedTable {
  Rows rows;
  std::vector<std::u32string> above = {};
  std::u32string below = {};
};

/// Prints tables one below the other, with rows of 24 points and columns as wide as the page
/// allows.
inline PrintedPage table_page(const std::vector<PrintedTable>& tables) {
  constexpr double kLeft = 40;
  constexpr double kRowHeight = 24;
  constexpr double kPageWidth = 1100;
  PrintedPage page(kPageWidth, 842);
  double y = 60;
  for (const PrintedTable& table : tables) {
    for (const std::u32string& line : table.above) page.print_centred(y += 20, line);
    y += 12;
    const std::size_t columns = table.rows.front().size();
    const double width = (kPageWidth - 2 * kLeft) / static_cast<double>(columns);
    const auto x_of = [&](std::size_t column) {
      return kLeft + width * static_cast<double>(column);
    };
    page.rule(kLeft, y, x_of(columns), y);
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      const auto& row = table.rows[r];
      for (std::size_t c = 0; c < columns; ++c) {
        const bool has_text = row[c] != U"<" && row[c] != U"^" && !row[c].empty();
        if (has_text) page.print(x_of(c) + 4, y + 16, row[c]);
        if (row[c] != U"<") page.rule(x_of(c), y, x_of(c), y + kRowHeight);
        const bool goes_on = r + 1 < table.rows.size() && table.rows[r + 1][c] == U"^";
        if (!goes_on) page.rule(x_of(c), y + kRowHeight, x_of(c + 1), y + kRowHeight);
      }
      page.rule(x_of(columns), y, x_of(columns), y + kRowHeight);
      y += kRowHeight;
    }
    if (!table.below.empty()) page.print(kLeft, y += 16, table.below);
    y += 40;
  }
  return page;
}

/// The rules as compiled in.
inline const patterns::Patterns& table_pack() {
  static const patterns::Patterns result = extract::load_patterns("");
  return result;
}

/// The document as a reader sees it.
inline Layout laid_out(const Document& document) {
  return layout::lay_out(document, table_pack().layout);
}

/// The tables of a page.
inline std::vector<Table> tables_on(const std::vector<Page>& pages) {
  const Document document = document_of(pages);
  return facts::recognise_tables(document, laid_out(document), table_pack().tables);
}

inline Table table_on(const PrintedTable& table) {
  const std::vector<Table> tables = tables_on({table_page({table})});
  return tables.empty() ? Table() : tables.front();
}

}  // namespace mingxi
