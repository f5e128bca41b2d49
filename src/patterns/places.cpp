// A code says what it lies in: 310106 in 310100 in 310000. So the divisions are one sorted list.
#include "patterns/places.h"

#include <algorithm>

#include "messages/sentences.h"
#include "text/normalise.h"

namespace mingxi::patterns {

using messages::said;
using messages::Sentence;

namespace {

constexpr std::size_t kCodeDigits = 6;

/// The digits that a code shares with all that lies in it: 31 of 310000, 3101 of 310100.
std::string_view stem(std::string_view code) {
  if (code.ends_with("0000")) return code.substr(0, 2);
  return code.ends_with("00") ? code.substr(0, 4) : code;
}

Expression word_from(const StrictJson& json, const std::string& name, std::vector<Entry>& entries) {
  Definitions none;
  const StrictJson entry = json.at(name);
  Expression word = expression_from(entry, "places/" + name, none, entries);
  entry.finish();
  return word;
}

}  // namespace

Places::Places(const StrictJson& json)
    : before_(word_from(json, "before", entries_)),
      is_also_a_word_(word_from(json, "is_also_a_word", entries_)),
      is_a_city_(word_from(json, "is_a_city", entries_)),
      not_before_(json.at("not_before").strings()) {
  json.at("about").string();
  for (const StrictJson& line : json.at("divisions").items()) load_divisions(line);
  load_examples(json);
  json.finish();
}

void Places::load_divisions(const StrictJson& line) {
  const std::string words = line.string();
  for (std::size_t at = 0; at <= words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    const std::string word = words.substr(at, end - at);
    at = end + 1;
    if (word.find_first_not_of("0123456789") != kCodeDigits)
      line.refuse(said(Sentence::kNoDivision, {{"word", word}}));
    Division division{word.substr(0, kCodeDigits), word.substr(kCodeDigits)};
    if (!divisions_.empty() && division.code <= divisions_.back().code)
      line.refuse(said(Sentence::kCodeOutOfOrder, {{"code", division.code}}));
    divisions_.push_back(std::move(division));
  }
}

void Places::load_examples(const StrictJson& json) {
  for (const StrictJson& example : json.at("examples").items()) {
    const std::string code = example.at("place").string();
    if (!division(code)) example.refuse(said(Sentence::kNoSuchDivision, {{"code", code}}));
    examples_.push_back({example.where(), example.at("text").string(), code});
    example.finish();
  }
  for (const StrictJson& example : json.at("counterexamples").items()) {
    examples_.push_back({example.where(), example.at("text").string(), ""});
    example.at("why").string();
    example.finish();
  }
}

std::optional<Division> Places::division(const std::string& code) const {
  const auto found = std::ranges::lower_bound(divisions_, code, {}, &Division::code);
  if (found == divisions_.end() || found->code != code) return std::nullopt;
  return *found;
}

bool Places::is_word_with(std::string_view rest) const {
  return std::ranges::any_of(not_before_,
                             [rest](const std::string& word) { return rest.starts_with(word); });
}

const Division* Places::first_in(std::string_view text, std::string_view within) const {
  const Division* only = nullptr;
  const auto first = std::ranges::lower_bound(divisions_, within, {}, &Division::code);
  for (auto each = first; each != divisions_.end() && each->code.starts_with(within); ++each) {
    if (!text.starts_with(each->name) || is_word_with(text.substr(each->name.size()))) continue;
    if (stem(each->code) == within || (within.empty() && is_also_a_word_.matches(each->name)))
      continue;
    if (only != nullptr) return nullptr;
    only = &*each;
  }
  return only;
}

Place Places::of(std::string_view text) const {
  const std::string whole = text::normalised(text);
  std::string_view rest = whole;
  if (const auto before = before_.find(rest)) rest.remove_prefix(before->last());
  std::string code;
  while (const Division* found = first_in(rest, stem(code))) {
    code = found->code;
    rest.remove_prefix(found->name.size());
  }
  Place place;
  if (code.empty()) return place;
  place.province = division(code.substr(0, 2) + "0000");
  if (!code.ends_with("0000")) place.city = division(code.substr(0, 4) + "00");
  // A province that is called a city, 直辖市, is the city of all that lies in it.
  if (place.province && is_a_city_.matches(place.province->name)) place.city = place.province;
  if (!code.ends_with("00")) place.county = division(code);
  return place;
}

}  // namespace mingxi::patterns
