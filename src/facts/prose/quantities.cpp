#include "facts/prose/quantities.h"

#include <algorithm>
#include <array>
#include <utility>

#include "facts/prose/measured_number.h"
#include "facts/prose/number_names.h"
#include "text/numerals.h"

// One pass from left to right. A place where a number can begin is read as number and unit, then
// judged: a date, a name, a range, a figure. What was read, figure or not, is not read again.

namespace mingxi::facts {
namespace {

using Written = MeasuredNumber::Written;

constexpr std::string_view kRangeMarks[] = {"-", "—", "–", "~", "至", "到"};
constexpr std::string_view kExactly = "整";
constexpr int kMaxWordsBefore = 3;  // 不超过, 人民币, 约

bool is_digit(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_han(std::string_view text, std::size_t at) {
  if (at + 2 >= text.size()) return false;
  const auto lead = static_cast<unsigned char>(text[at]);
  return lead >= 0xE4 && lead <= 0xE9;
}

/// The two ends of a range, told in the smaller of their units: 5000万元至1亿元 is 5000 to
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

  std::vector<Quantity> read() {
    for (std::size_t at = next_number(0); at < text_.size(); at = next_number(floor_)) {
      read_at(at);
    }
    return std::move(found_);
  }

 private:
  std::size_t next_number(std::size_t at) const;
  void read_at(std::size_t at);
  void skip_to(std::size_t at) { floor_ = at; }
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
  std::size_t floor_ = 0;  // all before it has been read
  std::vector<Quantity> found_;
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
  if (!number) return skip_to(end_of_number(text_, at));
  if (const std::size_t end = end_of_name(text_, *number, floor_, units_)) return skip_to(end);
  if (read_range(*number)) return;
  if (!is_figure(*number)) return skip_to(number->last);
  apply_sign(*number);
  add(std::move(*number), std::nullopt);
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
  if (low.written == Written::kWords && low.kind == UnitKind::kNone) return false;
  const std::size_t mark = range_mark(low.last);
  if (mark == 0) return false;
  const auto high = read_measured(text_, low.last + mark, units_);
  if (!high) return false;
  const bool is_name = end_of_name(text_, *high, low.last, units_) != 0;
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
  range.last = high->last;
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
  if (number.base == "角") return false;  // 长三角; with 分 it is told in 元
  const bool is_bare_scale = number.kind == UnitKind::kMoney && number.base.empty();
  return !(is_bare_scale && (is_han(text_, number.last) || is_one));
}

/// Bytes of a minus or plus before the number; 0 where the mark joins it to what is before.
std::size_t Reader::sign_size(const MeasuredNumber& number) const {
  if (number.written == Written::kWords) return 0;
  for (const std::string_view sign : {"-", "+", "△", "▲"}) {
    const std::string_view before = text_.substr(0, number.first);
    if (!before.ends_with(sign) || number.first - sign.size() < floor_) continue;
    const std::size_t at = number.first - sign.size();
    if (at == 0) return sign.size();
    const char c = text_[at - 1];
    const bool can_join = sign.size() == 1;  // a dash or plus; a triangle is only a minus
    const bool is_joined = (at == floor_ && floor_ > 0) || is_letter(c) ||
                           is_digit(text_, at - 1) || c == '%' || c == ')' || c == '-';
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
  const bool is_threshold =
      (bound && bound->bound != Bound::kAbout && quantity.kind != UnitKind::kPercent) ||
      (!bound && quantity.bound == Bound::kRange && quantity.kind == UnitKind::kMoney);
  const bool goes_on = is_han(text_, quantity.last) && !units_.ends_class(text_, quantity.last);
  quantity.names_a_class = is_threshold && (goes_on || units_.begins_class(text_, quantity.first));
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

std::vector<Quantity> find_quantities(std::string_view text, const patterns::Units& units) {
  return Reader(text, units).read();
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
