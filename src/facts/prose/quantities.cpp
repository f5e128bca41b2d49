#include "facts/prose/quantities.h"

#include <algorithm>
#include <array>
#include <utility>

#include "facts/prose/measured_number.h"
#include "facts/prose/number_names.h"
#include "text/characters.h"
#include "text/numerals.h"

// One pass from left to right. A place where a number can begin is read as number and unit, then
// judged: a date, a name, a range, a figure. What was read, figure or not, is not read again.

namespace mingxi::facts {
namespace {

using Written = MeasuredNumber::Written;

constexpr std::string_view kRangeMarks[] = {"-", "—", "–", "~", "至", "到"};
constexpr std::string_view kExactly = "整";
constexpr int kMaxWordsBefore = 3;  // 不超过, 人民币, 约

/// The two ends of a range, in the smaller of their units: 5000万元至1亿元 is 5000 to
/// 10000万元.
std::pair<std::optional<Decimal>, std::optional<Decimal>> in_one_unit(const MeasuredNumber& low,
                                                                      const MeasuredNumber& high) {
  const int shift = low.kind == UnitKind::kMoney ? low.exponent - high.exponent : 0;
  if (shift > 0) return {low.value.scaled(shift), high.value};
  if (shift < 0) return {low.value, high.value.scaled(-shift)};
  return {low.value, high.value};
}

class Reader {
 public:
  Reader(std::string_view text, const patterns::Units& units) : text_(text), units_(units) {}

  Numbers read() {
    for (std::size_t at = next_number(0); at < text_.size(); at = next_number(floor_)) {
      read_at(at);
    }
    return {std::move(found_), std::move(unreadable_)};
  }

 private:
  std::size_t next_number(std::size_t at) const;
  void read_at(std::size_t at);
  void skip_to(std::size_t at) { floor_ = at; }
  void doubt(std::size_t first, std::size_t last);
  void pass_unread(std::size_t first, std::size_t last);
  std::size_t head_of_separated(std::size_t at) const;
  std::optional<std::size_t> unread_head(const MeasuredNumber& number) const;
  bool has_unread_tail(const MeasuredNumber& number) const;
  std::size_t range_mark(std::size_t at) const;
  bool read_range(const MeasuredNumber& low);
  bool is_figure(const MeasuredNumber& number) const;
  std::size_t sign_size(const MeasuredNumber& number) const;
  void apply_sign(MeasuredNumber& number) const;
  void add(MeasuredNumber number, std::optional<Decimal> high);
  void take_words_before(Quantity& quantity) const;
  void take_words_after(Quantity& quantity) const;

  std::string_view text_;
  const patterns::Units& units_;
  std::size_t floor_ = 0;      // all before it has been read
  std::size_t passed_to_ = 0;  // the end of words passed over last, which are no number
  std::vector<Quantity> found_;
  std::vector<TextPart> unreadable_;
};

std::size_t Reader::next_number(std::size_t at) const {
  while (at < text_.size()) {
    const auto c = static_cast<unsigned char>(text_[at]);
    if (c < 0x80) {
      if (c >= '0' && c <= '9') return at;
      ++at;
    } else if ((c & 0xF0) == 0xE0) {
      if (text::is_numeral_word(text_, at)) return at;
      // 翻 begins with E7 BF BB.
      if (c == 0xE7 && text_.substr(at).starts_with("翻")) return at;
      at += 3;
    } else {
      ++at;
    }
  }
  return text_.size();
}

void Reader::read_at(std::size_t at) {
  auto number = read_measured(text_, at, units_);
  if (!number) return pass_unread(at, end_of_number(text_, at));
  const bool is_bare_word = number->written == Written::kWords && number->kind == UnitKind::kNone;
  if (is_bare_word && read_range(*number)) return;  // 两到三万元
  if (const std::size_t end = end_of_name(text_, *number, floor_, units_)) {
    if (is_bare_word) passed_to_ = end;
    return is_bare_word || end != end_of_number(text_, at) ? skip_to(end) : pass_unread(at, end);
  }
  if (const auto head = unread_head(*number)) {
    // Without a unit it can as well be a name: 20+8, 1-3.
    return number->kind == UnitKind::kNone ? skip_to(number->last) : doubt(*head, number->last);
  }
  if (read_range(*number)) return;
  if (!is_figure(*number)) return skip_to(number->last);
  if (has_unread_tail(*number)) return doubt(at, end_of_number(text_, number->last));
  apply_sign(*number);
  add(std::move(*number), std::nullopt);
}

/// What is in [first, last) with a unit makes no figure.
void Reader::doubt(std::size_t first, std::size_t last) {
  while (!found_.empty() && found_.back().last > first) found_.pop_back();
  while (!unreadable_.empty() && unreadable_.back().last > first) {
    first = std::min(first, unreadable_.back().first);
    unreadable_.pop_back();
  }
  unreadable_.push_back({first, last});
  skip_to(last);
}

/// Passes over digits or words that are no number; with a unit of amounts they are doubtful.
void Reader::pass_unread(std::size_t first, std::size_t last) {
  const auto unit = units_.read(text_, last);
  const bool is_amount = unit && unit->kind != UnitKind::kCount && !unit->base.empty();
  if (!is_amount || units_.is_vague(text_, first)) return skip_to(last);
  doubt(first, last + unit->text.size());
}

/// Where the digits and separators that end at `at` begin; `at` if there are none.
std::size_t Reader::head_of_separated(std::size_t at) const {
  while (at > 0 && (text::is_digit(text_, at - 1) || text_[at - 1] == '.' || text_[at - 1] == ','))
    --at;
  return at;
}

/// Where what is directly before a number begins, if it belongs to the number and was not read: a
/// digit before a separator, a scale or a zero, a sign. 12,50万元; 千零5元; ±3%.
std::optional<std::size_t> Reader::unread_head(const MeasuredNumber& number) const {
  const std::size_t at = number.first;
  // What was read is its own, but a word passed over can be a part: 百30万元.
  if (at == 0 || (at == floor_ && at != passed_to_)) return std::nullopt;
  const std::string_view before = text_.substr(0, at);
  if (const std::size_t unknown = unknown_end(before)) return at - unknown;
  const bool follows_figure = !found_.empty() && found_.back().kind != UnitKind::kNone;
  const auto is_figure_end = [&](std::size_t end) {
    return follows_figure && found_.back().last == end;
  };
  // 统一3套: only a word that more of a number follows.
  for (const std::string_view word : {"十", "百", "千", "零", "〇", "万", "亿"}) {
    if (!before.ends_with(word)) continue;
    std::size_t head = at - word.size();
    while (head > floor_ && text::is_digit(text_, head - 1)) --head;
    while (head >= floor_ + 3 && text::is_numeral_word(text_, head - 3)) head -= 3;
    return head;
  }
  if (before.ends_with(".")) {
    const bool is_abbreviation = at > 1 && text::is_ascii_letter(text_[at - 2]);  // No.5
    return is_abbreviation ? std::nullopt : std::optional(head_of_separated(at));
  }
  // A letter before the digits makes a name of them: PM2.5，3个.
  constexpr std::size_t kGroup = 3;
  for (const std::string_view mark : {",", "，", "。", "'", "’", "/", ":"}) {
    if (!before.ends_with(mark)) continue;
    const std::size_t end = at - mark.size();
    const std::size_t head = head_of_separated(end);
    if (head == end || is_figure_end(end)) return std::nullopt;
    if (head > 0 && text::is_ascii_letter(text_[head - 1])) return std::nullopt;
    const bool may_end_clause = mark == "，" || mark == "。";
    if (may_end_clause && end - head > kGroup) return std::nullopt;
    return head;
  }
  if (sign_size(number) > 0) return std::nullopt;
  if (before.ends_with("±")) return at - std::string_view("±").size();
  for (const std::string_view mark : {"-", "–", "—", "+", "~", "至", "到"}) {
    if (!before.ends_with(mark)) continue;
    const std::size_t end = at - mark.size();
    const std::size_t head = head_of_separated(end);
    if (head < end && !is_figure_end(end)) return head;  // 10至5万元
  }
  return std::nullopt;
}

/// 3万5: a digit that no unit follows, after a scale.
bool Reader::has_unread_tail(const MeasuredNumber& number) const {
  const bool is_bare_scale = number.kind == UnitKind::kMoney && number.base.empty();
  if (!is_bare_scale || !text::is_digit(text_, number.last)) return false;
  const auto next = read_measured(text_, number.last, units_);
  return next && next->kind == UnitKind::kNone &&
         end_of_name(text_, *next, number.last, units_) == 0;
}

/// The size of a mark that can make a range of the numbers beside it; 0 if none is at `at`.
std::size_t Reader::range_mark(std::size_t at) const {
  for (const std::string_view mark : kRangeMarks) {
    if (!text_.substr(at).starts_with(mark)) continue;
    const std::size_t twice = text_.substr(at + mark.size()).starts_with(mark) ? 2 : 1;
    return mark.size() * twice;
  }
  return 0;
}

/// Reads a range of which `low` is the first number, or passes over two numbers joined by a dash
/// that are none (2020-2025, 010-12345678). False if it is neither.
bool Reader::read_range(const MeasuredNumber& low) {
  const bool is_bare_word = low.written == Written::kWords && low.kind == UnitKind::kNone;
  if (is_bare_word && units_.is_ordinal(text_, low.first)) return false;
  const std::size_t begin = low.last + units_.included(text_, low.last);
  const std::size_t mark = range_mark(begin);
  const std::size_t join = mark == 0 ? units_.range_join(text_, begin) : mark;
  if (join == 0) return false;
  auto high = read_measured(text_, begin + join, units_);
  if (!high) return false;
  const std::size_t end = units_.range_end(text_, high->last);
  if (mark == 0 && end == 0) return false;  // 10万元与20万元 are two
  const bool is_fraction = low.written == Written::kWords && low.kind == UnitKind::kPercent;
  if (is_fraction && high->kind == UnitKind::kNone) {  // 百分之三十至四十
    high->kind = low.kind;
    high->unit = low.unit;
  }
  const bool is_name = end_of_name(text_, *high, low.last, units_) != 0;
  if (is_bare_word && (is_name || high->kind == UnitKind::kNone || !(low.value < high->value)))
    return false;
  if (low.kind == UnitKind::kNone && (is_name || high->kind == UnitKind::kNone)) {
    skip_to(is_name ? end_of_name(text_, *high, low.last, units_) : high->last);
    return true;
  }
  const bool is_like =
      low.kind == UnitKind::kNone || (low.kind == high->kind && low.currency == high->currency);
  if (is_name || !is_like) return false;
  if (low.kind == UnitKind::kCount && low.unit != high->unit) return false;
  const auto [first, last] = in_one_unit(low, *high);
  if (!first || !last || !(*first < *last)) {
    if (low.kind != UnitKind::kNone) return false;
    skip_to(low.last);
    return true;
  }
  const bool is_in_low_unit = low.kind == UnitKind::kMoney && low.exponent < high->exponent;
  MeasuredNumber range = is_in_low_unit ? low : *high;
  range.first = low.first;
  if (end > 0) range.first -= units_.range_begin(text_, low.first);
  range.last = high->last + end;
  range.value = *first;
  add(std::move(range), last);
  return true;
}

/// Whether a number that is no date and no name is said of something.
bool Reader::is_figure(const MeasuredNumber& number) const {
  if (number.kind == UnitKind::kNone) {
    const bool is_glued = !found_.empty() && found_.back().last == number.first;
    const bool is_joined = sign_size(number) == 0 && number.first > floor_ &&
                           number.first - floor_ <= 3 && range_mark(floor_) != 0 &&
                           floor_ + range_mark(floor_) == number.first;
    return !is_glued && !is_joined;
  }
  if (number.written == Written::kDigits) return true;
  if (units_.is_vague(text_, number.first)) return false;
  if (number.in_words == patterns::InWords::kRefused) return false;
  const bool is_one = number.value == Decimal(1, 0);
  if (number.kind == UnitKind::kCount && is_one) return false;  // 一个, 一批: an article
  if (number.base == "角") return false;  // 长三角; with 分 it is counted in 元
  const bool is_bare_scale = number.kind == UnitKind::kMoney && number.base.empty();
  return !(is_bare_scale && (text::is_han(text_, number.last) || is_one));
}

/// Bytes of a minus or plus before the number; 0 where the mark joins it to what is before.
std::size_t Reader::sign_size(const MeasuredNumber& number) const {
  const std::size_t word = units_.negative_before(text_, number.first);
  if (word > 0 && number.first - word >= floor_) return word;
  if (number.written == Written::kWords) return 0;
  for (const std::string_view sign : {"-", "–", "+", "△", "▲"}) {
    const std::string_view before = text_.substr(0, number.first);
    if (!before.ends_with(sign) || number.first - sign.size() < floor_) continue;
    const std::size_t at = number.first - sign.size();
    if (at == 0) return sign.size();
    const char c = text_[at - 1];
    const bool can_join = sign != "△" && sign != "▲";  // a triangle is only a minus
    const bool is_joined = (at == floor_ && floor_ > 0) || text::is_ascii_letter(c) ||
                           text::is_digit(text_, at - 1) || c == '%' || c == ')' || c == '-';
    return can_join && is_joined ? 0 : sign.size();
  }
  return 0;
}

void Reader::apply_sign(MeasuredNumber& number) const {
  const std::size_t size = sign_size(number);
  const bool is_in_brackets = number.first > floor_ && text_[number.first - 1] == '(' &&
                              number.numeral_last < number.last &&
                              text_[number.numeral_last] == ')';
  if (size > 0) {
    number.first -= size;
    if (text_[number.first] != '+') number.value = number.value.negated();
  } else if (is_in_brackets) {
    --number.first;
    number.value = number.value.negated();
  }
}

void Reader::take_words_before(Quantity& quantity) const {
  for (int i = 0; i < kMaxWordsBefore; ++i) {
    if (const auto currency = units_.currency_before(text_, quantity.first);
        currency && quantity.first - currency->size >= floor_) {
      const bool can_have = quantity.kind == UnitKind::kMoney || quantity.kind == UnitKind::kNone;
      if (!can_have) return;
      if (quantity.kind == UnitKind::kNone) quantity.unit = "元";
      quantity.kind = UnitKind::kMoney;
      quantity.currency = currency->currency;
      quantity.first -= currency->size;
      continue;
    }
    const auto bound = units_.bound_before(text_, quantity.first);
    if (!bound || quantity.first - bound->size < floor_) return;
    quantity.first -= bound->size;
    if (quantity.bound != Bound::kRange) quantity.bound = bound->bound;
  }
}

void Reader::take_words_after(Quantity& quantity) const {
  if (quantity.kind == UnitKind::kMoney && quantity.currency == "CNY") {
    if (const auto currency = units_.currency_after(text_, quantity.last)) {
      quantity.currency = currency->currency;
      quantity.last += currency->size;
    }
  }
  if (quantity.kind == UnitKind::kMoney && text_.substr(quantity.last).starts_with(kExactly)) {
    quantity.last += kExactly.size();
  }
  const auto bound = units_.bound_after(text_, quantity.last);
  if (bound) {
    quantity.last += bound->size;
    if (quantity.bound == Bound::kEqual || quantity.bound == Bound::kAbout) {
      quantity.bound = bound->bound;
    }
  }
  const bool has_bound_after = bound && bound->bound != Bound::kAbout;
  quantity.names_a_class = is_bound_of_class(text_, quantity, has_bound_after, units_);
}

void Reader::add(MeasuredNumber number, std::optional<Decimal> high) {
  Quantity quantity;
  quantity.first = quantity.number_first = number.first;
  quantity.last = quantity.number_last = number.last;
  quantity.value = number.value;
  quantity.value_high = high;
  quantity.bound = high ? Bound::kRange : number.bound;
  quantity.unit = std::move(number.unit);
  quantity.kind = number.kind;
  quantity.currency = std::move(number.currency);
  quantity.decimals = number.value.places();
  take_words_before(quantity);
  if (quantity.kind != UnitKind::kNone) take_words_after(quantity);
  if (quantity.kind == UnitKind::kMoney && quantity.currency == "CNY") {
    quantity.amount_yuan = quantity.value.scaled(number.exponent);
  }
  skip_to(quantity.last);
  found_.push_back(std::move(quantity));
}

}  // namespace

Numbers read_numbers(std::string_view text, const patterns::Units& units) {
  return Reader(text, units).read();
}

std::vector<Quantity> find_quantities(std::string_view text, const patterns::Units& units) {
  return read_numbers(text, units).quantities;
}

std::string described(const Quantity& quantity) {
  constexpr std::array<const char*, 7> kMarks = {"", ">=", "<=", ">", "<", "~", ""};
  std::string result = kMarks[static_cast<std::size_t>(quantity.bound)];
  result += quantity.value.text();
  if (quantity.value_high) result += ".." + quantity.value_high->text();
  if (!quantity.unit.empty()) result += " " + quantity.unit;
  if (!quantity.currency.empty() && quantity.currency != "CNY") result += " " + quantity.currency;
  return result;
}

}  // namespace mingxi::facts
