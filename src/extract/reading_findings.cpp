#include "extract/reading_findings.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "extract/unread.h"
#include "messages/checks.h"
#include "extract/scan_parts.h"
#include "messages/reading_sentences.h"
#include "messages/sentences.h"
#include "model/key.h"
#include "model/traced_text.h"

namespace mingxi::extract {

using messages::ReadingSentence;
using messages::said;
using messages::Sentence;
namespace {

// Characters. Fewer on a page of a PDF are a stamp or a page number; a text file may be short.
constexpr int kReadable = 10;
constexpr int kReadablePlain = 1;

std::string listed(const std::vector<int>& pages) {
  std::string text;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    std::size_t last = i;
    while (last + 1 < pages.size() && pages[last + 1] == pages[last] + 1) ++last;
    text += (text.empty() ? "" : ", ") + std::to_string(pages[i]);
    if (last > i) text += "-" + std::to_string(pages[last]);
    i = last;
  }
  return text;
}

Finding about_pages(const CheckName& check, Severity severity, FindingState state,
                    const std::vector<int>& pages, messages::Said words) {
  Finding finding{.check = check,
                  .severity = severity,
                  .state = state,
                  .message = std::move(words.chinese),
                  .message_en = std::move(words.english)};
  for (const int page : pages) finding.evidence.push_back({.page = page});
  return finding;
}

/// The pages of which another finding says that they were not read.
std::set<int> reported_pages(const Extraction& extraction) {
  std::set<int> pages;
  for (const Finding& finding : extraction.findings)
    if (finding.check.id == Check::kOcr || finding.check.id == Check::kUnreadRegion)
      for (const Evidence& evidence : finding.evidence) pages.insert(evidence.page);
  return pages;
}

void add_unreadable_pages(const Document& document, Extraction& extraction) {
  const std::set<int> reported = reported_pages(extraction);
  std::vector<int> without_text, images;
  bool has_images = false;
  for (std::size_t i = 0; i < document.pages.size(); ++i) {
    const Page& page = document.pages[i];
    const bool is_plain = page.text_source == TextSource::kPlain;
    if (extraction.pages[i].characters >= (is_plain ? kReadablePlain : kReadable)) continue;
    without_text.push_back(page.number);
    has_images = has_images || !page.images.empty();
    if (!page.images.empty() && !reported.contains(page.number)) images.push_back(page.number);
  }
  const bool has_no_text = without_text.size() == document.pages.size();
  if (has_no_text) extraction.status = Status::kNoText;
  if (has_images && extraction.status == Status::kOk) extraction.status = Status::kPartial;
  const auto add = [&](const std::vector<int>& pages, ReadingSentence sentence) {
    extraction.findings.push_back(about_pages(Check::kNoText, Severity::kWarning,
                                              FindingState::kUnreadable, pages,
                                              said(sentence, {{"pages", listed(pages)}})));
  };
  if (!images.empty()) {
    add(images, ReadingSentence::kPagesAreImages);
  } else if (has_no_text && !has_images) {
    // A blank page among others is nothing to report; a document without any text is.
    add(without_text, ReadingSentence::kPagesAreBlank);
  }
}

void add_invisible_text(Extraction& extraction) {
  std::vector<int> pages;
  int characters = 0;
  for (const PageSummary& page : extraction.pages) {
    if (page.invisible_characters == 0) continue;
    pages.push_back(page.number);
    characters += page.invisible_characters;
  }
  if (pages.empty()) return;
  const std::string count = std::to_string(characters);
  extraction.findings.push_back(about_pages(
      Check::kInvisibleText, Severity::kInfo, FindingState::kNoted, pages,
      said(ReadingSentence::kInvisibleCharacters, {{"pages", listed(pages)}, {"count", count}})));
}

/// The places whose text may be other than what is seen: read by OCR, printed in a font whose map
/// to Unicode is damaged or has gaps.
class DoubtfulPlaces {
 public:
  explicit DoubtfulPlaces(const Document& document) {
    for (const Page& page : document.pages) {
      if (page.text_source == TextSource::kOcr ||
          std::ranges::any_of(page.glyphs, is_without_unicode))
        pages_.insert(page.number);
      for (const OcrReading& reading : page.ocr_readings)
        for (GlyphId id = reading.first; id < reading.last; ++id)
          ink_[page.number].push_back(page.glyphs[id - page.first_glyph].box);
    }
    for (const ReaderMessage& message : document.messages)
      if (message.complaint == Complaint::kFontMap)
        pages_.insert(message.pages.begin(), message.pages.end());
  }

  bool empty() const { return pages_.empty() && ink_.empty(); }

  /// Whether a place rests on such text. One that is a page and no more rests on all of it.
  bool hold(const Evidence& evidence) const {
    if (pages_.contains(evidence.page)) return true;
    const auto glyph_ids = ink_.find(evidence.page);
    if (glyph_ids == ink_.end()) return false;
    return evidence.boxes.empty() ||
           std::ranges::any_of(evidence.boxes, [&](const PlacedBox& placed) {
             return placed.page == evidence.page &&
                    std::ranges::any_of(glyph_ids->second, [&](const Box& box) {
                      return holds(placed.box, box.middle_x(), box.middle_y());
                    });
           });
  }

 private:
  std::set<int> pages_;                  // as a whole
  std::map<int, std::vector<Box>> ink_;  // by page
};

/// Nothing that rests on OCR is held against the publisher: the reader may have erred. Where it may
/// well have erred, in a number that nothing verifies or in words, nobody need look first.
void doubt_pages(const Document& document, Extraction& extraction) {
  const DoubtfulPlaces doubtful(document);
  if (doubtful.empty()) return;
  std::set<std::string> verified;
  for (const Fact& fact : extraction.facts)
    if (fact.confidence >= kVerified) verified.insert(fact.id);
  const auto is_verified = [&](const FactReference& fact) { return verified.contains(fact.id); };
  const auto is_scan = [&](const Evidence& evidence) { return doubtful.hold(evidence); };
  const messages::Said doubt = said(Sentence::kUncertainReading);
  for (Finding& finding : extraction.findings) {
    if (std::ranges::none_of(finding.evidence, is_scan)) continue;
    if (finding.state == FindingState::kNoted && finding.severity == Severity::kInfo) continue;
    if (finding.state == FindingState::kUnreadable) continue;
    const bool is_likely =
        !finding.facts.empty() && std::ranges::all_of(finding.facts, is_verified);
    finding.severity = is_likely ? std::max(finding.severity, Severity::kWarning) : Severity::kInfo;
    finding.state = FindingState::kUnverified;
    if (finding.message.find(doubt.chinese) != std::string::npos) continue;
    finding.message += doubt.chinese;
    finding.message_en += " " + doubt.english;
  }
}

bool is_number(std::string_view text) {
  return text.find_first_of("0123456789") != std::string_view::npos &&
         text.find_first_not_of("0123456789.,-%") == std::string_view::npos;
}

/// The numbers of a page that OCR is not sure of, as evidence.
std::vector<Evidence> doubtful_numbers(const Document& document, const Page& page) {
  std::vector<Evidence> places;
  for (const OcrReading& reading : page.ocr_readings) {
    if (reading.confidence >= kVerified) continue;
    std::vector<GlyphId> glyph_ids;
    for (GlyphId id = reading.first; id < reading.last; ++id) glyph_ids.push_back(id);
    std::string text = printed(document, glyph_ids);
    if (reading.alternatives.empty() && !is_number(text)) continue;
    places.push_back(
        {.page = page.number, .quote = std::move(text), .boxes = boxes_of(document, glyph_ids)});
  }
  return places;
}

Finding about_doubts(const Page& page, std::vector<Evidence> places) {
  const bool is_scan = page.text_source == TextSource::kOcr;
  const messages::Said words =
      said(is_scan ? ReadingSentence::kDoubtfulNumbers : ReadingSentence::kDoubtfulNumbersInPart,
           {{"page", std::to_string(page.number)}, {"count", std::to_string(places.size())}});
  return {.check = Check::kOcr,
          .severity = Severity::kInfo,
          .state = FindingState::kUnverified,
          .message = words.chinese,
          .message_en = words.english,
          .evidence = std::move(places)};
}

void add_doubtful_numbers(const Document& document, Extraction& extraction) {
  for (const Page& page : document.pages) {
    std::vector<Evidence> places = doubtful_numbers(document, page);
    if (!places.empty()) extraction.findings.push_back(about_doubts(page, std::move(places)));
  }
}

/// One finding for all pages that were not read for one reason.
void add_unread_scans(const Document& document, Extraction& extraction) {
  std::map<std::string, std::vector<int>> pages_of_reason;
  for (const UnreadScan& scan : document.unread_scans)
    pages_of_reason[scan.chinese].push_back(scan.page);
  for (const UnreadScan& scan : document.unread_scans) {
    const auto pages = pages_of_reason.extract(scan.chinese);
    if (pages.empty()) continue;
    if (extraction.status == Status::kOk) extraction.status = Status::kPartial;
    extraction.findings.push_back(
        about_pages(Check::kOcr, Severity::kWarning, FindingState::kUnreadable, pages.mapped(),
                    said(ReadingSentence::kScansNotRead,
                         {{"pages", listed(pages.mapped())},
                          {"reason", messages::Said{scan.chinese, scan.english}}})));
  }
}

/// Whether a message is about encodings that Poppler did not find.
bool is_of_language_pack(const std::string& text) {
  return text.find("language pack") != std::string::npos ||
         text.find("CMap file") != std::string::npos;
}

Finding about_error(const std::string& message, const std::string& text) {
  messages::Said words = said(ReadingSentence::kReaderError, {{"message", message}});
  if (is_of_language_pack(text))
    words = joined(std::move(words), said(ReadingSentence::kLanguagePackMissing));
  return {.check = Check::kReader,
          .severity = Severity::kWarning,
          .state = FindingState::kUnreadable,
          .message = words.chinese,
          .message_en = words.english};
}

Finding about_note(const std::string& message) {
  const messages::Said words = said(ReadingSentence::kReaderNote, {{"message", message}});
  return {.check = Check::kReader,
          .severity = Severity::kInfo,
          .state = FindingState::kNoted,
          .message = words.chinese,
          .message_en = words.english};
}

void add_reader_messages(const Document& document, Extraction& extraction) {
  for (const ReaderMessage& message : document.messages) {
    const std::string times = message.count > 1 ? " ×" + std::to_string(message.count) : "";
    const bool is_error = message.complaint != Complaint::kWarning;
    Finding finding = is_error ? about_error(message.text + times, message.text)
                               : about_note(message.text + times);
    if (message.page > 0) finding.evidence.push_back({.page = message.page});
    if (is_error && extraction.status == Status::kOk) extraction.status = Status::kPartial;
    extraction.findings.push_back(std::move(finding));
  }
}

}  // namespace

void add_reading_findings(const Document& document, Extraction& extraction) {
  doubt_pages(document, extraction);
  add_unread_scans(document, extraction);
  add_unreadable_pages(document, extraction);
  add_invisible_text(extraction);
  add_doubtful_numbers(document, extraction);
  add_reader_messages(document, extraction);
  const auto page = [](const Finding& finding) {
    return finding.evidence.empty() ? 0 : finding.evidence.front().page;
  };
  std::stable_sort(extraction.findings.begin(), extraction.findings.end(),
                   [&](const Finding& a, const Finding& b) {
                     return std::pair(a.severity, page(a)) < std::pair(b.severity, page(b));
                   });
  std::map<std::string, int> seen;
  int number = 0;
  for (Finding& finding : extraction.findings) {
    finding.id = "n" + std::to_string(++number);
    const std::string name = messages::name_of(finding.check) + ":" + finding.message;
    finding.key = key_of(name + ":" + std::to_string(++seen[name]));
  }
}

}  // namespace mingxi::extract
