#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/geometry.h"

namespace mingxi {

/// The number of a glyph in its document: counted from 0 through all pages, in painting order.
using GlyphId = std::uint32_t;

/// Half the height of a digit or of a Chinese character over its baseline, in font sizes. The
/// middle of a glyph follows from its baseline: its box is as wrong as its font.
inline constexpr double kMiddleShareOfSize = 0.35;

/// Which way the text of a glyph runs on the upright page.
enum class Direction : std::uint8_t { kRight, kDown, kLeft, kUp };

/// Whether a reader of the page can see a glyph; if not, why.
enum class Visibility : std::uint8_t {
  kVisible,
  kClipped,      ///< its middle lies outside the clip
  kOutsidePage,  ///< its middle lies outside the page
  kInvisible,    ///< painted without ink (text render mode 3, or wholly transparent)
  kWhite,        ///< painted white on white
  kHidden,       ///< an image painted later covers it
  kDoubled,      ///< the same glyph at the same place again (fake bold)
  // Seen, and no part of the text:
  kAskew,      ///< set at an odd angle, as watermarks are
  kWatermark,  ///< pale, over or under other text
  kStruck,     ///< a line is drawn through it
};

/// One printed character.
struct Glyph {
  char32_t code_point = 0;  ///< as printed: full width stays full width; 0xFFFD where unknown
  Box box;  ///< from the font's advance and its ascent and descent, which fonts often get wrong
  double baseline = 0;   ///< y of the baseline for kRight and kLeft, x for kDown and kUp; points
  double font_size = 0;  ///< points, after scaling
  Direction direction = Direction::kRight;
  Visibility visibility = Visibility::kVisible;
  bool is_pale = false;  ///< light ink: a watermark if it is over or under other text

  bool operator==(const Glyph&) const = default;
};

/// A line drawn on the page: a stroke, or a fill thinner than 2.5 points. Its box is as thin as the
/// ink; a dashed or multi-segment path gives one ruling per straight horizontal or vertical piece.
struct Ruling {
  Box box;

  bool operator==(const Ruling&) const = default;
};

/// An image painted on the page. It can hide text, can be a scan, or a seal that lay over one.
struct Image {
  Box box;
  std::uint32_t glyphs_before = 0;  ///< how many glyphs of the page were painted before it

  bool operator==(const Image&) const = default;
};

enum class TextSource : std::uint8_t { kEmbedded, kOcr, kPlain, kNone };

/// How sure the reader of an image is of a run of glyphs. Two readers that agree, or a sum that
/// holds, verify a reading; kVerified and above says so.
struct OcrReading {
  GlyphId first = 0;  ///< ids of the glyphs: [first, last)
  GlyphId last = 0;
  double confidence = 0;                  ///< below 1
  std::vector<std::string> alternatives;  ///< what another reader read there

  bool operator==(const OcrReading&) const = default;
};

/// The confidence from which a reading of an image counts as verified.
inline constexpr double kVerified = 0.9;

/// How a scan was turned before it was read. Glyphs, rulings and the size of its page are those of
/// the scan turned; on_paper() gives where they are on the page as it is shown.
struct Turn {
  int quarters = 0;    ///< clockwise
  double degrees = 0;  ///< clockwise, about the middle, after the quarters

  bool operator==(const Turn&) const = default;
};

/// Where a part of a page is in its file, of text that flows and was set on pages by us.
struct FilePlace {
  Box box;
  std::string name;         ///< "收入预算表!C7", "paragraph 12", "table 2!C4"
  std::string stored = {};  ///< the number that is kept, where the printed one is rounded

  bool operator==(const FilePlace&) const = default;
};

/// One page, turned upright.
struct Page {
  int number = 1;  ///< from 1
  double width = 0;
  double height = 0;
  TextSource text_source = TextSource::kNone;
  GlyphId first_glyph = 0;  ///< the id of glyphs[0]
  std::vector<Glyph> glyphs;
  std::vector<Ruling> rulings;
  std::vector<Image> images;
  std::vector<Box> shades;  ///< filled rectangles that are seen, as high as a line or two
  std::vector<OcrReading> ocr_readings;  ///< of a page read by OCR: ascending
  Turn turn;                             ///< likewise
  std::vector<FilePlace> file_places;    ///< of a page that we set

  bool operator==(const Page&) const = default;
};

/// Whether what is printed was probably read all the same.
enum class Complaint {
  kWarning,
  kFontMap,  ///< the text of a font may be other than what is seen
  kError,
};

/// Something the PDF reader complained of. Reported to people as a finding, never only logged.
struct ReaderMessage {
  int page = 0;  ///< 0: the document as a whole
  std::string text;
  int count = 1;  ///< how often it was said
  Complaint complaint = Complaint::kWarning;
  std::vector<int> pages = {};  ///< all that it was said of, ascending

  bool operator==(const ReaderMessage&) const = default;
};

/// A page that OCR should have read and did not, and why, in whole sentences.
struct UnreadScan {
  int page = 1;
  std::string chinese;
  std::string english;
};

/// Where a document came from.
struct Source {
  std::string path;    ///< as given, invalid UTF-8 as \xNN
  std::string sha256;  ///< lower case hexadecimal
  std::uint64_t bytes = 0;
  std::string media_type;  ///< application/pdf, text/plain, image/png … (read/file_type.h)

  /// Whether there is a picture of each page beside what was read from it.
  bool has_pictures() const {
    return media_type == "application/pdf" || media_type.starts_with("image/");
  }

  bool operator==(const Source&) const = default;
};

/// What is printed: every glyph, ruling and image of every page.
struct Document {
  Source source;
  std::vector<Page> pages;
  std::vector<ReaderMessage> messages;  ///< bounded; the reader says when it stopped counting
  std::vector<UnreadScan> unread_scans;
  std::vector<std::string> attachments;  ///< names of the files in the file; "" where none is given
  std::vector<std::string> hidden;       ///< sheets, rows and columns that are hidden: not read
  std::string title;                     ///< metadata title, unverified; empty if none
};

/// Where a box of a page is on the page as it is shown: the same but for scans that were turned.
Box on_paper(const Page& page, const Box& box);

/// The page that printed a glyph. Requires an id of this document.
inline const Page& page_of(const Document& document, GlyphId id) {
  std::size_t low = 0;
  std::size_t high = document.pages.size();
  while (high - low > 1) {
    const std::size_t middle = (low + high) / 2;
    (document.pages[middle].first_glyph <= id ? low : high) = middle;
  }
  return document.pages[low];
}

/// The glyph with this id. Requires an id of this document.
inline const Glyph& glyph_of(const Document& document, GlyphId id) {
  const Page& page = page_of(document, id);
  return page.glyphs[id - page.first_glyph];
}

/// The reading of an image that a glyph is part of; nullptr for text that was not read by OCR.
inline const OcrReading* ocr_reading_of(const Document& document, GlyphId id) {
  for (const OcrReading& reading : page_of(document, id).ocr_readings)
    if (id >= reading.first && id < reading.last) return &reading;
  return nullptr;
}

/// Looks up glyphs of which most lie on one page. Requires ids of the document.
class GlyphCursor {
 public:
  explicit GlyphCursor(const Document& document) : document_(document) {}

  const Glyph& glyph(GlyphId id) { return page(id).glyphs[id - page_->first_glyph]; }
  const Page& page(GlyphId id) {
    const bool is_here = page_ != nullptr && id >= page_->first_glyph &&
                         id - page_->first_glyph < page_->glyphs.size();
    if (!is_here) page_ = &page_of(document_, id);
    return *page_;
  }

 private:
  const Document& document_;
  const Page* page_ = nullptr;
};

}  // namespace mingxi
