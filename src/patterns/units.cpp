#include "patterns/units.h"

#include <algorithm>
#include <utility>

#include "messages/sentences.h"

namespace mingxi::patterns {

using messages::said;
using messages::Sentence;

namespace {

constexpr int kMinBareExponent = 4;  // 6万 is money; 6千 is not written for it

bool starts_with_any(std::string_view text, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(),
                     [text](const std::string& word) { return text.starts_with(word); });
}

bool ends_with_any(std::string_view text, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(),
                     [text](const std::string& word) { return text.ends_with(word); });
}

UnitKind kind_of(const StrictJson& json) {
  constexpr std::pair<const char*, UnitKind> kKinds[] = {
      {"money", UnitKind::kMoney},       {"percent", UnitKind::kPercent},
      {"multiple", UnitKind::kMultiple}, {"percent_points", UnitKind::kPercentPoints},
      {"count", UnitKind::kCount},
  };
  return json.one_of(kKinds);
}

Bound bound_of(const StrictJson& json) {
  constexpr std::pair<const char*, Bound> kBounds[] = {
      {">=", Bound::kAtLeast}, {"<=", Bound::kAtMost}, {">", Bound::kMore},
      {"<", Bound::kLess},     {"~", Bound::kAbout},
  };
  return json.one_of(kBounds);
}

void take_id(const StrictJson& group, std::set<std::string>& ids) {
  const StrictJson id = group.at("id");
  if (!ids.insert(id.string()).second) {
    id.refuse(said(Sentence::kIdTwice, {{"id", id.string()}}));
  }
}

void add_all(WordList& list, const std::vector<std::string>& words, int number = 0) {
  for (const std::string& word : words) list.add(word, number);
}

}  // namespace

std::size_t WordList::bucket(std::string_view rest) const {
  if (rest.empty()) return 0;
  // Han characters differ in their last two bytes; other words in their first (last) byte.
  const std::size_t size = std::min<std::size_t>(rest.size(), 3);
  const std::string_view key =
      side_ == Side::kBegin ? rest.substr(0, size) : rest.substr(rest.size() - size);
  const auto byte = [key](std::size_t at) { return static_cast<unsigned char>(key[at]); };
  const bool is_han = size == 3 && (byte(0) & 0xF0) == 0xE0;
  if (is_han) return (byte(1) * 7U + byte(2)) & 0xFFU;
  return side_ == Side::kBegin ? byte(0) : byte(size - 1);
}

void WordList::add(std::string word, int number) {
  std::vector<Word>& words = buckets_[bucket(word)];
  const auto place = std::find_if(words.begin(), words.end(), [&word](const Word& other) {
    return other.text.size() < word.size();
  });
  words.insert(place, Word{std::move(word), number});
}

Units::Units(const StrictJson& json) {
  json.string_or("about", "");
  std::set<std::string> ids;
  load_units(json, ids);
  load_bounds(json, ids);
  load_words(json, ids);
  json.finish();
}

void Units::load_examples(const StrictJson& group) {
  const auto examples = group.at("examples").items();
  const auto counterexamples = group.at("counterexamples").items();
  if (examples.empty() || counterexamples.empty()) {
    group.refuse(said(Sentence::kWordsWithoutExamples));
  }
  const auto add = [&](const StrictJson& item, std::vector<std::string> figures, std::string why) {
    examples_.push_back({.where = item.where(),
                         .group = group.where(),
                         .text = item.at("text").string(),
                         .figures = std::move(figures),
                         .why = std::move(why)});
    item.finish();
  };
  for (const StrictJson& item : examples) add(item, item.at("figures").strings(), "");
  for (const StrictJson& item : counterexamples) {
    std::string why = item.at("why").string();
    if (why.empty()) {
      item.refuse(said(Sentence::kCounterexampleWithoutReason));
    }
    add(item, item.strings_or_none("figures"), std::move(why));
  }
}

void Units::load_units(const StrictJson& json, std::set<std::string>& ids) {
  const StrictJson scales = json.at("scales");
  take_id(scales, ids);
  for (const auto& [word, exponent] : scales.at("words").members()) {
    scales_.add(word, static_cast<int>(exponent.integer()));
  }
  bare_scale_unless_ = scales.strings_or_none("unless_followed_by");
  load_examples(scales);
  scales.finish();
  for (const StrictJson& group : json.at("units").items()) {
    take_id(group, ids);
    Unit unit{
        .kind = kind_of(group.at("kind")),
        .exponent = group.has("exponent") ? static_cast<int>(group.at("exponent").integer()) : 0,
        .currency = group.string_or("currency", ""),
        .in_words = InWords::kAllowed,
        .unless_followed_by = group.strings_or_none("unless_followed_by")};
    if (group.has("in_words") && !group.at("in_words").boolean()) unit.in_words = InWords::kRefused;
    if (unit.kind == UnitKind::kMoney && unit.currency != "CNY") {
      // A currency is also named before the number (美元20万), or after 元 and 万 (20万元美金).
      const std::vector<std::string> words = group.at("words").strings();
      add_all(currency_, words, static_cast<int>(currencies_.size()));
      add_all(currency_after_, words, static_cast<int>(currencies_.size()));
      currencies_.push_back(unit.currency);
    }
    add_all(units_, group.at("words").strings(), static_cast<int>(unit_groups_.size()));
    unit_groups_.push_back(std::move(unit));
    load_examples(group);
    group.finish();
  }
}

void Units::load_bounds(const StrictJson& json, std::set<std::string>& ids) {
  const auto load = [&](const char* key, WordList& list) {
    for (const StrictJson& group : json.at(key).items()) {
      take_id(group, ids);
      add_all(list, group.at("words").strings(), static_cast<int>(bound_groups_.size()));
      BoundGroup bounds{.bound = bound_of(group.at("bound")),
                        .unless_behind = group.strings_or_none("unless_behind")};
      if (group.has("negated")) bounds.negated = bound_of(group.at("negated"));
      if (group.has("or_equal")) bounds.or_equal = bound_of(group.at("or_equal"));
      if (group.has("linked")) bounds.is_linked = group.at("linked").boolean();
      bound_groups_.push_back(std::move(bounds));
      load_examples(group);
      group.finish();
    }
  };
  load("bounds_before", before_);
  load("bounds_after", after_);
  load("bounds_between", between_);
}

void Units::load_words(const StrictJson& json, std::set<std::string>& ids) {
  for (const StrictJson& group : json.at("currencies").items()) {
    take_id(group, ids);
    add_all(currency_, group.at("words").strings(), static_cast<int>(currencies_.size()));
    currencies_.push_back(group.at("currency").string());
    load_examples(group);
    group.finish();
  }
  const std::pair<const char*, WordList*> lists[] = {
      {"time", &time_},
      {"ordinal_before", &ordinal_},
      {"name_before", &name_before_},
      {"name_after", &name_after_},
      {"class_before", &class_before_},
      {"class_end", &class_end_},
      {"vague_before", &vague_before_},
      {"negation", &negation_},
      {"equal", &equal_},
      {"link", &link_},
      {"negative", &negative_},
      {"not_negative", &not_negative_},
      {"range_begin", &range_begin_},
      {"range_join", &range_join_},
      {"range_end", &range_end_},
      {"included", &included_},
  };
  const StrictJson words = json.at("words");
  for (const auto& [key, list] : lists) {
    const StrictJson group = words.at(key);
    add_all(*list, group.at("words").strings());
    load_examples(group);
    group.finish();
  }
  words.finish();
}

std::optional<UnitReading> Units::read_base(std::string_view text, std::size_t at) const {
  const auto found = units_.find(text, at, [&](std::string_view word, int number) {
    const Unit& unit = unit_groups_[static_cast<std::size_t>(number)];
    return !starts_with_any(text.substr(at + word.size()), unit.unless_followed_by);
  });
  if (!found) return std::nullopt;
  const Unit& unit = unit_groups_[static_cast<std::size_t>(found->first)];
  const std::string_view word = text.substr(at, found->second);
  return UnitReading{word, word, unit.kind, unit.exponent, unit.currency, unit.in_words};
}

std::optional<UnitReading> Units::read(std::string_view text, std::size_t at) const {
  if (at >= text.size()) return std::nullopt;
  std::optional<UnitReading> plain = read_base(text, at);
  const auto scale = scales_.find(text, at, [](std::string_view, int) { return true; });
  if (!scale) return plain;
  const auto [exponent, size] = *scale;
  if (at + size < text.size()) {
    if (auto scaled = read_base(text, at + size);
        scaled && (scaled->kind == UnitKind::kMoney || scaled->kind == UnitKind::kCount)) {
      scaled->text = text.substr(at, size + scaled->text.size());
      scaled->exponent += exponent;
      scaled->scale = exponent;
      return plain && plain->text.size() >= scaled->text.size() ? plain : scaled;
    }
  }
  if (plain && plain->text.size() >= size) return plain;  // 个亿 is longer than 个
  if (exponent < kMinBareExponent) return std::nullopt;
  if (starts_with_any(text.substr(at + size), bare_scale_unless_)) return std::nullopt;
  return UnitReading{text.substr(at, size), "", UnitKind::kMoney, exponent, "CNY",
                     InWords::kAllowed};
}

template <typename Accepts>
std::optional<std::pair<const Units::BoundGroup*, std::size_t>> Units::bound_group(
    const WordList& words, std::string_view text, std::size_t at, const Accepts& accepts) const {
  const auto found = words.find(text, at, [&](std::string_view word, int number) {
    const BoundGroup& group = bound_groups_[static_cast<std::size_t>(number)];
    if (!accepts(group)) return false;
    if (group.unless_behind.empty() || word.size() > at) return true;
    return !ends_with_any(text.substr(0, at - word.size()), group.unless_behind);
  });
  if (!found) return std::nullopt;
  return std::pair(&bound_groups_[static_cast<std::size_t>(found->first)], found->second);
}

std::optional<BoundReading> Units::bound(const WordList& words, std::string_view text,
                                         std::size_t at) const {
  const auto found = bound_group(words, text, at, [](const BoundGroup&) { return true; });
  if (!found) return std::nullopt;
  return BoundReading{found->second, found->first->bound};
}

/// 超过, 不超过, 大于等于, 小于或等于 ending at `end`.
std::optional<BoundReading> Units::comparison_before(std::string_view text, std::size_t end) const {
  const std::size_t equal = equal_.size_at(text, end);
  const auto closed = bound_group(before_, text, end - equal, [equal](const BoundGroup& group) {
    return equal > 0 && group.or_equal.has_value();
  });
  if (closed) return BoundReading{closed->second + equal, *closed->first->or_equal};
  const auto open = bound_group(before_, text, end, [](const BoundGroup&) { return true; });
  if (!open) return std::nullopt;
  const std::size_t negation =
      open->first->negated ? negation_.size_at(text, end - open->second) : 0;
  return BoundReading{open->second + negation,
                      negation > 0 ? *open->first->negated : open->first->bound};
}

std::optional<BoundReading> Units::bound_before(std::string_view text, std::size_t end) const {
  if (const auto direct = comparison_before(text, end)) return direct;
  const std::size_t link = link_.size_at(text, end);
  if (link == 0) return std::nullopt;
  const auto linked = bound_group(before_, text, end - link,
                                  [](const BoundGroup& group) { return group.is_linked; });
  if (!linked) return std::nullopt;
  auto reading = comparison_before(text, end - link);
  if (reading) reading->size += link;
  return reading;
}

std::optional<BoundReading> Units::bound_after(std::string_view text, std::size_t at) const {
  return bound(after_, text, at);
}

std::optional<BoundReading> Units::bound_between(std::string_view text, std::size_t at) const {
  return bound(between_, text, at);
}

std::optional<Units::CurrencyReading> Units::currency_before(std::string_view text,
                                                             std::size_t end) const {
  const auto found = currency_.find(text, end, [](std::string_view, int) { return true; });
  if (!found) return std::nullopt;
  return CurrencyReading{found->second, currencies_[static_cast<std::size_t>(found->first)]};
}

std::optional<Units::CurrencyReading> Units::currency_after(std::string_view text,
                                                            std::size_t at) const {
  const auto found = currency_after_.find(text, at, [](std::string_view, int) { return true; });
  if (!found) return std::nullopt;
  return CurrencyReading{found->second, currencies_[static_cast<std::size_t>(found->first)]};
}

}  // namespace mingxi::patterns
