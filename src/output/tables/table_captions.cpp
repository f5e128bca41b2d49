#include "output/tables/table_captions.h"

#include "messages/sentences.h"
#include "text/clean_text.h"

namespace mingxi::output {

using messages::said;
using messages::Sentence;

namespace {

void append_part(std::string& to, const std::string& part) {
  if (!to.empty()) to += "\u3000";
  to += part;
}

}  // namespace

std::string heading_of(const Table& table) {
  return table.title.empty() ? said(Sentence::kUntitled).chinese : text::clean(table.title);
}

std::string pages_of(const Table& table) {
  std::string result;
  for (std::size_t first = 0; first < table.pages.size();) {
    std::size_t last = first;
    while (last + 1 < table.pages.size() && table.pages[last + 1] == table.pages[last] + 1) ++last;
    if (!result.empty()) result += said(Sentence::kListComma).chinese;
    result += std::to_string(table.pages[first]);
    if (last > first) result += "–" + std::to_string(table.pages[last]);
    first = last + 1;
  }
  return result;
}

std::string note_of(const Table& table) {
  std::string note;
  if (!table.unit.empty())
    append_part(note, said(Sentence::kUnitOfTable, {{"unit", text::clean(table.unit)}}).chinese);
  if (!table.prepared_by.empty())
    append_part(note,
                said(Sentence::kPreparedBy, {{"name", text::clean(table.prepared_by)}}).chinese);
  if (!table.pages.empty())
    append_part(note, said(Sentence::kPages, {{"pages", pages_of(table)}}).chinese);
  if (table.state != TableState::kData) append_part(note, state_of(table));
  return note;
}

std::string state_of(const Table& table) {
  switch (table.state) {
    case TableState::kData:
      return said(Sentence::kWithData).chinese;
    case TableState::kEmptyDeclared:
      return said(Sentence::kEmptyDeclared).chinese;
    case TableState::kEmptyUndeclared:
      break;
  }
  return said(Sentence::kEmpty).chinese;
}

std::string heading_of(const Extraction& extraction) {
  const std::string title = text::clean(extraction.identity.title.value_or(""));
  return title.empty() ? said(Sentence::kPublishedTables).chinese : title;
}

std::string source_note_of(const Extraction& extraction) {
  return said(Sentence::kSourceOfTables, {{"sha256", text::clean(extraction.source.sha256)}})
      .chinese;
}

}  // namespace mingxi::output
