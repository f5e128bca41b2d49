#include "read/office/xlsx/xlsx_styles.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace mingxi::read {
namespace {

int number_of(const std::string& text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

bool has_lines(XmlNode border) {
  for (const XmlNode side : elements_of(border)) {
    const std::string style = side.attribute("style");
    if (!style.empty() && style != "none" && side.name() != "diagonal") return true;
  }
  return false;
}

}  // namespace

std::vector<XlsxStyle> xlsx_styles(XmlNode style_sheet, DateSystem dates) {
  std::map<int, std::string> formats;
  for (const XmlNode format : elements_of(style_sheet.child("numFmts")))
    formats[number_of(format.attribute("numFmtId"))] = format.attribute("formatCode");
  std::vector<bool> borders;
  for (const XmlNode border : elements_of(style_sheet.child("borders")))
    borders.push_back(has_lines(border));
  std::vector<XlsxStyle> styles;
  for (const XmlNode cell : elements_of(style_sheet.child("cellXfs"))) {
    const int id = number_of(cell.attribute("numFmtId"));
    const auto own = formats.find(id);
    XlsxStyle style{.format = NumberFormat(
                        own == formats.end() ? NumberFormat::built_in(id) : own->second, dates)};
    const auto border = static_cast<std::size_t>(number_of(cell.attribute("borderId")));
    style.is_ruled = border < borders.size() && borders[border];
    const XmlNode alignment = cell.child("alignment");
    const std::string align = alignment.attribute("horizontal");
    style.is_aligned = !align.empty() && align != "general";
    if (align == "center" || align == "centerContinuous" || align == "distributed")
      style.align = Align::kCentre;
    if (align == "right") style.align = Align::kRight;
    if (style.align == Align::kLeft)
      style.indent = std::clamp(number_of(alignment.attribute("indent")), 0, 15);
    styles.push_back(std::move(style));
  }
  return styles;
}

}  // namespace mingxi::read
