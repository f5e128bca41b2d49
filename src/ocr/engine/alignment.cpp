// The characters and the blobs of ink, both from left to right, are matched as in an alignment of
// two texts: a character takes some blobs, shares one with its neighbours where they touch, or has
// none; a blob can be dust. The cheapest match wins.

#include "ocr/engine/alignment.h"
#include "text/characters.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace mingxi::ocr {
namespace {

// Costs are in widths of a Han character.
constexpr double kNoInk = 0.65;          // for a character without ink
constexpr double kNoCharacter = 0.15;    // for dust, and its width
constexpr double kTouching = 0.25;       // for each further character of one blob
constexpr double kPartOfDigit = 0.4;     // for a digit of several blobs
constexpr double kAside = 0.12;          // for a character that lies as far from its place
constexpr std::size_t kMaxBlobs = 6;     // of one character: 川 has three
constexpr std::size_t kMaxTouching = 8;  // characters of one blob
constexpr double kCharacter = 0.4;       // high: neither dust nor a point
constexpr double kOverlap = 0.4;         // of the narrower of two pieces that are one blob

/// How wide the ink of a character is.
double ink_width(char32_t c) {
  if (text::is_han(c)) return 0.88;
  switch (c) {
    case U'1':
      return 0.3;
    case U'.':
    case U',':
    case U':':
    case U';':
    case U'、':
    case U'，':
    case U'；':
    case U'：':
      return 0.16;
    case U'。':
    case U'(':
    case U')':
    case U'（':
    case U'）':
      return 0.26;
    case U'“':
    case U'”':
      return 0.34;
    case U'%':
      return 0.7;
    case U'—':
      return 0.95;
    default:
      return 0.45;
  }
}

/// Pieces that lie above one another as one, from left to right.
std::vector<Box> blobs_of(std::vector<Box> ink) {
  std::sort(ink.begin(), ink.end(), [](const Box& a, const Box& b) { return a.left < b.left; });
  std::vector<Box> blobs;
  for (const Box& piece : ink) {
    if (!blobs.empty()) {
      Box& last = blobs.back();
      const double common = std::min(last.right, piece.right) - piece.left;
      if (common > kOverlap * std::min(last.width(), piece.width())) {
        last = united(last, piece);
        continue;
      }
    }
    blobs.push_back(piece);
  }
  return blobs;
}

/// The width of a Han character on a line: what there is of ink and of characters goes together.
double size_of(const std::vector<Box>& blobs, const std::vector<Glyph>& line) {
  std::vector<double> heights;
  heights.reserve(blobs.size());
  for (const Box& blob : blobs) heights.push_back(blob.height());
  std::sort(heights.begin(), heights.end());
  constexpr double kTall = 0.85;  // of the heights: not that of a bracket beside the line
  const double tall =
      heights[static_cast<std::size_t>(kTall * static_cast<double>(heights.size() - 1))];
  const bool has_han = std::any_of(
      line.begin(), line.end(), [](const Glyph& glyph) { return text::is_han(glyph.code_point); });
  constexpr double kHanHeight = 0.9;
  constexpr double kDigitHeight = 0.7;
  return tall / (has_han ? kHanHeight : kDigitHeight);
}

class Placing {
 public:
  Placing(const std::vector<Box>& blobs, const std::vector<Glyph>& line)
      : blobs_(blobs),
        line_(line),
        size_(size_of(blobs, line)),
        steps_((line.size() + 1) * (blobs.size() + 1)) {}

  /// The box of each character; nothing where it has no ink.
  std::vector<std::optional<Box>> boxes() {
    at(0, 0).cost = 0;
    for (std::size_t i = 0; i <= line_.size(); ++i)
      for (std::size_t j = 0; j <= blobs_.size(); ++j)
        if (at(i, j).cost < kUnknown) go_on(i, j);
    std::vector<std::optional<Box>> result(line_.size());
    for (std::size_t i = line_.size(), j = blobs_.size(); i > 0 || j > 0;) {
      const Step& step = at(i, j);
      const std::size_t first = i - step.characters;
      if (step.characters == 0 && blobs_[j - 1].height() > kCharacter * size_) ++unread_;
      if (step.characters > 0 && step.blobs > 0) share(first, i, joined(j - step.blobs, j), result);
      i = first;
      j -= step.blobs;
    }
    return result;
  }

  /// How many blobs as large as characters none has taken, once boxes() is there.
  std::size_t unread() const { return unread_; }

 private:
  static constexpr double kUnknown = std::numeric_limits<double>::infinity();

  /// How a place in the alignment is reached best.
  struct Step {
    double cost = kUnknown;
    std::size_t characters = 0;
    std::size_t blobs = 0;
  };

  Step& at(std::size_t i, std::size_t j) { return steps_[i * (blobs_.size() + 1) + j]; }

  void offer(std::size_t i, std::size_t j, double cost, std::size_t characters, std::size_t blobs) {
    Step& step = at(i + characters, j + blobs);
    cost += at(i, j).cost;
    if (cost < step.cost) step = {cost, characters, blobs};
  }

  void go_on(std::size_t i, std::size_t j) {
    const bool has_blob = j < blobs_.size();
    if (has_blob) offer(i, j, kNoCharacter + blobs_[j].width() / size_, 0, 1);
    if (i == line_.size()) return;
    offer(i, j, kNoInk, 1, 0);
    for (std::size_t count = 1; count <= kMaxBlobs && j + count <= blobs_.size(); ++count) {
      const Box box = joined(j, j + count);
      if (box.width() > 2 * size_) break;
      offer(i, j, cost_of(i, box) + kPartOfDigit * pieces_too_many(i, count), 1, count);
    }
    double width = ink_width(line_[i].code_point);
    for (std::size_t count = 2; has_blob && count <= kMaxTouching && i + count <= line_.size();
         ++count) {
      width += ink_width(line_[i + count - 1].code_point);
      const double cost = std::abs(blobs_[j].width() / size_ - width);
      offer(i, j, cost + kTouching * static_cast<double>(count - 1), count, 1);
    }
  }

  double cost_of(std::size_t i, const Box& box) const {
    const double aside = std::abs(box.middle_x() - line_[i].box.middle_x()) / size_;
    return std::abs(box.width() / size_ - ink_width(line_[i].code_point)) +
           kAside * std::min(aside, 2.0);
  }

  double pieces_too_many(std::size_t i, std::size_t count) const {
    return text::is_han(line_[i].code_point) || line_[i].code_point == U'%'
               ? 0
               : static_cast<double>(count - 1);
  }

  Box joined(std::size_t first, std::size_t last) const {
    Box box = blobs_[first];
    for (std::size_t i = first + 1; i < last; ++i) box = united(box, blobs_[i]);
    return box;
  }

  /// Parts a box among characters by their widths.
  void share(std::size_t first, std::size_t last, const Box& box,
             std::vector<std::optional<Box>>& result) const {
    double all = 0;
    for (std::size_t i = first; i < last; ++i) all += ink_width(line_[i].code_point);
    double left = box.left;
    for (std::size_t i = first; i < last; ++i) {
      const double right = left + box.width() * ink_width(line_[i].code_point) / all;
      result[i] = Box{left, box.top, right, box.bottom};
      left = right;
    }
  }

  const std::vector<Box>& blobs_;
  const std::vector<Glyph>& line_;
  double size_;
  std::vector<Step> steps_;
  std::size_t unread_ = 0;
};

}  // namespace

std::size_t place_on_ink(const std::vector<Box>& ink, std::vector<Glyph>& line) {
  const std::vector<Box> blobs = blobs_of(ink);
  if (blobs.empty() || line.empty()) return 0;
  Placing placing(blobs, line);
  const std::vector<std::optional<Box>> boxes = placing.boxes();
  double left = std::min(blobs.front().left, line.front().box.left);
  for (std::size_t i = 0; i < line.size(); ++i) {
    Box& box = line[i].box;
    if (boxes[i]) {
      box = *boxes[i];
    } else {
      box.left = left;
      box.right = left;
    }
    left = box.right;
  }
  return placing.unread();
}

}  // namespace mingxi::ocr
