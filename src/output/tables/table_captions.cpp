#include "output/tables/table_captions.h"

#include "text/clean_text.h"

namespace mingxi::output {
namespace {

void append_part(std::string& to, const std::string& part) {
  if (!to.empty()) to += "\u3000";
  to += part;
}

}  // namespace

std::string heading_of(const Table& table) {
  return table.title.empty() ? "（无标题）" : text::clean(table.title);
}

std::string pages_of(const Table& table) {
  std::string result;
  for (std::size_t first = 0; first < table.pages.size();) {
    std::size_t last = first;
    while (last + 1 < table.pages.size() && table.pages[last + 1] == table.pages[last] + 1) ++last;
    if (!result.empty()) result += "、";
    result += std::to_string(table.pages[first]);
    if (last > first) result += "–" + std::to_string(table.pages[last]);
    first = last + 1;
  }
  return result;
}

std::string note_of(const Table& table) {
  std::string note;
  if (!table.unit.empty()) append_part(note, "单位：" + text::clean(table.unit));
  if (!table.prepared_by.empty()) append_part(note, "编制单位：" + text::clean(table.prepared_by));
  if (!table.pages.empty()) append_part(note, "第 " + pages_of(table) + " 页");
  if (table.state != TableState::kData) append_part(note, state_of(table));
  return note;
}

std::string state_of(const Table& table) {
  switch (table.state) {
    case TableState::kData:
      return "有数据";
    case TableState::kEmptyDeclared:
      return "空表（文件已说明）";
    case TableState::kEmptyUndeclared:
      break;
  }
  return "空表";
}

std::string heading_of(const Extraction& extraction) {
  const std::string title = text::clean(extraction.identity.title.value_or(""));
  return title.empty() ? "公开表格" : title;
}

std::string source_note_of(const Extraction& extraction) {
  return "来源文件 SHA-256：" + text::clean(extraction.source.sha256);
}

}  // namespace mingxi::output
