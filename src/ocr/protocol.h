#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "model/page_image.h"

namespace mingxi::ocr {

/// What is asked of mingxi-ocr. A request is its kind and a body, answered by one answer.
enum class OcrRequest : std::uint32_t {
  kCheck,    ///< nothing → OcrCheck
  kDrawn,    ///< DrawnPage → ScanPage
  kUpright,  ///< likewise; part of a page that is known to be upright
  kFile,     ///< the bytes of a PNG, JPEG or TIFF → the number of its pages
  kPage,     ///< the index of a page of that file → ScanPage
  kRead,     ///< boxes of cells on the page before → pieces
  kShow,     ///< ShowPage → PageImage
};

/// A page drawn, and its size on paper, points.
struct DrawnPage {
  double width = 0;
  double height = 0;
  PageImage image;
};

/// A page of the file before, as it was scanned, with at most so many dots an inch.
struct ShowPage {
  std::uint32_t index = 0;
  double dots_per_inch = 0;
};

/// A page turned upright and straightened, the lines that are ruled on it, and where seals were
/// taken out; points.
struct ScanPage {
  double width = 0;
  double height = 0;
  Turn turn;
  std::vector<Ruling> rulings;
  std::vector<Box> seals = {};

  bool operator==(const ScanPage&) const = default;
};

/// What one reader read in one place.
struct OcrText {
  std::vector<Glyph> glyphs;  ///< in reading order, without blanks; points
  double confidence = 0;      ///< 0 to 1, the reader's own
  std::size_t unread = 0;     ///< pieces of ink as large as characters that were read as none

  bool operator==(const OcrText&) const = default;
};

/// A place that is read as one: a cell, a number of the prose, the text between numbers.
struct OcrPiece {
  std::vector<OcrText> readings;  ///< those that differ, the likeliest first; at least one
  bool is_agreed = false;         ///< by two readers

  bool operator==(const OcrPiece&) const = default;
};

/// All that was read from a page.
struct ScannedPage {
  ScanPage frame;
  std::vector<OcrPiece> pieces;

  bool operator==(const ScannedPage&) const = default;
};

/// Whether the reader can work.
struct OcrCheck {
  std::string versions;                        ///< of Tesseract and Leptonica
  std::string data_folder;                     ///< of the languages; "" where one is missing
  std::vector<std::string> missing_languages;  ///< chi_sim, eng
};

/// The characters of a reading as UTF-8.
std::string utf8_of(const OcrText& text);

/// Each value as the bytes that go over a pipe or into a file, and back. Reading throws
/// std::runtime_error for bytes that are no such value.
std::string bytes_of(const DrawnPage& page);
std::string bytes_of(const ShowPage& page);
std::string bytes_of(const PageImage& image);
std::string bytes_of(const ScanPage& page);
std::string bytes_of(const std::vector<Box>& boxes);
std::string bytes_of(const std::vector<OcrPiece>& pieces);
std::string bytes_of(const ScannedPage& page);
std::string bytes_of(const OcrCheck& check);
std::string bytes_of(std::uint32_t number);
DrawnPage drawn_page_of(std::string_view bytes);
ShowPage show_page_of(std::string_view bytes);
PageImage image_of(std::string_view bytes);
ScanPage scan_page_of(std::string_view bytes);
std::vector<Box> boxes_of(std::string_view bytes);
std::vector<OcrPiece> pieces_of(std::string_view bytes);
ScannedPage scanned_page_of(std::string_view bytes);
OcrCheck check_of(std::string_view bytes);
std::uint32_t number_of(std::string_view bytes);

/// Whether a request could be met; the body of an answer that failed is why, in English.
enum class OcrStatus : std::uint32_t { kDone, kFailed };

}  // namespace mingxi::ocr
