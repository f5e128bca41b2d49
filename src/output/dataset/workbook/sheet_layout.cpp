#include "output/dataset/workbook/sheet_layout.h"

#include <algorithm>
#include <cassert>

namespace mingxi::output {
namespace {

using enum CellStyle;
using enum CellSource;

// Widths: a Chinese character takes two.
constexpr double kShort = 9;
constexpr double kName = 24;
constexpr double kAmountWidth = 18;
constexpr double kLong = 60;

constexpr SheetColumn kPublisherColumn{"publisher", kName, kPlain, kPublisher};
constexpr SheetColumn kYearColumn{"fiscal_year", kShort, kPlain, kYear};

std::size_t place_of(std::string_view name, std::span<const Column> columns) {
  const auto found = std::ranges::find(columns, name, &Column::name);
  assert(found != columns.end());
  return static_cast<std::size_t>(found - columns.begin());
}

SheetLayout layout_of(DatasetTable table, std::string_view name, std::vector<SheetColumn> shown) {
  const std::span<const Column> columns = schema_of(table).columns;
  std::vector<bool> is_shown(columns.size());
  for (SheetColumn& column : shown) {
    if (column.source != kRow) continue;
    column.at = place_of(column.name, columns);
    is_shown[column.at] = true;
  }
  for (std::size_t i = 0; i < columns.size() && table != kCellRows; ++i)
    if (!is_shown[i]) shown.push_back({.name = columns[i].name, .at = i});
  return {table, name, std::move(shown)};
}

}  // namespace

const std::vector<SheetLayout>& sheet_layouts() {
  static const std::vector<SheetLayout> kLayouts = {
      layout_of(kFindingRows, "findings",
                {kPublisherColumn,
                 kYearColumn,
                 {"severity", kShort},
                 {"page", kShort, kPlain, kFirstPage},
                 {"message", kLong, kWrapped},
                 {"printed", kAmountWidth, kYuan},
                 {"expected", kAmountWidth, kYuan},
                 {"difference", kAmountWidth, kYuan},
                 {"formula", kLong, kWrapped},
                 {"state", kShort},
                 {"check", kName},
                 {"id", kShort}}),
      layout_of(kFactRows, "facts",
                {kPublisherColumn,
                 kYearColumn,
                 {"page", kShort},
                 {"table", kShort},
                 {"subject", kName * 1.5},
                 {"code", kName},
                 {"component", kShort * 1.5},
                 {"line_kind", kShort},
                 {"period", kShort},
                 {"basis", kShort * 1.2},
                 {"measure", kShort},
                 {"value", kAmountWidth},
                 {"unit", kShort},
                 {"amount_yuan", kAmountWidth, kYuan},
                 {"amount_wan", kAmountWidth, kWan, kInWan},
                 {"quote", kLong},
                 {"funding", kShort * 1.5},
                 {"body", kName},
                 {"in_file", kShort * 1.5},
                 {"id", kShort}}),
      layout_of(kTableRows, "tables",
                {kPublisherColumn,
                 kYearColumn,
                 {"id", kShort},
                 {"kind", kShort},
                 {"title", kName * 2},
                 {"unit", kShort},
                 {"pages", kShort * 1.5},
                 {"rows", kShort},
                 {"columns", kShort},
                 {"state", kShort * 2}}),
      layout_of(kCellRows, "cells",
                {kPublisherColumn, kYearColumn, {"document"}, {"table", kShort}, {"row", kShort}}),
      layout_of(kDocumentRows, "documents",
                {{"publisher", kName},
                 {"fiscal_year", kShort},
                 {"kind", kShort},
                 {"scope", kShort},
                 {"title", kName * 2},
                 {"province", kShort * 1.5},
                 {"city", kShort * 1.5},
                 {"county", kShort * 1.5},
                 {"page_count", kShort},
                 {"status", kShort * 1.5},
                 {"checks_held", kShort * 1.2},
                 {"checks_held_within_rounding", kShort * 1.5},
                 {"checks_failed", kShort},
                 {"checks_not_possible", kShort * 1.2},
                 {"url", kName * 2},
                 {"id", kName}}),
      layout_of(kPairRows, "pairs",
                {kPublisherColumn,
                 kYearColumn,
                 {"paired_by", kName},
                 {"checks_held", kShort * 1.2},
                 {"checks_held_within_rounding", kShort * 1.5},
                 {"checks_failed", kShort},
                 {"document", kName},
                 {"tables_document", kName}}),
      layout_of(kInputRows, "inputs",
                {kPublisherColumn,
                 kYearColumn,
                 {"path", kLong},
                 {"status", kShort * 1.5},
                 {"reason", kLong, kWrapped},
                 {"document", kName}}),
  };
  return kLayouts;
}

}  // namespace mingxi::output
