#include "facts/prose/measured_number.h"

#include <utility>

#include "text/characters.h"
#include "text/numerals.h"

namespace mingxi::facts {
namespace {

using Written = MeasuredNumber::Written;

constexpr std::string_view kFullWidthComma = "，";

/// The words and what they count of: 百分之 is followed by hundredths.
constexpr std::pair<std::string_view, std::string_view> kFractions[] = {{"百分之", "%"},
                                                                        {"千分之", "‰"}};

/// Digits or numeral words; a `，` inside digits is a separator where only so a unit follows.
std::optional<text::Numeral> read_numeral(std::string_view text, std::size_t at,
                                          const patterns::Units& units) {
  if (!text::is_digit(text, at)) return text::read_words(text, at);
  const auto plain = text::read_digits(text, at);
  if (!plain || !text.substr(plain->last).starts_with(kFullWidthComma)) return plain;
  const auto grouped = text::read_digits(text, at, text::FullWidthComma::kSeparator);
  const bool has_unit = grouped && grouped->last > plain->last && units.read(text, grouped->last);
  return has_unit ? grouped : plain;
}

void take_unit(MeasuredNumber& number, const patterns::UnitReading& unit, std::size_t at) {
  number.unit = unit.text;
  number.base = unit.base;
  number.kind = unit.kind;
  number.exponent = unit.exponent;
  number.currency = unit.currency;
  number.in_words = unit.in_words;
  number.last = at + unit.text.size();
}

/// (1,234.56)万元: the unit of an accounting negative is after its bracket.
void take_unit_after_bracket(MeasuredNumber& number, std::string_view text,
                             const patterns::Units& units) {
  const std::string_view digits = text.substr(number.first, number.numeral_last - number.first);
  const bool is_enclosed = number.first > 0 && text[number.first - 1] == '(' &&
                           text.substr(number.numeral_last).starts_with(')');
  if (!is_enclosed || digits.find_first_of(".,") == std::string_view::npos) return;
  const auto unit = units.read(text, number.numeral_last + 1);
  const bool is_money = unit && unit->kind == UnitKind::kMoney && !unit->base.empty();
  if (is_money) take_unit(number, *unit, number.numeral_last + 1);
}

/// Whether a noun begins at a place, after a scale: 3万学生, not 6万用于, 6万左右, 5万4千.
bool begins_noun(std::string_view text, std::size_t at, const patterns::Units& units) {
  constexpr std::string_view kExactly = "整";
  const bool goes_on = units.ends_class(text, at) || units.bound_after(text, at) ||
                       units.bound_between(text, at) || units.currency_after(text, at) ||
                       text::is_numeral_word(text, at) || units.is_scale(text, at) ||
                       text.substr(at).starts_with(kExactly);
  return text::is_han(text, at) && !goes_on;
}

/// 2000余万元, 20万余元, 3000多: the word between makes a lower bound of the number.
void take_unit_after_vague_word(MeasuredNumber& number, std::string_view text,
                                const patterns::Units& units) {
  const auto between = units.bound_between(text, number.last);
  if (!between) return;
  const std::size_t at = number.last + between->size;
  const auto unit = units.read(text, at);
  const bool is_bare_scale = number.kind == UnitKind::kMoney && number.base.empty();
  if (number.kind == UnitKind::kNone && unit) {
    take_unit(number, *unit, at);
  } else if (is_bare_scale && unit && unit->text == unit->base) {
    const std::string scale = number.unit;
    const int exponent = number.exponent;
    take_unit(number, *unit, at);
    number.unit.insert(0, scale);
    number.exponent += exponent;
  } else if (is_bare_scale && !unit) {
    number.last = at;
  } else {
    return;
  }
  number.bound = between->bound;
}

/// A number printed in terms, added up: 1亿 2300万, 5万 4千 6百; 一万 五千 亿, where the last scale
/// is that of all.
class Terms {
 public:
  Terms(const Decimal& first, int exponent) : total_(first.scaled(exponent)), smallest_(exponent) {}

  /// False where the term does not fit after those before it.
  bool add(const Decimal& value, int exponent) {
    const auto limit = Decimal(1, 0).scaled(smallest_);
    const auto term = exponent < smallest_ ? value.scaled(exponent) : std::optional(value);
    if (exponent == smallest_ || !total_ || !limit || !term || !(*term < *limit)) return false;
    total_ = total_->plus(*term);
    if (total_ && exponent > smallest_) total_ = total_->scaled(exponent);
    smallest_ = exponent;
    return total_.has_value();
  }

  /// The whole in units of a power of ten.
  std::optional<Decimal> in(int exponent) const {
    return total_ ? total_->scaled(-exponent) : std::nullopt;
  }

 private:
  std::optional<Decimal> total_;
  int smallest_;
};

constexpr int kMinBareScale = 4;  // 6万 is money; 6千 is not written for it

/// The scale after a numeral that more of the number can follow: 1亿(2300万元), 5万(4千6百元).
std::optional<std::pair<int, std::size_t>> open_scale(std::string_view text, std::size_t at,
                                                      const patterns::Units& units) {
  const auto unit = units.read(text, at);
  if (unit && !unit->base.empty()) return std::nullopt;
  return units.scale(text, at);
}

/// 1亿2300万元, 一万二千人, 5万4千6百元, 一万五千亿元. What does not fit is left.
void take_further_terms(MeasuredNumber& number, std::string_view text,
                        const patterns::Units& units) {
  constexpr std::string_view kZero = "零";
  auto scale = open_scale(text, number.numeral_last, units);
  if (!scale) return;
  if (number.kind != UnitKind::kNone && number.kind != UnitKind::kMoney) return;
  const int first_exponent = scale->first;
  Terms terms(number.value, scale->first);
  bool is_in_words = number.written == Written::kWords;
  std::size_t at = number.numeral_last + scale->second;
  int last_exponent = scale->first;
  for (;;) {
    const bool has_zero = text.substr(at).starts_with(kZero);
    const std::size_t from =
        has_zero && text::is_digit(text, at + kZero.size()) ? at + kZero.size() : at;
    const auto part = read_numeral(text, from, units);
    if (!part) return;
    is_in_words = is_in_words && !text::is_digit(text, from);
    const auto unit = units.read(text, part->last);
    if (unit && !unit->base.empty()) {
      const bool is_count = unit->kind == UnitKind::kCount;
      if (!is_count && unit->kind != UnitKind::kMoney) return;
      // 38万3辆 are two figures, 一万零三辆 is one.
      const bool is_apart = is_count && !is_in_words && unit->exponent == 0 && last_exponent > 3;
      if (is_apart || !terms.add(part->value, unit->scale)) return;
      const bool keeps_scale = unit->scale >= kMinBareScale;
      const auto value = terms.in(keeps_scale ? unit->scale : 0);
      if (!value) return;
      number.value = *value;
      number.numeral_last = part->last;
      take_unit(number, *unit, part->last);
      if (!keeps_scale) {
        number.unit = unit->base;
        number.exponent = unit->exponent - unit->scale;
      }
      return;
    }
    scale = units.scale(text, part->last);
    if (!scale) {
      // 一万五 is 15000.
      const bool is_short = is_in_words && !has_zero && part->value < Decimal(10, 0) &&
                            last_exponent >= kMinBareScale && !unit;
      if (!is_short || !terms.add(part->value, last_exponent - 1)) return;
      at = part->last;
    } else {
      if (!terms.add(part->value, scale->first)) return;
      at = part->last + scale->second;
    }
    last_exponent = scale ? scale->first : last_exponent - 1;
    // So far it is counted in its last scale, or in the first where that is too small a one.
    const int bare = scale && scale->first >= kMinBareScale ? scale->first : first_exponent;
    const auto value = terms.in(bare);
    if (!value) return;
    if (number.kind == UnitKind::kMoney && bare >= kMinBareScale) {
      if (scale && scale->first >= kMinBareScale) {
        const auto told = units.read(text, part->last);
        if (!told) return;
        take_unit(number, *told, part->last);
      }
      number.value = *value;
      number.numeral_last = number.last = at;
    }
    if (!scale) return;
  }
}

/// 123元1角1分, 伍角陆分: in yuan.
void take_jiao_and_fen(MeasuredNumber& number, std::string_view text,
                       const patterns::Units& units) {
  if (number.kind != UnitKind::kMoney || number.base.empty()) return;
  if (number.exponent > 0 || number.currency != "CNY") return;
  constexpr std::pair<std::string_view, int> kParts[] = {{"角", -1}, {"分", -2}};
  bool has_part = false;
  for (const auto& [word, exponent] : kParts) {
    const auto part = read_numeral(text, number.last, units);
    if (!part || exponent >= number.exponent) continue;
    if (!text.substr(part->last).starts_with(word)) continue;
    const auto yuan = part->value.scaled(exponent);
    const auto whole = has_part ? number.value : number.value.scaled(number.exponent);
    const auto sum = yuan && whole ? whole->plus(*yuan) : std::nullopt;
    if (!sum) return;
    number.value = *sum;
    number.last = part->last + word.size();
    has_part = true;
  }
  if (!has_part) return;
  number.unit = "元";
  number.base = "元";
  number.exponent = 0;
}

/// 七成 is 70 %, 三成五 is 35 %.
void report_tenths_in_percent(MeasuredNumber& number, std::string_view text) {
  if (number.kind != UnitKind::kPercent || number.exponent == 0) return;
  const auto percent = number.value.scaled(number.exponent);
  if (!percent) return;
  number.value = *percent;
  const std::size_t end = text::end_of_words(text, number.last);
  const auto half = text::read_words(text, number.last);
  if (half && half->last == end && half->value < Decimal(10, 0)) {
    if (const auto sum = number.value.plus(half->value)) number.value = *sum;
    number.last = end;
  }
  number.unit = "%";
  number.exponent = 0;
}

std::optional<MeasuredNumber> read_fraction(std::string_view text, std::size_t at) {
  for (const auto& [words, unit] : kFractions) {
    if (!text.substr(at).starts_with(words)) continue;
    const std::size_t from = at + words.size();
    const auto numeral =
        text::is_digit(text, from) ? text::read_digits(text, from) : text::read_words(text, from);
    if (!numeral) return std::nullopt;
    MeasuredNumber number;
    number.first = at;
    number.value = numeral->value;
    number.numeral_last = number.last = numeral->last;
    number.written = Written::kWords;
    number.unit = unit;
    number.kind = UnitKind::kPercent;
    return number;
  }
  return std::nullopt;
}

/// 翻一番 is twice as much, 100 % more; 翻两番 four times, 300 % more.
std::optional<MeasuredNumber> read_doubling(std::string_view text, std::size_t at) {
  constexpr std::string_view kTurn = "翻", kDone = "了", kTimes = "番";
  constexpr std::int64_t kMaxTimes = 10;
  if (!text.substr(at).starts_with(kTurn)) return std::nullopt;
  std::size_t from = at + kTurn.size();
  if (text.substr(from).starts_with(kDone)) from += kDone.size();
  const auto times =
      text::is_digit(text, from) ? text::read_digits(text, from) : text::read_words(text, from);
  if (!times || !text.substr(times->last).starts_with(kTimes)) return std::nullopt;
  const std::int64_t count = times->value.digits();
  if (times->value.places() > 0 || count < 1 || count > kMaxTimes) return std::nullopt;
  MeasuredNumber number;
  number.first = at;
  number.value = Decimal(((std::int64_t{1} << count) - 1) * 100, 0);
  number.numeral_last = times->last;
  number.last = times->last + kTimes.size();
  number.written = Written::kWords;
  number.unit = "%";
  number.kind = UnitKind::kPercent;
  return number;
}

}  // namespace

std::optional<MeasuredNumber> read_measured(std::string_view text, std::size_t at,
                                            const patterns::Units& units) {
  if (auto fraction = read_fraction(text, at)) return fraction;
  if (auto doubling = read_doubling(text, at)) return doubling;
  const auto numeral = read_numeral(text, at, units);
  if (!numeral) return std::nullopt;
  MeasuredNumber number;
  number.first = at;
  number.value = numeral->value;
  number.numeral_last = number.last = numeral->last;
  number.written = text::is_digit(text, at) ? Written::kDigits : Written::kWords;
  if (const auto unit = units.read(text, numeral->last)) take_unit(number, *unit, numeral->last);
  take_unit_after_bracket(number, text, units);
  take_unit_after_vague_word(number, text, units);
  take_further_terms(number, text, units);
  if (number.kind == UnitKind::kNone) return number;
  const bool is_bare_scale = number.kind == UnitKind::kMoney && number.base.empty();
  if (is_bare_scale && begins_noun(text, number.last, units)) {
    number.kind = UnitKind::kCount;
    number.currency.clear();
  }
  take_jiao_and_fen(number, text, units);
  report_tenths_in_percent(number, text);
  return number;
}

}  // namespace mingxi::facts
