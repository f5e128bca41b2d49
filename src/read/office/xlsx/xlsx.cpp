#include "read/office/xlsx/xlsx.h"

#include <optional>
#include <utility>

#include "read/office/package.h"
#include "read/office/places.h"
#include "read/office/xlsx/sheet_flow.h"
#include "read/office/xlsx/xlsx_sheet.h"

namespace mingxi::read {
namespace {

constexpr std::string_view kMain = "xl/workbook.xml";
constexpr std::size_t kMaxSheets = 1000;

std::string hidden_name(const std::string& sheet, const XlsxRange& hidden) {
  const auto letters = [](int column) {
    std::string name = cell_name(0, column);
    name.pop_back();
    return name;
  };
  if (hidden.first_column < 0)
    return sheet + "!" + std::to_string(hidden.first_row + 1) + ":" +
           std::to_string(hidden.last_row + 1);
  return sheet + "!" + letters(hidden.first_column) + ":" + letters(hidden.last_column);
}

XlsxShared shared_of(Package& package, DateSystem dates) {
  XlsxShared shared{.where = package.where()};
  if (const auto styles = package.tree_of("xl/styles.xml"))
    shared.styles = xlsx_styles(styles->root(), dates);
  if (const auto strings = package.bytes_of("xl/sharedStrings.xml"))
    for_each_element(*strings, "si", package.where(), [&](XmlNode string) {
      shared.strings.push_back(xlsx_string(string));
      return true;
    });
  return shared;
}

}  // namespace

Flow read_xlsx(std::string_view bytes, const std::string& where) {
  Package package(bytes, where);
  const XmlTree workbook = package.needed_tree(kMain);
  const std::string dates = workbook.root().child("workbookPr").attribute("date1904");
  const XlsxShared shared =
      shared_of(package, dates == "1" || dates == "true" ? DateSystem::k1904 : DateSystem::k1900);
  const auto relations = package.relations_of(kMain);
  Flow flow;
  std::size_t count = 0;
  for (const XmlNode sheet : elements_of(workbook.root().child("sheets"))) {
    const std::string name = sheet.attribute("name");
    const auto part = relations.find(sheet.attribute("id"));
    if (part == relations.end() || ++count > kMaxSheets) continue;
    const std::string state = sheet.attribute("state");
    if (state == "hidden" || state == "veryHidden") {
      flow.hidden.push_back(name);
      continue;
    }
    const std::optional<std::string> content = package.bytes_of(part->second);
    // Charts have a sheet without rows.
    if (!content) continue;
    const XlsxSheet read = read_xlsx_sheet(*content, shared);
    for (const XlsxRange& hidden : read.hidden) flow.hidden.push_back(hidden_name(name, hidden));
    if (!flow.blocks.empty()) flow.blocks.emplace_back(FlowPageBreak{});
    for (FlowBlock& block : sheet_flow(read, shared.styles, name))
      flow.blocks.push_back(std::move(block));
  }
  if (const auto properties = package.tree_of("docProps/core.xml"))
    flow.title = properties->root().child("title").text();
  return flow;
}

}  // namespace mingxi::read
