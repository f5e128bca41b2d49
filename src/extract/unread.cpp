// What a reader of the page sees and this program did not read is reported, each kind in one
// finding with all its places.

#include "extract/unread.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "extract/scan_doubts.h"
#include "extract/scan_parts.h"
#include "messages/reading_sentences.h"
#include "model/traced_text.h"
#include "text/characters.h"
#include "text/punctuation.h"
#include "text/utf8.h"

namespace mingxi::extract {

using messages::ReadingSentence;
using messages::said;
using messages::Said;

namespace {

constexpr std::size_t kMaxPlaces = 60;  // of one finding
constexpr std::size_t kMaxQuoted = 3;   // in a message
constexpr std::size_t kLongestQuote = 60;

/// Kinds of regions, in the order they are reported.
enum class Unread {
  kNoUnicode,
  kTurned,
  kStruck,
  kWatermark,
  kAskew,
  kTable,
  kTitle,
  kImage,
  kDoubtfulImage,
  kSeal,
  kGrid,
  kAttachment,
  kHidden
};
constexpr std::size_t kKinds = 13;

struct Kind {
  ReadingSentence words;
  bool is_loss;          // part of the document's own text, so that the reading is partial
  bool is_read = false;  // with doubts
};

constexpr std::array<Kind, kKinds> kKindsOfRegions = {{
    {ReadingSentence::kTextWithoutUnicode, true},
    {ReadingSentence::kTurnedText, true},
    {ReadingSentence::kStruckText, false},
    {ReadingSentence::kPaleText, false},
    {ReadingSentence::kSlantedText, false},
    {ReadingSentence::kRegionLikeATable, false},
    {ReadingSentence::kTitleWithoutTable, false},
    {ReadingSentence::kInImage, false},
    {ReadingSentence::kDoubtfulTableInImage, false, true},
    {ReadingSentence::kUnderSeal, false, true},
    {ReadingSentence::kDoubtfulRulings, false, true},
    {ReadingSentence::kAttachedFiles, false},
    {ReadingSentence::kHiddenCells, false},
}};

using Places = std::array<std::vector<Evidence>, kKinds>;

std::vector<Evidence>& places_of(Places& places, Unread kind) {
  return places[static_cast<std::size_t>(kind)];
}

std::string shortened(std::string text) {
  if (text.size() <= kLongestQuote) return text;
  std::size_t end = kLongestQuote;
  while (end > 0 && text::continues_character(text[end])) --end;
  return text.substr(0, end) + "…";
}

Said quoted(const std::vector<Evidence>& places) {
  std::vector<std::string> quotes;
  std::set<std::string> seen;
  for (const Evidence& place : places) {
    if (seen.size() == kMaxQuoted) break;
    if (place.quote.empty() || !seen.insert(place.quote).second) continue;
    quotes.push_back(text::in_quotes(shortened(place.quote)));
  }
  return messages::listed(quotes);
}

std::string listed_pages(const std::vector<Evidence>& places) {
  std::set<int> pages;
  for (const Evidence& place : places) pages.insert(place.page);
  std::string text;
  for (auto page = pages.begin(); page != pages.end(); ++page) {
    auto last = page;
    while (std::next(last) != pages.end() && *std::next(last) == *last + 1) ++last;
    text += (text.empty() ? "" : ", ") + std::to_string(*page);
    if (last != page) text += "-" + std::to_string(*last);
    page = last;
  }
  return text;
}

bool is_blank(char32_t c) { return c <= U' ' || c == 0xA0 || c == 0x3000; }

std::optional<Unread> kind_of(const Glyph& glyph, const Page& page) {
  switch (glyph.visibility) {
    case Visibility::kStruck:
      return Unread::kStruck;
    case Visibility::kWatermark:
      return Unread::kWatermark;
    case Visibility::kAskew:
      return Unread::kAskew;
    case Visibility::kVisible:
      break;
    default:
      return std::nullopt;
  }
  if (page.text_source != TextSource::kEmbedded) return std::nullopt;
  if (is_without_unicode(glyph)) return Unread::kNoUnicode;
  return glyph.direction != Direction::kRight ? std::optional(Unread::kTurned) : std::nullopt;
}

/// Glyphs of one kind painted one after the other, near one another.
struct Run {
  std::optional<Unread> kind;
  Box box;
  std::string text;
  std::size_t glyphs = 0;
  std::size_t han = 0;
  char32_t first = 0;
};

void finish(const Run& run, const Page& page, Places& places) {
  if (!run.kind) return;
  // A bullet of a symbol font, and a page number set along a side, are no text.
  const bool is_bullet = run.glyphs == 1 && text::is_of_symbol_font(run.first);
  if (*run.kind == Unread::kNoUnicode && is_bullet) return;
  if (*run.kind == Unread::kTurned && run.han == 0 && run.text.find('.') == std::string::npos)
    return;
  std::vector<Evidence>& found = places_of(places, *run.kind);
  if (found.size() < kMaxPlaces)
    found.push_back(
        {.page = page.number, .quote = run.text, .boxes = {{page.number, rounded(run.box)}}});
}

void gather_glyphs(const Page& page, Places& places) {
  constexpr double kFarthest = 3;  // font sizes between glyphs of one run
  Run run;
  const Glyph* before = nullptr;
  for (const Glyph& glyph : page.glyphs) {
    if (is_blank(glyph.code_point) && !is_without_unicode(glyph)) continue;
    const auto kind = kind_of(glyph, page);
    const bool goes_on =
        kind == run.kind && before != nullptr &&
        std::abs(glyph.box.middle_x() - before->box.middle_x()) < kFarthest * glyph.font_size &&
        std::abs(glyph.box.middle_y() - before->box.middle_y()) < kFarthest * glyph.font_size;
    if (!goes_on) {
      finish(run, page, places);
      run = {.kind = kind, .box = glyph.box, .text = {}, .first = glyph.code_point};
    }
    before = &glyph;
    if (!kind) continue;
    run.box = united(run.box, glyph.box);
    ++run.glyphs;
    run.han += text::is_han(glyph.code_point) ? 1 : 0;
    if (run.text.size() < kLongestQuote) append_utf8(run.text, glyph.code_point);
  }
  finish(run, page, places);
}

/// Images on a page of text that hold more than what is printed over them, and gave no text or a
/// doubtful number.
void gather_images(const Page& page, Places& places) {
  if (page.text_source != TextSource::kEmbedded) return;
  for (const Box& box : pictures_on(page)) {
    bool is_read = false;
    bool is_doubtful = false;
    for (const OcrReading& reading : page.ocr_readings) {
      const Glyph& first = page.glyphs[reading.first - page.first_glyph];
      if (!holds(box, first.box.middle_x(), first.box.middle_y())) continue;
      is_read = true;
      is_doubtful =
          is_doubtful || (reading.confidence < kVerified && !reading.alternatives.empty());
    }
    if (is_read && !is_doubtful) continue;
    places_of(places, is_read ? Unread::kDoubtfulImage : Unread::kImage)
        .push_back({.page = page.number, .quote = "", .boxes = {{page.number, rounded(box)}}});
  }
}

/// What may be wrong as a whole of what OCR read: under seals, and where a ruling was lost.
void gather_doubts(const Page& page, Places& places) {
  const auto add = [&](Unread kind, const Box& box) {
    places_of(places, kind)
        .push_back({.page = page.number, .quote = "", .boxes = {{page.number, rounded(box)}}});
  };
  if (page.ocr_readings.empty()) return;
  if (page.text_source == TextSource::kOcr)
    for (const Image& seal : page.images) add(Unread::kSeal, seal.box);
  for (const Box& grid : doubtful_grids(page)) add(Unread::kGrid, grid);
}

/// Titles of statutory tables of amounts, of a kind that no table of the document is of. A title
/// that a sentence follows is the heading of what is said instead of the table.
void gather_titles(const Document& document, const Layout& layout,
                   const patterns::Patterns& patterns, const std::vector<Table>& tables,
                   Places& places) {
  const patterns::TableRules& rules = patterns.tables;
  std::set<TableKind> present;
  for (const Table& table : tables) present.insert(table.kind);
  for (std::size_t i = 0; i < layout.paragraphs.size(); ++i) {
    const Paragraph& paragraph = layout.paragraphs[i];
    const std::string& text = paragraph.text.utf8();
    if (paragraph.role == ParagraphRole::kContents || paragraph.role == ParagraphRole::kCover)
      continue;
    if (!patterns.layout.lines.ends_in_table.matches(text) || !rules.notes.is("title", text))
      continue;
    const auto kind = rules.kind_of_title(text);
    if (!kind || is_of(*kind, TableSubject::kPerformance) || present.contains(*kind)) continue;
    const bool is_said = i + 1 < layout.paragraphs.size() &&
                         layout.paragraphs[i + 1].role == ParagraphRole::kBody &&
                         !rules.notes.is("title", layout.paragraphs[i + 1].text.utf8());
    if (is_said) continue;
    const auto glyph_ids = paragraph.text.glyphs(0, text.size());
    places_of(places, Unread::kTitle)
        .push_back({.page = paragraph.page,
                    .quote = printed(document, glyph_ids),
                    .boxes = boxes_of(document, glyph_ids)});
  }
}

}  // namespace

void add_unreadable(const Document& document, const Layout& layout,
                    const std::vector<facts::Numbers>& numbers,
                    const std::vector<UnreadCell>& cells, Extraction& extraction) {
  const auto add = [&extraction](Said words, std::vector<Evidence> places) {
    extraction.findings.push_back({.check = Check::kUnreadable,
                                   .severity = Severity::kInfo,
                                   .state = FindingState::kUnreadable,
                                   .message = std::move(words.chinese),
                                   .message_en = std::move(words.english),
                                   .evidence = std::move(places)});
  };
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const TracedText& text = layout.paragraphs[i].text;
    for (const facts::TextPart& part : numbers[i].unreadable) {
      const auto glyph_ids = text.glyphs(part.first, part.last);
      const std::string quote = printed(document, glyph_ids);
      add(said(ReadingSentence::kNotANumber, {{"quote", quote}}),
          {{.page = page_of(document, glyph_ids.front()).number,
            .quote = quote,
            .boxes = boxes_of(document, glyph_ids)}});
    }
  }
  for (const Table& table : extraction.tables) {
    std::vector<Evidence> places;
    for (const UnreadCell& unread : cells) {
      if (unread.table != table.id || places.size() == kMaxPlaces) continue;
      const auto cell = std::ranges::find_if(table.cells, [&unread](const Cell& each) {
        return each.row == unread.row && each.column == unread.column;
      });
      if (cell != table.cells.end())
        places.push_back(
            {.page = cell->page, .quote = cell->text, .boxes = {{cell->page, cell->box}}});
    }
    if (places.empty()) continue;
    const std::string title = table.title.empty() ? table.id : table.title;
    const std::string count = std::to_string(places.size());
    Said words = said(
        ReadingSentence::kCellsNotRead,
        {{"table", title}, {"count", count}, {"quotes", messages::after_colon(quoted(places))}});
    add(std::move(words), std::move(places));
  }
}

void add_unread_regions(const Document& document, const Layout& layout,
                        const patterns::Patterns& patterns, Extraction& extraction) {
  Places places;
  for (const Page& page : document.pages) {
    gather_glyphs(page, places);
    gather_images(page, places);
    gather_doubts(page, places);
  }
  gather_titles(document, layout, patterns, extraction.tables, places);
  for (const PlacedBox& box : layout.unread)
    places_of(places, Unread::kTable).push_back({.page = box.page, .quote = "", .boxes = {box}});
  for (const std::string& name : document.attachments)
    places_of(places, Unread::kAttachment).push_back({.page = 1, .quote = name});
  for (const std::string& name : document.hidden)
    places_of(places, Unread::kHidden).push_back({.page = 1, .quote = name});
  for (std::size_t i = 0; i < kKinds; ++i) {
    if (places[i].empty()) continue;
    const Kind& kind = kKindsOfRegions[i];
    if (kind.is_loss && extraction.status == Status::kOk) extraction.status = Status::kPartial;
    Said words = said(
        kind.is_read ? ReadingSentence::kRegionReadWithDoubts : ReadingSentence::kRegionNotRead,
        {{"pages", listed_pages(places[i])},
         {"what", said(kind.words)},
         {"quotes", messages::after_colon(quoted(places[i]))}});
    extraction.findings.push_back({.check = Check::kUnreadRegion,
                                   .severity = Severity::kInfo,
                                   .state = FindingState::kUnreadable,
                                   .message = std::move(words.chinese),
                                   .message_en = std::move(words.english),
                                   .evidence = std::move(places[i])});
  }
}

}  // namespace mingxi::extract
