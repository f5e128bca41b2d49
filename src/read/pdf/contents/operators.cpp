// Which operators there are, what they take, and what each does. Looked up by a small hash table:
// a page has some ten thousand operators of eighty kinds.

#include "read/pdf/contents/operators.h"

#include <array>
#include <cstdint>
#include <vector>

#include "read/pdf/contents/declined.h"
#include "read/pdf/contents/page_content.h"

namespace mingxi::read {

namespace {

const GfxDeviceGrayColorSpace kGray;
const GfxDeviceRGBColorSpace kRgb;
const GfxDeviceCMYKColorSpace kCmyk;

Matrix6 matrix_of(const Operand* o) {
  return {o[0].number, o[1].number, o[2].number, o[3].number, o[4].number, o[5].number};
}

Point point_of(const Operand* o) { return {o[0].number, o[1].number}; }

}  // namespace

const GfxColorSpace& plain_grey() { return kGray; }

/// Has access to the pages' contents.
struct Operators {
  static constexpr auto kNothing = [](PageContent&, const Operand*) {};

  static void draw_to(PageContent& page, const Point& point) {
    if (!page.path_.has_point()) throw Declined{"a line from nowhere"};
    page.path_.line_to(point.x, point.y);
    page.at_ = page.path_.current();
  }
  static void move_to(PageContent& page, const Point& point) {
    page.path_.move_to(point.x, point.y);
    page.at_ = page.path_.current();
  }
  static void curve_to(PageContent& page, const Point& first, const Point& second,
                       const Point& end) {
    if (!page.path_.has_point()) throw Declined{"a curve from nowhere"};
    page.path_.curve_to(first, second, end);
    page.at_ = page.path_.current();
  }
  static void close(PageContent& page) {
    if (!page.path_.has_point()) throw Declined{"an end of no path"};
    page.path_.close();
    page.at_ = page.path_.current();
  }
  static void rectangle(PageContent& page, const Operand* o) {
    const double x = o[0].number;
    const double y = o[1].number;
    const double width = o[2].number;
    const double height = o[3].number;
    page.path_.move_to(x, y);
    page.path_.line_to(x + width, y);
    page.path_.line_to(x + width, y + height);
    page.path_.line_to(x, y + height);
    close(page);
  }

  static std::vector<Operator> all();
};

std::vector<Operator> Operators::all() {
  using P = PageContent;
  using O = const Operand*;
  return {
      // graphics state
      {"q", "", [](P& p, O) { p.save(); }},
      {"Q", "", [](P& p, O) { p.restore(); }},
      {"cm", "nnnnnn",
       [](P& p, O o) {
         p.state_.concatenate(matrix_of(o));
         p.has_style_ = false;
       }},
      {"w", "n", [](P& p, O o) { p.state_.line_width = o[0].number; }},
      {"gs", "N", [](P& p, O o) { p.change_state(o); }},
      {"J", "w", kNothing},
      {"M", "n", kNothing},
      {"d", "an", kNothing},
      {"i", "n", kNothing},
      {"j", "w", kNothing},
      {"ri", "N", kNothing},
      // colours
      {"g", "n", [](P& p, O o) { p.set_colour(kGray, o, true); }},
      {"G", "n", [](P& p, O o) { p.set_colour(kGray, o, false); }},
      {"rg", "nnn", [](P& p, O o) { p.set_colour(kRgb, o, true); }},
      {"RG", "nnn", [](P& p, O o) { p.set_colour(kRgb, o, false); }},
      {"k", "nnnn", [](P& p, O o) { p.set_colour(kCmyk, o, true); }},
      {"K", "nnnn", [](P& p, O o) { p.set_colour(kCmyk, o, false); }},
      {"cs", "N", [](P& p, O o) { p.set_space(o[0].text, true); }},
      {"CS", "N", [](P& p, O o) { p.set_space(o[0].text, false); }},
      {"sc", "", [](P& p, O) { p.set_components(true); }},
      {"SC", "", [](P& p, O) { p.set_components(false); }},
      {"scn", "", [](P& p, O) { p.set_components(true); }},
      {"SCN", "", [](P& p, O) { p.set_components(false); }},
      // paths
      {"m", "nn", [](P& p, O o) { move_to(p, point_of(o)); }},
      {"l", "nn", [](P& p, O o) { draw_to(p, point_of(o)); }},
      {"c", "nnnnnn",
       [](P& p, O o) { curve_to(p, point_of(o), point_of(o + 2), point_of(o + 4)); }},
      {"v", "nnnn", [](P& p, O o) { curve_to(p, p.at_, point_of(o), point_of(o + 2)); }},
      {"y", "nnnn", [](P& p, O o) { curve_to(p, point_of(o), point_of(o + 2), point_of(o + 2)); }},
      {"re", "nnnn", [](P& p, O o) { rectangle(p, o); }},
      {"h", "", [](P& p, O) { close(p); }},
      {"n", "", [](P& p, O) { p.end_path(); }},
      {"W", "", [](P& p, O) { p.clips_next_ = true; }},
      {"W*", "", [](P& p, O) { p.clips_next_ = true; }},
      {"S", "", [](P& p, O) { p.paint(PathInk::kStroke, FillRule::kNonZero); }},
      {"s", "",
       [](P& p, O) {
         if (p.path_.has_point()) close(p);
         p.paint(PathInk::kStroke, FillRule::kNonZero);
       }},
      {"f", "", [](P& p, O) { p.paint(PathInk::kFill, FillRule::kNonZero); }},
      {"F", "", [](P& p, O) { p.paint(PathInk::kFill, FillRule::kNonZero); }},
      {"f*", "", [](P& p, O) { p.paint(PathInk::kFill, FillRule::kEvenOdd); }},
      {"B", "", [](P& p, O) { p.paint(PathInk::kBoth, FillRule::kNonZero); }},
      {"B*", "", [](P& p, O) { p.paint(PathInk::kBoth, FillRule::kEvenOdd); }},
      {"b", "",
       [](P& p, O) {
         if (p.path_.has_path()) close(p);
         p.paint(PathInk::kBoth, FillRule::kNonZero);
       }},
      {"b*", "",
       [](P& p, O) {
         if (p.path_.has_path()) close(p);
         p.paint(PathInk::kBoth, FillRule::kEvenOdd);
       }},
      // text
      {"BT", "",
       [](P& p, O) {
         p.set_text_matrix({1, 0, 0, 1, 0, 0});
       }},
      {"ET", "", kNothing},
      {"Tf", "Nn", [](P& p, O o) { p.set_font(o); }},
      {"Tm", "nnnnnn", [](P& p, O o) { p.set_text_matrix(matrix_of(o)); }},
      {"Td", "nn",
       [](P& p, O o) { p.move_text_line(p.line_.x + o[0].number, p.line_.y + o[1].number); }},
      {"TD", "nn",
       [](P& p, O o) {
         p.state_.leading = -o[1].number;
         p.move_text_line(p.line_.x + o[0].number, o[1].number + p.line_.y);
       }},
      {"T*", "", [](P& p, O) { p.next_line(); }},
      {"TL", "n", [](P& p, O o) { p.state_.leading = o[0].number; }},
      {"Tc", "n",
       [](P& p, O o) {
         p.state_.character_space = o[0].number;
         p.has_style_ = false;
       }},
      {"Tw", "n",
       [](P& p, O o) {
         p.state_.word_space = o[0].number;
         p.has_style_ = false;
       }},
      {"Tz", "n",
       [](P& p, O o) {
         p.state_.horizontal_scale = 0.01 * o[0].number;
         p.has_style_ = false;
       }},
      {"Tr", "w",
       [](P& p, O o) {
         p.state_.render_mode = static_cast<int>(o[0].number);
         p.has_style_ = false;
       }},
      {"Ts", "n", [](P& p, O o) { p.state_.rise = o[0].number; }},
      {"Tj", "s", [](P& p, O o) { p.show(o[0].text); }},
      {"TJ", "a", [](P& p, O) { p.show_array(); }},
      {"'", "s",
       [](P& p, O o) {
         p.next_line();
         p.show(o[0].text);
       }},
      {"\"", "nns",
       [](P& p, O o) {
         p.state_.word_space = o[0].number;
         p.state_.character_space = o[1].number;
         p.has_style_ = false;
         p.next_line();
         p.show(o[2].text);
       }},
      // marked content
      {"BMC", "N", [](P& p, O o) { p.begin_marked(o[0].text, nullptr); }},
      {"BDC", "Np", [](P& p, O o) { p.begin_marked(o[0].text, o + 1); }},
      {"EMC", "", [](P& p, O) { p.end_marked(); }},
      {"MP", "N", kNothing},
      {"DP", "Np", kNothing},
      // drawings
      {"Do", "N", [](P& p, O o) { p.draw(o[0].text); }},
      {"BI", "", [](P& p, O) { p.draw_inline_image(); }},
  };
}

namespace {

constexpr std::size_t kPlaces = 512;

std::size_t place_of(std::string_view name) {
  std::uint32_t code = 0;
  for (const unsigned char c : name) code = code * 256 + c;
  return (code * 2654435769U) >> 23U;  // nine bits of a golden-ratio hash
}

class OperatorTable {
 public:
  OperatorTable() : operators_(Operators::all()) {
    for (const Operator& op : operators_) {
      std::size_t place = place_of(op.name);
      while (places_[place] != nullptr) place = (place + 1) % kPlaces;
      places_[place] = &op;
    }
  }

  const Operator* find(std::string_view name) const {
    if (name.size() > 3) return nullptr;
    for (std::size_t place = place_of(name); places_[place] != nullptr;
         place = (place + 1) % kPlaces)
      if (places_[place]->name == name) return places_[place];
    return nullptr;
  }

 private:
  std::vector<Operator> operators_;
  std::array<const Operator*, kPlaces> places_{};
};

}  // namespace

const Operator* find_operator(std::string_view name) {
  static const OperatorTable kTable;
  return kTable.find(name);
}

}  // namespace mingxi::read
