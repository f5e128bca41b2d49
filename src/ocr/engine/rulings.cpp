// Leptonica finds the lines: an opening with a long thin brick leaves only what is long and thin.
// A long stroke of a large character is left too; a line is distinguished from it by its length, or
// by meeting lines of the other direction at both ends.

#include "ocr/engine/rulings.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "ocr/engine/images.h"

namespace mingxi::ocr {
namespace {

// Points. The lowest rows are 10 high; the strokes of common text are up to 16 long.
constexpr double kShortestAcross = 18;
constexpr double kShortestDown = 10;
constexpr double kLong = 40;       // no character of a common title has strokes as long
constexpr double kVeryLong = 120;  // nor do the feet of the characters of a cell run on as far
constexpr double kThickest = 4;    // a thicker bar is shading
constexpr double kMeeting = 1.2;   // how far lines that meet may lie apart: strokes end farther off

struct Line {
  Box box;  // pixels
  bool is_across = true;

  double begin() const { return is_across ? box.left : box.top; }
  double end() const { return is_across ? box.right : box.bottom; }
  double at() const { return is_across ? box.middle_y() : box.middle_x(); }
};

struct Lines {
  PixPointer ink;  // of the lines alone
  std::vector<Line> all;
};

/// What is left of an opening, piece by piece; thick pieces are no lines.
Lines lines_in(Pix* ink, bool is_across, double scale) {
  const int gap = std::max(3, static_cast<int>(scale));
  const auto shortest = static_cast<int>((is_across ? kShortestAcross : kShortestDown) * scale);
  const PixPointer closed = checked(is_across ? pixCloseSafeBrick(nullptr, ink, gap, 1)
                                              : pixCloseSafeBrick(nullptr, ink, 1, gap));
  const PixPointer opened = checked(is_across ? pixOpenBrick(nullptr, closed.get(), shortest, 1)
                                              : pixOpenBrick(nullptr, closed.get(), 1, shortest));
  // Steps of one line that is not quite straight touch again.
  Lines lines{.ink = checked(is_across ? pixDilateBrick(nullptr, opened.get(), gap, 1)
                                       : pixDilateBrick(nullptr, opened.get(), 1, gap)),
              .all = {}};
  for (const Box& box : components_of(lines.ink.get())) {
    const double thickness = is_across ? box.height() : box.width();
    if (thickness <= kThickest * scale) lines.all.push_back({box, is_across});
  }
  return lines;
}

/// The lines that are dark, and those that are light grey.
Lines all_lines(Pix* ink, Pix* faint_ink, bool is_across, double scale) {
  Lines lines = lines_in(ink, is_across, scale);
  const Lines faint = lines_in(faint_ink, is_across, scale);
  lines.all.insert(lines.all.end(), faint.all.begin(), faint.all.end());
  pixOr(lines.ink.get(), lines.ink.get(), faint.ink.get());
  return lines;
}

/// Puts pieces of one line together between which a seal lay: it took part of the line with it.
void bridge_seals(std::vector<Line>& lines, const std::vector<Box>& seals, double scale) {
  constexpr double kSameLine = 0.7;  // points
  std::sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) {
    return std::pair(a.begin(), a.at()) < std::pair(b.begin(), b.at());
  });
  for (std::size_t i = 0; i < lines.size(); ++i) {
    for (std::size_t k = i + 1; k < lines.size();) {
      Line& line = lines[i];
      const Line& next = lines[k];
      const bool is_along = std::abs(line.at() - next.at()) <= kSameLine * scale;
      const double middle = (line.end() + next.begin()) / 2;
      const bool is_beneath =
          is_along && std::any_of(seals.begin(), seals.end(), [&](const Box& seal) {
            return line.is_across ? holds(seal, middle, line.at()) : holds(seal, line.at(), middle);
          });
      if (!is_beneath) {
        ++k;
        continue;
      }
      line.box = united(line.box, next.box);
      lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(k));
    }
  }
}

bool meets(const Line& line, double end, const std::vector<Line>& others, double near) {
  return std::any_of(others.begin(), others.end(), [&](const Line& other) {
    return std::abs(other.at() - end) <= near && line.at() >= other.begin() - near &&
           line.at() <= other.end() + near;
  });
}

std::vector<Line> without_strokes(const std::vector<Line>& lines, const std::vector<Line>& others,
                                  double scale) {
  std::vector<Line> kept;
  for (const Line& line : lines) {
    const double length = (line.end() - line.begin()) / scale;
    const int met = static_cast<int>(meets(line, line.begin(), others, kMeeting * scale)) +
                    static_cast<int>(meets(line, line.end(), others, kMeeting * scale));
    if (met == 2 || (met == 1 && length >= kLong) || length >= kVeryLong) kept.push_back(line);
  }
  return kept;
}

Box in_points(const Box& pixels, double scale) {
  return {pixels.left / scale, pixels.top / scale, pixels.right / scale, pixels.bottom / scale};
}

/// As thin as a ruling is, however thick its ink.
Ruling ruling_of(const Line& line, double scale) {
  Box box = in_points(line.box, scale);
  constexpr double kHalfThickness = 0.25;
  if (line.is_across) {
    const double middle = box.middle_y();
    box.top = middle - kHalfThickness;
    box.bottom = middle + kHalfThickness;
  } else {
    const double middle = box.middle_x();
    box.left = middle - kHalfThickness;
    box.right = middle + kHalfThickness;
  }
  return {rounded(box)};
}

/// One step along a line: from which pixel to which it is inked, and whether ink goes on there.
struct Section {
  int near = 0;
  int far = 0;  // not inked
  bool goes_on_near = false;
  bool goes_on_far = false;
};

int pixel_of(const Line& line, Pix* image, int along, int across) {
  l_uint32 value = 0;
  pixGetPixel(image, line.is_across ? along : across, line.is_across ? across : along, &value);
  return static_cast<int>(value);
}

/// Nothing where the line has no ink. A line's edge is grey, and part of it.
std::optional<Section> section_of(const Line& line, Pix* lines, Pix* ink, int along) {
  const auto begin = static_cast<int>(line.is_across ? line.box.top : line.box.left);
  const auto end = static_cast<int>(line.is_across ? line.box.bottom : line.box.right);
  Section section{.near = begin, .far = end};
  while (section.near < end && pixel_of(line, lines, along, section.near) == 0) ++section.near;
  if (section.near == end) return std::nullopt;
  while (pixel_of(line, lines, along, section.far - 1) == 0) --section.far;
  --section.near;
  ++section.far;
  section.goes_on_near = pixel_of(line, ink, along, section.near - 1) != 0;
  section.goes_on_far = pixel_of(line, ink, along, section.far) != 0;
  return section;
}

/// Whether a short line is made of strokes of characters: those go on beside it, again and again.
bool is_of_strokes(const Line& line, Pix* lines, Pix* ink, double scale) {
  if (line.end() - line.begin() >= kVeryLong * scale) return false;
  constexpr double kMaxBeside = 0.15;   // of its length
  const double end = kMeeting * scale;  // where other lines meet it
  int count = 0, beside = 0;
  for (auto along = static_cast<int>(line.begin() + end); along < line.end() - end; ++along) {
    const std::optional<Section> section = section_of(line, lines, ink, along);
    ++count;
    if (section && (section->goes_on_near || section->goes_on_far)) ++beside;
  }
  return beside > kMaxBeside * count;
}

/// Whitens a line but for the strokes that cross it, which go on at both sides of it. What is
/// printed against the line stays.
void take_out(const Line& line, Pix* lines, Pix* ink, Pix* grey) {
  constexpr unsigned kWhite = 255;
  for (auto along = static_cast<int>(line.begin()); along < static_cast<int>(line.end()); ++along) {
    const std::optional<Section> section = section_of(line, lines, ink, along);
    if (!section || (section->goes_on_near && section->goes_on_far)) continue;
    for (int across = section->near; across < section->far; ++across) {
      const int x = line.is_across ? along : across;
      const int y = line.is_across ? across : along;
      pixSetPixel(ink, x, y, 0);
      pixSetPixel(grey, x, y, kWhite);
    }
  }
}

}  // namespace

std::vector<Ruling> take_out_rulings(Pix* ink, Pix* faint_ink, Pix* grey, double scale,
                                     const std::vector<Box>& seals) {
  Lines all_across = all_lines(ink, faint_ink, true, scale);
  Lines all_down = all_lines(ink, faint_ink, false, scale);
  for (Lines* lines : {&all_across, &all_down}) {
    std::erase_if(lines->all, [&](const Line& line) {
      return is_of_strokes(line, lines->ink.get(), ink, scale);
    });
    if (!seals.empty()) bridge_seals(lines->all, seals, scale);
  }
  const std::vector<Line> across = without_strokes(all_across.all, all_down.all, scale);
  const std::vector<Line> down = without_strokes(all_down.all, across, scale);
  std::vector<Ruling> rulings;
  for (const auto& lines : {across, down})
    for (const Line& line : lines) rulings.push_back(ruling_of(line, scale));
  std::sort(rulings.begin(), rulings.end(), [](const Ruling& a, const Ruling& b) {
    return std::pair(a.box.top, a.box.left) < std::pair(b.box.top, b.box.left);
  });
  for (const Line& line : across) take_out(line, all_across.ink.get(), ink, grey);
  for (const Line& line : down) take_out(line, all_down.ink.get(), ink, grey);
  return rulings;
}

}  // namespace mingxi::ocr
