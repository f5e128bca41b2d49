#include "ocr/engine/picture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <stdexcept>
#include <utility>

#include "ocr/engine/images.h"
#include "ocr/engine/rulings.h"
#include "ocr/engine/seals.h"

namespace mingxi::ocr {
namespace {

// Points, where nothing else is said.
constexpr double kSpeck = 1.2;     // smaller ink in a cell is dust, or a point
constexpr double kEdge = 1;        // half of a ruling, and its grey edge
constexpr double kBeside = 8;      // between characters of one line
constexpr double kReach = 2;       // from a character to its point
constexpr int kInk = 60;           // of 255, darker than paper
constexpr int kFaintInk = 28;      // likewise: rulings in light grey
constexpr int kMargin = 24;        // pixels, which Tesseract wants around text
constexpr float kMinSkew = 0.03F;  // degrees
constexpr float kSurely = 2.5F;    // of Leptonica's measure of a skew found

/// The grey of the paper: the commonest.
int paper_of(Pix* grey) {
  constexpr int kSampling = 4;
  constexpr int kWhite = 255;
  constexpr int kDarkest = 127;
  NUMA* histogram = pixGetGrayHistogram(grey, kSampling);
  int paper = kWhite;
  float most = 0;
  for (int level = kWhite; level > kDarkest; --level) {
    float count = 0;
    numaGetFValue(histogram, level, &count);
    if (count <= most) continue;
    most = count;
    paper = level;
  }
  numaDestroy(&histogram);
  return paper;
}

/// All that is darker than paper by so much: the thin strokes of small characters are grey.
PixPointer darker_than_paper(Pix* grey, int by) {
  return checked(pixThresholdToBinary(grey, paper_of(grey) - by));
}

struct Straightened {
  PixPointer grey;
  double degrees = 0;  ///< clockwise
};

Straightened straightened(PixPointer grey) {
  const PixPointer ink = darker_than_paper(grey.get(), kInk);
  float angle = 0;
  float sureness = 0;
  constexpr int kSweepReduction = 4;
  constexpr int kSearchReduction = 2;
  constexpr float kRange = 5;
  constexpr float kStep = 1;
  constexpr float kFinest = 0.01F;
  if (pixFindSkewSweepAndSearch(ink.get(), &angle, &sureness, kSweepReduction, kSearchReduction,
                                kRange, kStep, kFinest) != 0 ||
      sureness < kSurely || std::abs(angle) < kMinSkew)
    return {std::move(grey)};
  constexpr float kRadians = 3.14159265F / 180;
  return {
      checked(pixRotate(grey.get(), angle * kRadians, L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0)),
      angle};
}

/// Whitens all that is not ink or near it: Tesseract takes the noise of empty paper for text, and
/// much time for it.
void whiten_paper(Pix* ink, Pix* grey) {
  constexpr int kDust = 2;  // pixels
  constexpr int kNear = 29;
  constexpr unsigned kWhite = 255;
  const PixPointer text =
      checked(pixSelectBySize(ink, kDust, kDust, 8, L_SELECT_IF_EITHER, L_SELECT_IF_GT, nullptr));
  const PixPointer near = checked(pixDilateBrick(nullptr, text.get(), kNear, kNear));
  const PixPointer paper = checked(pixInvert(nullptr, near.get()));
  pixSetMasked(grey, paper.get(), kWhite);
}

/// Makes faint print dark and paper white, as the models know them.
void strengthen(Pix* ink, Pix* grey) {
  constexpr int kSampling = 2;
  constexpr float kDarkest = 0.1F;  // of the ink
  constexpr int kNoise = 12;        // of 255, of the paper
  float dark = 0;
  if (pixGetRankValueMasked(grey, ink, 0, 0, kSampling, kDarkest, &dark, nullptr) != 0) return;
  pixGammaTRC(grey, grey, 1, static_cast<int>(dark), paper_of(grey) - kNoise);
}

/// Whitens a box of pixels.
void wipe(Pix* grey, const Box& pixels) {
  const auto left = static_cast<int>(std::floor(pixels.left));
  const auto top = static_cast<int>(std::floor(pixels.top));
  BOX* box = boxCreate(left, top, static_cast<int>(std::ceil(pixels.right)) - left,
                       static_cast<int>(std::ceil(pixels.bottom)) - top);
  pixSetInRect(grey, box);
  boxDestroy(&box);
}

Box grown(const Box& box, double by) {
  return {box.left - by, box.top - by, box.right + by, box.bottom + by};
}

}  // namespace

Picture::Picture(PixPointer scanned, double pixels_per_point) : scale_(pixels_per_point) {
  Unsealed unsealed = without_seals(scanned.get(), scale_);
  scanned.reset();
  auto [grey, degrees] = straightened(std::move(unsealed.grey));
  grey_ = std::move(grey);
  page_.turn.degrees = degrees;
  for (const Box& seal : unsealed.seals)
    page_.seals.push_back(rounded(
        Box{seal.left / scale_, seal.top / scale_, seal.right / scale_, seal.bottom / scale_}));
  ink_ = darker_than_paper(grey_.get(), kInk);
  page_.width = rounded(pixGetWidth(grey_.get()) / scale_);
  page_.height = rounded(pixGetHeight(grey_.get()) / scale_);
  find_rulings(unsealed.seals);
}

void Picture::find_rulings(const std::vector<Box>& seals) {
  const PixPointer faint_ink = darker_than_paper(grey_.get(), kFaintInk);
  page_.rulings = take_out_rulings(ink_.get(), faint_ink.get(), grey_.get(), scale_, seals);
  whiten_paper(ink_.get(), grey_.get());
  components_ = components_of(ink_.get());
  faint_ink_ = darker_than_paper(grey_.get(), kFaintInk);
  strengthen(ink_.get(), grey_.get());
}

double Picture::end_of_ink(const Box& found, double limit, int direction) const {
  constexpr int kMin = 2;  // pixels of a column that are more than noise
  double end = direction > 0 ? found.right : found.left;
  const double farthest = end + direction * kBeside * scale_;
  double last = direction > 0 ? std::min(limit, farthest) : std::max(limit, farthest);
  for (double x = end; direction * (last - x) > 0; x += direction) {
    int count = 0;
    for (auto y = static_cast<int>(found.top); y < static_cast<int>(found.bottom); ++y) {
      l_uint32 value = 0;
      pixGetPixel(faint_ink_.get(), static_cast<int>(x), y, &value);
      count += static_cast<int>(value);
    }
    if (count < kMin) continue;
    end = direction > 0 ? x + 1 : x;
    const double next = end + direction * kBeside * scale_;
    last = direction > 0 ? std::min(limit, next) : std::max(limit, next);
  }
  return end;
}

// What is printed over the edge of a cell belongs to the cell that holds most of it.
Picture::Crop Picture::crop(const Box& box) const {
  const Box cell{box.left * scale_, box.top * scale_, box.right * scale_, box.bottom * scale_};
  const auto is_own = [&cell](const Box& ink) {
    return holds(cell, ink.middle_x(), ink.middle_y());
  };
  Crop result;
  std::optional<Box> found;
  for (const Box& ink : components_) {
    const bool is_speck = std::max(ink.width(), ink.height()) < kSpeck * scale_;
    if (is_own(ink) && !is_speck) found = found ? united(*found, ink) : ink;
  }
  if (!found) return result;
  // The thin strokes of small or poor print are faint, and characters of them lie beside the rest.
  found->right = end_of_ink(*found, cell.right, 1);
  found->left = end_of_ink(*found, cell.left, -1);
  result.touches_edge =
      found->left < cell.left + kEdge * scale_ || found->right > cell.right - kEdge * scale_;
  // A point is as small as dust.
  const Box room = grown(*found, kReach * scale_);
  const auto left = std::max(0, static_cast<int>(room.left));
  const auto top = std::max(0, static_cast<int>(room.top));
  BOX* place = boxCreate(left, top, static_cast<int>(room.right) - left,
                         static_cast<int>(room.bottom) - top);
  const PixPointer piece(pixClipRectangle(grey_.get(), place, nullptr));
  boxDestroy(&place);
  if (piece == nullptr) return result;
  for (const Box& ink : components_)
    if (touch(ink, room) && !is_own(ink))
      wipe(piece.get(),
           grown({ink.left - left, ink.top - top, ink.right - left, ink.bottom - top}, 1));
  constexpr unsigned kWhite = 255;
  result.image.reset(pixAddBorder(piece.get(), kMargin, kWhite));
  result.left = left - kMargin;
  result.top = top - kMargin;
  return result;
}

// Likewise what is printed over the edge of a cell is all of it in the cell.
Picture::Crop Picture::without(const std::vector<Box>& boxes) const {
  Crop result;
  result.image = checked(pixCopy(nullptr, grey_.get()));
  for (const Box& box : boxes) {
    const Box cell{box.left * scale_, box.top * scale_, box.right * scale_, box.bottom * scale_};
    wipe(result.image.get(), cell);
    for (const Box& ink : components_)
      if (touch(ink, cell) && holds(cell, ink.middle_x(), ink.middle_y()))
        wipe(result.image.get(), grown(ink, 1));
  }
  return result;
}

Picture::Crop Picture::fullest_strip() const {
  constexpr int kStrips = 10;
  std::array<int, kStrips> counts{};
  const double height = pixGetHeight(grey_.get());
  for (const Box& ink : components_) {
    const auto strip = static_cast<int>(ink.middle_y() / height * kStrips);
    ++counts[static_cast<std::size_t>(std::clamp(strip, 0, kStrips - 1))];
  }
  const auto fullest = std::max_element(counts.begin(), counts.end()) - counts.begin();
  const double strip = page_.height / kStrips;
  return crop({0, static_cast<double>(fullest) * strip, page_.width,
               static_cast<double>(fullest + 1) * strip});
}

}  // namespace mingxi::ocr
