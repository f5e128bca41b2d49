#include "ocr/engine/recogniser.h"

#include <tesseract/baseapi.h>
#include <tesseract/publictypes.h>

#include <algorithm>
#include <stdexcept>

#include "ocr/engine/images.h"
#include "ocr/engine/alignment.h"
#include "ocr/engine/corrections.h"
#include "text/characters.h"

namespace mingxi::ocr {
namespace {

// Ink as a share of the font size, in the fonts that disclosures are set in.
constexpr double kHanHeight = 0.88;
constexpr double kDigitHeight = 0.68;
constexpr double kHanBelowBaseline = 0.1;
// What fonts say of a glyph's box.
constexpr double kAscent = 0.86;
constexpr double kDescent = 0.14;

bool is_tall(char32_t c) { return text::is_digit(c) || (c >= U'A' && c <= U'Z'); }

std::vector<char32_t> code_points(const char* utf8) {
  std::vector<char32_t> result;
  for (const auto* p = reinterpret_cast<const unsigned char*>(utf8); *p != 0;) {
    const int length = *p < 0x80 ? 1 : *p < 0xE0 ? 2 : *p < 0xF0 ? 3 : 4;
    char32_t c = length == 1 ? *p : *p & (0xFFU >> (length + 1));
    for (int i = 1; i < length && p[i] != 0; ++i) c = (c << 6) | (p[i] & 0x3FU);
    result.push_back(c);
    for (int i = 0; i < length && *p != 0; ++i) ++p;
  }
  return result;
}

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

/// Gives the glyphs of a line one font size and baseline; their boxes are those of the ink.
void set_on_a_line(std::vector<Glyph>& glyphs) {
  std::vector<double> sizes, baselines;
  for (const Glyph& glyph : glyphs) {
    if (text::is_han(glyph.code_point))
      sizes.push_back(std::max(glyph.box.height(), glyph.box.width()) / kHanHeight);
    if (is_tall(glyph.code_point)) sizes.push_back(glyph.box.height() / kDigitHeight);
  }
  const Glyph& first = glyphs.front();
  const double size =
      sizes.empty() ? std::max(first.box.width(), first.box.height()) : median(std::move(sizes));
  for (const Glyph& glyph : glyphs) {
    if (text::is_han(glyph.code_point))
      baselines.push_back(glyph.box.bottom - kHanBelowBaseline * size);
    if (is_tall(glyph.code_point)) baselines.push_back(glyph.box.bottom);
  }
  const double baseline = baselines.empty() ? first.box.middle_y() + kMiddleShareOfSize * size
                                            : median(std::move(baselines));
  for (Glyph& glyph : glyphs) {
    glyph.font_size = rounded(size);
    glyph.baseline = rounded(baseline);
    glyph.box.top = baseline - kAscent * size;
    glyph.box.bottom = baseline + kDescent * size;
    glyph.box = rounded(glyph.box);
  }
}

struct ReadLine {
  OcrText text;  // boxes in pixels
  Box box;
};

Box box_of(const tesseract::ResultIterator& it, tesseract::PageIteratorLevel level) {
  int left = 0, top = 0, right = 0, bottom = 0;
  it.BoundingBox(level, &left, &top, &right, &bottom);
  return {static_cast<double>(left), static_cast<double>(top), static_cast<double>(right),
          static_cast<double>(bottom)};
}

/// What was read, line by line.
std::vector<ReadLine> lines_read(tesseract::ResultIterator& it) {
  std::vector<ReadLine> lines;
  do {
    if (it.Empty(tesseract::RIL_SYMBOL)) continue;
    if (lines.empty() || it.IsAtBeginningOf(tesseract::RIL_TEXTLINE))
      lines.push_back({.text = {}, .box = box_of(it, tesseract::RIL_TEXTLINE)});
    const std::unique_ptr<char[]> text(it.GetUTF8Text(tesseract::RIL_SYMBOL));
    if (text == nullptr) continue;
    const Box box = box_of(it, tesseract::RIL_SYMBOL);
    OcrText& line = lines.back().text;
    for (const char32_t c : code_points(text.get())) {
      if (c <= U' ') continue;
      line.glyphs.push_back({.code_point = c, .box = box});
      line.confidence += it.Confidence(tesseract::RIL_SYMBOL) / 100;
    }
  } while (it.Next(tesseract::RIL_SYMBOL));
  std::erase_if(lines, [](const ReadLine& line) { return line.text.glyphs.empty(); });
  for (ReadLine& line : lines) line.text.confidence /= static_cast<double>(line.text.glyphs.size());
  return lines;
}

/// The ink that is on a line.
std::vector<Box> ink_of(const Box& line, const std::vector<Box>& ink) {
  constexpr double kDust = 2;  // pixels
  std::vector<Box> result;
  for (const Box& piece : ink) {
    const bool is_dust = piece.width() < kDust && piece.height() < kDust;
    const double near = 4 * line.height();  // as far as characters may have been left out
    const bool is_near = piece.right > line.left - near && piece.left < line.right + near &&
                         piece.height() < 2 * line.height();
    if (!is_dust && is_near && piece.middle_y() > line.top && piece.middle_y() < line.bottom)
      result.push_back(piece);
  }
  return result;
}

}  // namespace

struct Recogniser::Model {
  tesseract::TessBaseAPI api;
};

Recogniser::Recogniser(const std::string& language, const std::string& characters)
    : model_(std::make_unique<Model>()) {
  if (model_->api.Init(nullptr, language.c_str(), tesseract::OEM_LSTM_ONLY) != 0)
    throw std::runtime_error(language);
  model_->api.SetVariable("debug_file", "/dev/null");
  if (!characters.empty()) model_->api.SetVariable("tessedit_char_whitelist", characters.c_str());
}

Recogniser::~Recogniser() = default;

std::vector<OcrText> Recogniser::read(const Picture::Crop& crop, double pixels_per_point,
                                      Setting setting, float scale) {
  std::vector<OcrText> texts;
  if (crop.image == nullptr) return texts;
  tesseract::TessBaseAPI& api = model_->api;
  const PixPointer scaled(scale == 1 ? pixClone(crop.image.get())
                                     : pixScale(crop.image.get(), scale, scale));
  api.SetPageSegMode(setting == Setting::kLine ? tesseract::PSM_SINGLE_LINE
                                               : tesseract::PSM_SINGLE_BLOCK);
  api.SetImage(scaled.get());
  constexpr double kPointsPerInch = 72;
  api.SetSourceResolution(static_cast<int>(pixels_per_point * scale * kPointsPerInch));
  if (api.Recognize(nullptr) != 0) return texts;
  const std::unique_ptr<tesseract::ResultIterator> it(api.GetIterator());
  if (it == nullptr) return texts;
  const PixPointer black(api.GetThresholdedImage());
  const std::vector<Box> ink = components_of(black.get());
  const auto to_points = [&](Box& box) {
    const auto place = [&](double pixel, int origin) {
      return (pixel / static_cast<double>(scale) + origin) / pixels_per_point;
    };
    box = {place(box.left, crop.left), place(box.top, crop.top), place(box.right, crop.left),
           place(box.bottom, crop.top)};
  };
  for (ReadLine& line : lines_read(*it)) {
    line.text.unread = place_on_ink(ink_of(line.box, ink), line.text.glyphs);
    for (Glyph& glyph : line.text.glyphs) to_points(glyph.box);
    correct_characters(line.text.glyphs);
    set_on_a_line(line.text.glyphs);
    texts.push_back(std::move(line.text));
  }
  return texts;
}

std::string Recogniser::data_folder() const { return model_->api.GetDatapath(); }

std::string ocr_versions() {
  char* leptonica = getLeptonicaVersion();
  std::string versions =
      "tesseract " + std::string(tesseract::TessBaseAPI::Version()) + ", " + leptonica;
  lept_free(leptonica);
  return versions;
}

}  // namespace mingxi::ocr
