#include "read/office/ofd/ofd_page.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "messages/reading_sentences.h"
#include "model/error.h"
#include "read/office/ofd/ofd_geometry.h"
#include "read/plain_text/advance.h"
#include "text/characters.h"

namespace mingxi::read {

using messages::ReadingSentence;
using messages::said;

namespace {

constexpr std::size_t kMaxMarks = 1'000'000;  // of a page
constexpr double kAscent = 0.88;              // font sizes
constexpr double kDescent = 0.12;
constexpr double kUsualLine = 0.353;  // millimetres, where an object says nothing
constexpr double kThin = 2.5;         // points: a fill as thin is a line
constexpr double kStraight = 0.02;    // how far a line may be out of true, of its length
constexpr double kShadeHeight = 60;   // points: larger fills are grounds

/// Whether a colour is white paper.
bool is_white(XmlNode colour) {
  if (!colour || !colour.has_attribute("Value")) return false;
  const std::vector<double> parts = ofd_numbers(colour.attribute("Value"));
  return parts.size() == 3 && std::ranges::all_of(parts, [](double part) { return part >= 250; });
}

bool is_unseen(XmlNode object) {
  return object.attribute("Visible") == "false" || object.attribute("Alpha") == "0";
}

class ContentPrinter {
 public:
  ContentPrinter(const Box& paper, const std::string& where, Page& page)
      : paper_(paper), where_(where), page_(page) {}

  void print_all(XmlNode parent, const OfdTransform& outer) {
    for (const XmlNode object : elements_of(parent)) {
      const std::string_view name = object.name();
      if (name == "TextObject") {
        print_text(object, outer);
      } else if (name == "PathObject") {
        print_path(object, outer);
      } else if (name == "ImageObject") {
        page_.images.push_back({placed_boundary(object, outer), marks()});
      } else if (name == "Layer" || name == "PageBlock") {
        print_all(object, outer);
      }
      if (page_.glyphs.size() + page_.rulings.size() > kMaxMarks)
        throw Error(ErrorKind::kTooLarge, where_, said(ReadingSentence::kOfdTooComplex));
    }
  }

 private:
  std::uint32_t marks() const { return static_cast<std::uint32_t>(page_.glyphs.size()); }

  Box placed_boundary(XmlNode object, const OfdTransform& outer) const {
    const std::vector<double> numbers = ofd_numbers(object.attribute("Boundary"));
    if (numbers.size() < 4) return {};
    return {outer.x(numbers[0], numbers[1]), outer.y(numbers[0], numbers[1]),
            outer.x(numbers[0] + numbers[2], numbers[1] + numbers[3]),
            outer.y(numbers[0] + numbers[2], numbers[1] + numbers[3])};
  }

  void print_text(XmlNode object, const OfdTransform& outer) {
    const OfdTransform transform = ofd_transform(object, outer);
    const std::vector<double> sizes = ofd_numbers(object.attribute("Size"));
    const double size = sizes.empty() ? 0 : sizes.front();
    Visibility visibility = Visibility::kVisible;
    if (is_unseen(object)) visibility = Visibility::kInvisible;
    if (is_white(object.child("FillColor"))) visibility = Visibility::kWhite;
    double x = 0, y = 0;
    for (const XmlNode code : elements_of(object)) {
      if (code.name() != "TextCode") continue;
      if (const auto given = ofd_numbers(code.attribute("X")); !given.empty()) x = given.front();
      if (const auto given = ofd_numbers(code.attribute("Y")); !given.empty()) y = given.front();
      print_run(code, {x, y}, size, transform, visibility);
    }
  }

  struct Pen {
    double x = 0, y = 0;
  };

  void print_run(XmlNode code, Pen pen, double size, const OfdTransform& transform,
                 Visibility visibility) {
    const std::string text = code.text();
    const std::size_t count = text::count_code_points(text);
    const std::vector<double> across = ofd_steps(code.attribute("DeltaX"), count);
    const std::vector<double> down = ofd_steps(code.attribute("DeltaY"), count);
    std::size_t i = 0;
    for (std::size_t at = 0; at < text.size(); ++i) {
      const char32_t c = text::next_code_point(text, at);
      const Advance advance = advance_of(c);
      const double usual = size * advance.columns / 2;
      double step = usual;
      if (i < across.size())
        step = across[i];
      else if (!down.empty())
        step = 0;
      if (advance.is_printed)
        print_glyph(c, pen,
                    std::min(std::abs(step) > 0 ? std::abs(step) : usual, std::max(usual, size)),
                    size, transform, visibility);
      pen.x += step;
      if (i < down.size()) pen.y += down[i];
    }
  }

  void print_glyph(char32_t c, Pen pen, double width, double size, const OfdTransform& transform,
                   Visibility visibility) {
    const double scale = std::hypot(transform.c, transform.d);
    Glyph glyph{.code_point = c, .font_size = size * scale, .visibility = visibility};
    const double top = pen.y - kAscent * size, bottom = pen.y + kDescent * size;
    const double x1 = transform.x(pen.x, top), y1 = transform.y(pen.x, top);
    const double x2 = transform.x(pen.x + width, bottom), y2 = transform.y(pen.x + width, bottom);
    glyph.box = {std::min(x1, x2), std::min(y1, y2), std::max(x1, x2), std::max(y1, y2)};
    const bool is_level = std::abs(transform.b) < kStraight * std::abs(transform.a);
    const bool is_upright = std::abs(transform.a) < kStraight * std::abs(transform.b);
    glyph.baseline = is_upright ? transform.x(pen.x, pen.y) : transform.y(pen.x, pen.y);
    if (is_upright)
      glyph.direction = transform.b > 0 ? Direction::kDown : Direction::kUp;
    else if (is_level)
      glyph.direction = transform.a > 0 ? Direction::kRight : Direction::kLeft;
    else
      glyph.visibility = Visibility::kAskew;
    if (!holds(paper_, glyph.box.middle_x(), glyph.box.middle_y()))
      glyph.visibility = Visibility::kOutsidePage;
    page_.glyphs.push_back(glyph);
  }

  void print_path(XmlNode object, const OfdTransform& outer) {
    if (is_unseen(object)) return;
    const OfdTransform transform = ofd_transform(object, outer);
    const std::string fill = object.attribute("Fill");
    const bool is_filled = (fill == "true" || fill == "1") && !is_white(object.child("FillColor"));
    const std::string stroke = object.attribute("Stroke");
    const bool is_stroked =
        stroke != "false" && stroke != "0" && !is_white(object.child("StrokeColor"));
    const std::vector<double> given = ofd_numbers(object.attribute("LineWidth"));
    const double thickness =
        (given.empty() ? kUsualLine : given.front()) * std::hypot(transform.a, transform.b);
    for (const std::vector<Pen>& line :
         lines_of(object.child("AbbreviatedData").text(), transform)) {
      if (is_filled) add_fill(line);
      if (is_stroked)
        for (std::size_t i = 1; i < line.size(); ++i) add_stroke(line[i - 1], line[i], thickness);
    }
  }

  /// The corners of each sub-path, on the page. Curves are left out.
  static std::vector<std::vector<Pen>> lines_of(const std::string& data,
                                                const OfdTransform& transform) {
    std::vector<std::vector<Pen>> lines;
    const auto placed = [&](double x, double y) {
      return Pen{transform.x(x, y), transform.y(x, y)};
    };
    std::size_t at = data.find_first_of("SMLQBACsmlqbac");
    while (at != std::string::npos) {
      const std::size_t next = data.find_first_of("SMLQBACsmlqbac", at + 1);
      const std::string_view part =
          std::string_view(data).substr(at + 1, next == std::string::npos ? next : next - at - 1);
      const std::vector<double> numbers = ofd_numbers(part);
      switch (data[at] | 0x20) {
        case 's':
        case 'm':
          if (numbers.size() >= 2) lines.push_back({placed(numbers[0], numbers[1])});
          break;
        case 'l':
          if (numbers.size() >= 2 && !lines.empty())
            lines.back().push_back(placed(numbers[0], numbers[1]));
          break;
        case 'c':
          if (!lines.empty() && lines.back().size() > 1)
            lines.back().push_back(lines.back().front());
          break;
        default:
          // A curve: what follows begins elsewhere.
          if (numbers.size() >= 2)
            lines.push_back({placed(numbers[numbers.size() - 2], numbers.back())});
      }
      at = next;
    }
    return lines;
  }

  void add_stroke(Pen from, Pen to, double thickness) {
    const double across = std::abs(to.x - from.x), down = std::abs(to.y - from.y);
    const double half = thickness / 2;
    if (down <= kStraight * across)
      page_.rulings.push_back({{std::min(from.x, to.x), (from.y + to.y) / 2 - half,
                                std::max(from.x, to.x), (from.y + to.y) / 2 + half}});
    else if (across <= kStraight * down)
      page_.rulings.push_back({{(from.x + to.x) / 2 - half, std::min(from.y, to.y),
                                (from.x + to.x) / 2 + half, std::max(from.y, to.y)}});
  }

  void add_fill(const std::vector<Pen>& corners) {
    if (corners.size() < 4) return;
    Box box{corners[0].x, corners[0].y, corners[0].x, corners[0].y};
    for (const Pen& corner : corners) box = united(box, {corner.x, corner.y, corner.x, corner.y});
    if (box.width() < kThin || box.height() < kThin)
      page_.rulings.push_back({box});
    else if (box.height() < kShadeHeight)
      page_.shades.push_back(box);
  }

  const Box& paper_;
  const std::string& where_;
  Page& page_;
};

}  // namespace

void add_ofd_content(XmlNode page_content, const Box& paper, const std::string& where, Page& page) {
  const double k = kPointsOfMillimetre;
  const OfdTransform to_points{.a = k, .b = 0, .c = 0, .d = k, .e = -paper.left, .f = -paper.top};
  const Box sheet{0, 0, paper.width(), paper.height()};
  ContentPrinter(sheet, where, page).print_all(page_content, to_points);
}

}  // namespace mingxi::read
