#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "read/pdf/contents/content_lexer.h"
#include "read/pdf/contents/graphics_state.h"
#include "read/pdf/contents/page_resources.h"
#include "read/pdf/contents/path_builder.h"
#include "read/pdf/page_recorder.h"

namespace mingxi::read {

/// How a path is painted.
enum class PathInk : std::uint8_t { kFill, kStroke, kBoth };

/// Goes through the operators of one page and hands what they print to the recorder, bit for bit as
/// Poppler's interpreter does through our device. Throws Declined for whatever it does not know.
class PageContent {
 public:
  /// shared and recorder must outlive it.
  PageContent(SharedResources& shared, PageRecorder& recorder);

  /// Reads a page whose paper the recorder knows. start: the matrix and the clip it begins with.
  void read(const ContentBytes& contents, Resources& resources, const GraphicsState& start);

 private:
  friend struct Operators;  // the table of what each operator does

  enum class MarkKind : std::uint8_t { kOther, kActualText };
  static constexpr std::size_t kMaxOperands = 33;  // of Poppler

  void run(const ContentBytes& contents);
  void read_array(Operand& array);
  void read_dictionary();
  void skip_value(Operand value);
  void apply(std::string_view name);
  const Operand* checked(std::string_view signature) const;

  // page_content.cpp
  void save();
  void restore();
  void change_state(const Operand* name);
  void set_colour(const GfxColorSpace& space, const Operand* operands, bool is_fill);
  void set_space(std::string_view name, bool is_fill);
  std::shared_ptr<GfxColorSpace> named_space(std::string_view name);
  void set_components(bool is_fill);
  void paint(PathInk ink, FillRule rule);
  void end_path();

  // page_text.cpp
  void set_font(const Operand* operands);
  void set_text_matrix(const Matrix6& matrix);
  void move_text_line(double x, double y);
  void next_line();
  void show(std::string_view codes);
  void show_array();
  void shift_text(double x, double y);
  void set_text_style();
  void print(const FontGlyph& glyph, const Point& rise, bool is_blank);
  void begin_marked(std::string_view tag, const Operand* list);
  void end_marked();

  // page_drawings.cpp
  void draw(std::string_view name);
  void draw_form(const Form& form);
  void draw_image(const PlacedImage& image);
  void draw_inline_image();

  /// What the innermost resources that know a name say; null where none does.
  template <typename Lookup>
  auto found(const Lookup& lookup) const {
    decltype(lookup(*resources_.back())) result = nullptr;
    for (auto at = resources_.rbegin(); at != resources_.rend() && result == nullptr; ++at)
      result = lookup(**at);
    return result;
  }

  SharedResources& shared_;
  PageRecorder& recorder_;
  std::vector<Resources*> resources_;  ///< the innermost last

  GraphicsState state_;
  std::vector<GraphicsState> saved_;
  std::size_t guard_ = 0;  ///< a form cannot restore what its page saved
  PathBuilder path_;
  Path placed_;              // kept for its memory
  bool clips_next_ = false;  ///< the path that ends next is a clip
  Point at_;                 ///< where the next glyph is printed, in the user's coordinates
  Point line_;               ///< where the text line began, in those of the text
  Point character_room_;
  Point word_room_;
  bool has_style_ = false;  ///< the recorder knows the style of text
  std::vector<MarkKind> marks_;

  ContentLexer* lexer_ = nullptr;
  std::vector<Operand> operands_;
  std::vector<Operand> elements_;                ///< of the array among the operands
  std::optional<std::string_view> actual_text_;  ///< of the dictionary among the operands

  std::vector<const Form*> forms_;  ///< being drawn
  int form_runs_ = 0;
  std::vector<std::shared_ptr<GfxColorSpace>> spaces_;  ///< keeps those of this page alive
};

}  // namespace mingxi::read
