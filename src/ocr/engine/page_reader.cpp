// The model for Chinese reads everything; the model for English, held to digits, reads every number
// again. Where the two differ, or do not fit the ink, both read it at another resolution, and they
// vote.

#include "ocr/engine/page_reader.h"

#include <algorithm>
#include <utility>

#include "ocr/numbers.h"
#include "text/characters.h"

namespace mingxi::ocr {
namespace {

constexpr const char* kDigits = "0123456789.,-%()";
// Dots per inch shown to the models.
constexpr double kResolution = 200;
constexpr double kOtherResolution = 300;
// The model for Chinese is at its best with characters of about 30 pixels: 11 points at 200 dots
// per inch. Large titles are read again smaller, small print larger.
constexpr double kBestSize = 11;
constexpr double kFarFromBest = 1.35;
constexpr double kLargest = 2;  // how much larger than at kResolution
constexpr double kPointsPerInch = 72;
constexpr double kDoubtful = 0.9;
constexpr std::size_t kLongestNumber = 14;  // characters, of those that are doubtful

float scale_for(double resolution, double pixels_per_point) {
  return static_cast<float>(resolution / kPointsPerInch / pixels_per_point);
}

OcrText joined(const std::vector<OcrText>& lines) {
  OcrText all;
  for (const OcrText& line : lines) {
    all.confidence += line.confidence * static_cast<double>(line.glyphs.size());
    all.unread += line.unread;
    all.glyphs.insert(all.glyphs.end(), line.glyphs.begin(), line.glyphs.end());
  }
  if (!all.glyphs.empty()) all.confidence /= static_cast<double>(all.glyphs.size());
  return all;
}

/// Points, of a text that is not empty.
double size_of(const OcrText& text) { return std::max(1.0, text.glyphs.front().font_size); }

Box box_of(const std::vector<Glyph>& glyphs) {
  Box box = glyphs.front().box;
  for (const Glyph& glyph : glyphs) box = united(box, glyph.box);
  return box;
}

}  // namespace

PageReader::PageReader() : chinese_("chi_sim", ""), digits_("eng", kDigits) {}

OcrPiece PageReader::read_number(const Picture::Crop& crop, const OcrText& first, Setting setting,
                                 double pixels_per_point) {
  const double resolution = kResolution * std::clamp(kBestSize / size_of(first), 1.0, kLargest);
  // What is shown large already is not read at all when shown still larger.
  const double other = resolution > kOtherResolution ? 0.75 * resolution : 1.5 * resolution;
  const auto read = [&](Recogniser& recogniser, double at) {
    return as_number(
        joined(recogniser.read(crop, pixels_per_point, setting, scale_for(at, pixels_per_point))));
  };
  OcrText chinese = as_number(first);
  OcrText digits = read(digits_, resolution);
  if (agree(digits, chinese)) {
    digits.confidence = std::max(digits.confidence, chinese.confidence);
    return {.readings = {std::move(digits)}, .is_agreed = true};
  }
  return voted(
      {std::move(digits), std::move(chinese), read(digits_, other), read(chinese_, other)});
}

std::vector<OcrText> PageReader::at_best_size(std::vector<OcrText> lines, const Picture::Crop& crop,
                                              double pixels_per_point) {
  const double ratio = kBestSize / size_of(lines.front());
  if (ratio < kFarFromBest && ratio > 1 / kFarFromBest) return lines;
  constexpr double kSmallest = 0.4;
  const double resolution = kResolution * std::clamp(ratio, kSmallest, kLargest);
  std::vector<OcrText> again = chinese_.read(crop, pixels_per_point, Setting::kBlock,
                                             scale_for(resolution, pixels_per_point));
  return joined(again).confidence > joined(lines).confidence ? again : lines;
}

void PageReader::read_cell(const Picture& picture, const Box& box, std::vector<OcrPiece>& pieces) {
  const Picture::Crop crop = picture.crop(box);
  if (crop.image == nullptr) return;
  const double pixels_per_point = picture.pixels_per_point();
  std::vector<OcrText> lines = chinese_.read(crop, pixels_per_point, Setting::kBlock,
                                             scale_for(kResolution, pixels_per_point));
  // A block of one short word is at times taken for no text at all.
  for (Recogniser* recogniser : {&chinese_, &digits_}) {
    if (lines.empty())
      lines = recogniser->read(crop, pixels_per_point, Setting::kLine,
                               scale_for(kOtherResolution, pixels_per_point));
  }
  if (lines.empty()) return;
  lines = at_best_size(std::move(lines), crop, pixels_per_point);
  const OcrText all = joined(lines);
  // Digits of small print are taken for characters, with doubts.
  const bool is_doubtful = all.confidence < kDoubtful && all.glyphs.size() <= kLongestNumber;
  if (could_be_number(all) || is_doubtful) {
    const Setting setting = lines.size() > 1 ? Setting::kBlock : Setting::kLine;
    OcrPiece number = read_number(crop, all, setting, pixels_per_point);
    if (could_be_number(all) || is_number(number.readings.front())) {
      if (crop.touches_edge) number.is_agreed = false;
      pieces.push_back(std::move(number));
      return;
    }
  }
  for (const OcrText& line : lines) read_line(picture, line, pieces);
}

void PageReader::read_line(const Picture& picture, const OcrText& line,
                           std::vector<OcrPiece>& pieces) {
  const auto in_number = [](const Glyph& glyph) {
    const char32_t c = plain(glyph.code_point);
    return text::is_digit(c) || c == U'.' || (c == U',' && glyph.code_point != U'、');
  };
  const auto& glyphs = line.glyphs;
  for (auto first = glyphs.begin(); first != glyphs.end();) {
    const bool is_digits = text::is_digit(plain(first->code_point));
    auto last = first + 1;
    if (is_digits) {
      while (last != glyphs.end() && in_number(*last)) ++last;
      while (!text::is_digit(plain(std::prev(last)->code_point))) --last;
    } else {
      while (last != glyphs.end() && !text::is_digit(plain(last->code_point))) ++last;
    }
    const OcrText run{.glyphs = {first, last}, .confidence = line.confidence};
    OcrPiece piece{.readings = {run}};
    // Digits beside a letter are a code: C23030.
    const bool is_code =
        (first != glyphs.begin() && text::is_ascii_letter(std::prev(first)->code_point)) ||
        (last != glyphs.end() && text::is_ascii_letter(last->code_point));
    if (is_digits && !is_code) {
      const Picture::Crop crop = picture.crop(box_of(run.glyphs));
      if (crop.image != nullptr)
        piece = read_number(crop, run, Setting::kLine, picture.pixels_per_point());
    }
    pieces.push_back(std::move(piece));
    first = last;
  }
}

double PageReader::legibility(const Picture& picture) {
  const double pixels_per_point = picture.pixels_per_point();
  const OcrText text =
      joined(chinese_.read(picture.fullest_strip(), pixels_per_point, Setting::kBlock,
                           scale_for(kResolution, pixels_per_point)));
  constexpr double kOfNonsense = 0.93;  // how sure the model is of text upside down
  return static_cast<double>(text.glyphs.size()) * std::max(0.0, text.confidence - kOfNonsense);
}

std::vector<OcrPiece> PageReader::read(const Picture& picture, const std::vector<Box>& cells) {
  std::vector<OcrPiece> pieces;
  for (const Box& cell : cells) read_cell(picture, cell, pieces);
  const double pixels_per_point = picture.pixels_per_point();
  const Picture::Crop rest = picture.without(cells);
  const float scale = scale_for(kResolution, pixels_per_point);
  for (OcrText& line : chinese_.read(rest, pixels_per_point, Setting::kBlock, scale)) {
    const Picture::Crop crop = picture.crop(box_of(line.glyphs));
    if (crop.image == nullptr) continue;
    for (const OcrText& best : at_best_size({std::move(line)}, crop, pixels_per_point))
      read_line(picture, best, pieces);
  }
  return pieces;
}

}  // namespace mingxi::ocr
