#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "read/pdf/rulings.h"
#include "read/pdf/visibility.h"

namespace mingxi::read {

/// How ink looks on white paper.
enum class Ink : std::uint8_t {
  kNone,   ///< wholly transparent
  kWhite,  ///< not distinguished from paper
  kLight,  ///< light grey, say: seen as a ruling, but white text on it is not
  kDark,   ///< everything else, and everything unknown
};

/// What a path or an image is painted with.
struct Paint {
  Ink ink = Ink::kDark;
  bool is_opaque = true;  ///< nothing below shows through
};

enum class WritingMode : std::uint8_t { kHorizontal, kVertical };

/// What is the same for all glyphs of one string: vectors on the upright page, in points.
struct TextStyle {
  double along_x = 0, along_y = 0;  ///< one em in the writing direction of horizontal text
  double up_x = 0, up_y = 0;        ///< one em up from the baseline
  double ascent = 0, descent = 0;   ///< of the font, in em
  WritingMode writing_mode = WritingMode::kHorizontal;
  Ink ink = Ink::kDark;
  bool is_pale = false;  ///< of light ink or showing what is below
};

enum class GroupKind : std::uint8_t {
  kPainted,  ///< a transparency group: painted as a whole when it is done
  kMask,     ///< only the shape of a soft mask: nothing in it is printed
};

/// Gathers what one page prints, operator by operator in painting order, and says at the end what
/// of it can be seen. Knows nothing of PDF; all coordinates are those of the upright page.
class PageRecorder {
 public:
  /// Begins a page. first_glyph is the number of glyphs on the pages before it.
  void start(int number, GlyphId first_glyph);
  /// Its size; a page that cannot be read never gets one.
  void set_paper(double width, double height);
  bool has_paper() const { return page_.width > 0 && page_.height > 0; }

  /// Ends it. What it printed is judged and handed out.
  Page finished();

  /// What is painted from now on is seen only inside the box.
  void set_clip(const Box& clip);
  void set_style(const TextStyle& style);

  /// One glyph at a point of the baseline (of vertical text: the middle of its upper edge). It may
  /// mean several characters (a ligature) or for none that is known.
  void print(double x, double y, double advance_x, double advance_y,
             std::span<const std::uint32_t> characters);

  /// From here to the end of the span, the author says, the glyphs mean this text.
  void begin_actual_text(std::u32string_view text);
  void end_actual_text();

  void stroke(const Path& path, double line_width, const Paint& paint);
  void fill(const Path& path, FillRule rule, const Paint& paint);
  /// A shading or a pattern painted all over the clip.
  void shade();
  void image(const Box& box, const Paint& paint);

  void begin_group(GroupKind kind);
  void end_group();
  /// Paints the group that ended last; transparent, it vanishes.
  void paint_group(Ink ink, bool is_pale);

 private:
  struct Mark {
    GroupKind kind = GroupKind::kPainted;
    std::size_t glyphs = 0;
    std::size_t rulings = 0;
    std::size_t images = 0;
    std::size_t areas = 0;
  };

  Mark here(GroupKind kind) const;
  void forget_since(const Mark& mark);
  void add_area(const Box& box, Shade shade, bool hides);
  void drop_rulings_on_white(std::size_t first);
  void add_tint(const Box& box);
  Visibility visibility_at(const Middle& middle) const;

  Page page_;
  Box paper_;
  Box clip_;
  std::vector<PaintedArea> areas_;
  bool has_dark_area_ = false;
  std::vector<Box> tinted_;         // areas that are not white: a white ruling on them is seen
  std::vector<FilledArea> filled_;  // kept for its memory

  TextStyle style_;
  double font_size_ = 0;
  Direction direction_ = Direction::kRight;
  bool is_askew_ = false;
  Box extent_;  // of a glyph without advance, around its origin

  std::vector<Mark> groups_;
  Mark ended_group_;

  int actual_text_depth_ = 0;
  std::u32string actual_text_;
  std::size_t actual_text_begin_ = 0;
};

}  // namespace mingxi::read
