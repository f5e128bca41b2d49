#include "read/pdf/contents/page_content.h"

#include "read/pdf/contents/declined.h"
#include "read/pdf/contents/operators.h"

namespace mingxi::read {
namespace {

constexpr std::size_t kMaxSaved = 10000;  // real pages have at most some dozens
constexpr std::size_t kMaxElements = 1U << 20U;

bool fits(const Operand& operand, char letter) {
  switch (letter) {
    case 'n':
      return operand.kind == Token::kNumber;
    case 'w':
      return operand.kind == Token::kNumber && operand.is_whole;
    case 's':
      return operand.kind == Token::kString;
    case 'N':
      return operand.kind == Token::kName;
    case 'a':
      return operand.kind == Token::kArray;
    default:
      return operand.kind == Token::kName || operand.kind == Token::kDictionary;
  }
}

}  // namespace

PageContent::PageContent(SharedResources& shared, PageRecorder& recorder)
    : shared_(shared), recorder_(recorder) {}

void PageContent::read(const ContentBytes& contents, Resources& resources,
                       const GraphicsState& start) {
  resources_ = {&resources};
  state_ = start;
  state_.fill_space = state_.stroke_space = &plain_grey();
  state_.colours.fill = state_.colours.stroke = GfxRGB{};
  saved_.clear();
  guard_ = 0;
  path_.clear();
  clips_next_ = false;
  at_ = line_ = {};
  has_style_ = false;
  marks_.clear();
  forms_.clear();
  form_runs_ = 0;
  spaces_.clear();
  run(contents);
}

void PageContent::run(const ContentBytes& contents) {
  ContentLexer lexer(contents);
  ContentLexer* const outer = std::exchange(lexer_, &lexer);
  std::vector<Operand> outer_operands = std::exchange(operands_, {});
  for (Operand operand; lexer.next(operand) != Token::kEnd;) {
    if (operand.kind == Token::kOperator) {
      apply(operand.text);
      operands_.clear();
      lexer.forget_texts();
      continue;
    }
    if (operand.kind == Token::kArray) read_array(operand);
    if (operand.kind == Token::kDictionary) read_dictionary();
    if (operand.kind == Token::kArrayEnd || operand.kind == Token::kDictionaryEnd)
      throw Declined{"an end without a beginning"};
    if (operands_.size() == kMaxOperands) throw Declined{"too many operands"};
    operands_.push_back(operand);
  }
  if (!operands_.empty()) throw Declined{"operands without an operator"};
  operands_ = std::move(outer_operands);
  lexer_ = outer;
}

void PageContent::apply(std::string_view name) {
  const Operator* op = find_operator(name);
  if (op == nullptr) throw Declined{"an operator that is not read"};
  op->run(*this, checked(op->signature));
}

const Operand* PageContent::checked(std::string_view signature) const {
  if (operands_.size() < signature.size()) throw Declined{"too few operands"};
  const Operand* first = operands_.data() + (operands_.size() - signature.size());
  for (std::size_t i = 0; i < signature.size(); ++i)
    if (!fits(first[i], signature[i])) throw Declined{"an operand of another type"};
  return first;
}

// Arrays among the operands are flat: what to show, or dashes.
void PageContent::read_array(Operand& array) {
  elements_.clear();
  for (Operand element;;) {
    const Token kind = lexer_->next(element);
    if (kind == Token::kArrayEnd) break;
    if (kind != Token::kNumber && kind != Token::kString) throw Declined{"an unusual array"};
    if (elements_.size() == kMaxElements) throw Declined{"an endless array"};
    elements_.push_back(element);
  }
  for (const Operand& operand : operands_)
    if (operand.kind == Token::kArray) throw Declined{"two arrays"};
  array.kind = Token::kArray;
}

// Of a dictionary among the operands, only the text that its marked content means is wanted.
void PageContent::read_dictionary() {
  actual_text_.reset();
  for (Operand key;;) {
    const Token kind = lexer_->next(key);
    if (kind == Token::kDictionaryEnd) return;
    if (kind != Token::kName) throw Declined{"a dictionary without names"};
    const bool is_text = key.text == "ActualText";
    Operand value;
    lexer_->next(value);
    if (is_text && value.kind != Token::kString) throw Declined{"an unusual ActualText"};
    if (is_text) actual_text_ = value.text;
    skip_value(value);
  }
}

void PageContent::skip_value(Operand value) {
  int depth = 0;
  for (;;) {
    switch (value.kind) {
      case Token::kArray:
      case Token::kDictionary:
        ++depth;
        break;
      case Token::kArrayEnd:
      case Token::kDictionaryEnd:
        --depth;
        break;
      case Token::kEnd:
      case Token::kOperator:
        throw Declined{"a dictionary with a reference"};
      default:
        break;
    }
    if (depth < 0) throw Declined{"an end without a beginning"};
    if (depth == 0) return;
    lexer_->next(value);
  }
}

void PageContent::save() {
  if (saved_.size() == kMaxSaved) throw Declined{"too many saved states"};
  saved_.push_back(state_);
}

void PageContent::restore() {
  if (saved_.size() <= guard_) throw Declined{"no state to restore"};
  if (clips_next_) throw Declined{"a clip over a restored state"};
  state_ = saved_.back();
  saved_.pop_back();
  has_style_ = false;
}

void PageContent::change_state(const Operand* name) {
  const StateChange* change =
      found([&](Resources& resources) { return resources.state_change(name->text); });
  if (change == nullptr) throw Declined{"an unknown graphics state"};
  if (change->fill_opacity) state_.colours.fill_opacity = *change->fill_opacity;
  if (change->stroke_opacity) state_.colours.stroke_opacity = *change->stroke_opacity;
  if (change->blends_normally) state_.blends_normally = *change->blends_normally;
  if (change->line_width) state_.line_width = *change->line_width;
  has_style_ = false;
}

void PageContent::set_colour(const GfxColorSpace& space, const Operand* operands, bool is_fill) {
  GfxColor color;
  for (int i = 0; i < space.getNComps(); ++i) color.c[i] = dblToCol(operands[i].number);
  (is_fill ? state_.fill_space : state_.stroke_space) = &space;
  (is_fill ? state_.colours.fill : state_.colours.stroke) = visible_colour(space, color);
  has_style_ = false;
}

std::shared_ptr<GfxColorSpace> PageContent::named_space(std::string_view name) {
  const auto* known = found([&](Resources& resources) { return resources.color_space(name); });
  if (known != nullptr) return *known;
  return color_space_of(Object(objName, std::string(name).c_str()), shared_);
}

void PageContent::set_space(std::string_view name, bool is_fill) {
  const auto space = named_space(name);
  if (space->getMode() == csPattern) throw Declined{"a pattern"};
  if (spaces_.empty() || spaces_.back() != space) spaces_.push_back(space);
  GfxColor color;
  space->getDefaultColor(&color);
  (is_fill ? state_.fill_space : state_.stroke_space) = space.get();
  (is_fill ? state_.colours.fill : state_.colours.stroke) = visible_colour(*space, color);
  has_style_ = false;
}

void PageContent::set_components(bool is_fill) {
  const GfxColorSpace& space = *(is_fill ? state_.fill_space : state_.stroke_space);
  if (operands_.size() != static_cast<std::size_t>(space.getNComps()))
    throw Declined{"another number of components"};
  for (const Operand& operand : operands_)
    if (operand.kind != Token::kNumber) throw Declined{"a component that is no number"};
  set_colour(space, operands_.data(), is_fill);
}

void PageContent::paint(PathInk ink, FillRule rule) {
  if (!path_.has_point()) return;
  recorder_.set_clip(state_.clip);
  if (path_.has_path() && path_.place(state_.to_page, placed_)) {
    const Colours& colours = state_.colours;
    if (ink != PathInk::kStroke)
      recorder_.fill(placed_, rule,
                     {.ink = colours.fill_ink(),
                      .is_opaque = state_.blends_normally && colours.fill_opacity > 0.99});
    if (ink != PathInk::kFill)
      recorder_.stroke(placed_, state_.width_on_page(), {.ink = colours.stroke_ink()});
  }
  end_path();
}

void PageContent::end_path() {
  if (clips_next_ && path_.has_point()) state_.clip = path_.clipped(state_.to_page, state_.clip);
  clips_next_ = false;
  path_.clear();
}

}  // namespace mingxi::read
