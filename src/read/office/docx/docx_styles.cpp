#include "read/office/docx/docx_styles.h"

#include <algorithm>
#include <charconv>

namespace mingxi::read {
namespace {

std::optional<int> number_of(const std::string& text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end == text.data()) return std::nullopt;
  return value;
}

std::optional<Align> align_of(const std::string& value) {
  if (value == "center") return Align::kCentre;
  if (value == "right" || value == "end") return Align::kRight;
  if (value.empty()) return std::nullopt;
  return Align::kBody;
}

std::optional<double> indent_of(XmlNode indent) {
  if (!indent) return std::nullopt;
  constexpr double kCharacter = 12;  // points
  double result = 0;
  bool is_given = false;
  const auto add = [&](const char* characters, const char* twips, double sign) {
    if (const auto hundredths = number_of(indent.attribute(characters));
        hundredths && *hundredths) {
      result += sign * *hundredths / 100.0 * kCharacter;
      is_given = true;
    } else if (const auto points = number_of(indent.attribute(twips))) {
      result += sign * *points / 20.0;
      is_given = true;
    }
  };
  add("leftChars", "left", 1);
  add("firstLineChars", "firstLine", 1);
  add("hangingChars", "hanging", -1);
  return is_given ? std::optional(std::max(0.0, result)) : std::nullopt;
}

}  // namespace

DocxProperties DocxProperties::over(const DocxProperties& others) const {
  DocxProperties result = *this;
  if (!result.size) result.size = others.size;
  if (!result.align) result.align = others.align;
  if (!result.list) {
    result.list = others.list;
    if (!result.level) result.level = others.level;
  }
  if (!result.indent) result.indent = others.indent;
  if (!result.breaks_page) result.breaks_page = others.breaks_page;
  result.has_dots |= others.has_dots;
  return result;
}

DocxProperties docx_properties(XmlNode paragraph_properties, XmlNode run_properties) {
  DocxProperties result;
  if (const auto halves = number_of(run_properties.child("sz").attribute("val")))
    result.size = *halves / 2.0;
  result.align = align_of(paragraph_properties.child("jc").attribute("val"));
  const XmlNode numbering = paragraph_properties.child("numPr");
  if (const XmlNode list = numbering.child("numId")) result.list = list.attribute("val");
  result.level = number_of(numbering.child("ilvl").attribute("val"));
  result.indent = indent_of(paragraph_properties.child("ind"));
  if (const XmlNode breaks = paragraph_properties.child("pageBreakBefore")) {
    const std::string value = breaks.attribute("val");
    result.breaks_page = value != "0" && value != "false" && value != "off";
  }
  for (const XmlNode tab : elements_of(paragraph_properties.child("tabs"))) {
    const std::string leader = tab.attribute("leader");
    result.has_dots |= leader == "dot" || leader == "middleDot";
  }
  return result;
}

DocxStyles::DocxStyles(XmlNode styles) {
  for (const XmlNode style : elements_of(styles)) {
    if (style.name() == "docDefaults") {
      defaults_ = docx_properties(style.at("pPrDefault/pPr"), style.at("rPrDefault/rPr"));
    } else if (style.name() == "style") {
      const std::string id = style.attribute("styleId");
      if (style.attribute("type") == "paragraph" && style.attribute("default") == "1") usual_ = id;
      styles_[id] = {style.child("basedOn").attribute("val"),
                     docx_properties(style.child("pPr"), style.child("rPr"))};
    }
  }
}

DocxProperties DocxStyles::of(const std::string& style) const {
  constexpr int kMaxDepth = 20;  // styles can be based on one another in a ring
  DocxProperties result;
  auto found = styles_.find(style.empty() ? usual_ : style);
  for (int depth = 0; depth < kMaxDepth && found != styles_.end(); ++depth) {
    result = result.over(found->second.properties);
    found = styles_.find(found->second.based_on);
  }
  return result.over(defaults_);
}

}  // namespace mingxi::read
