#include "patterns/entries/pattern.h"

#include <cassert>
#include <utility>

#include "messages/sentences.h"
#include "text/characters.h"

namespace mingxi::patterns {

using messages::said;
using messages::Sentence;

namespace {

std::optional<Expression> exception(const std::string& pattern, const std::string& where) {
  if (pattern.empty()) return std::nullopt;
  return Expression(pattern, where);
}

}  // namespace

Pattern::Pattern(const Entry& entry)
    : Pattern(Expression(entry.pattern, entry.where + "/pattern"),
              exception(entry.unless, entry.where + "/unless"),
              exception(entry.unless_within, entry.where + "/unless_within")) {}

Pattern::Pattern(Expression expression, std::optional<Expression> unless,
                 std::optional<Expression> unless_within)
    : expression_(std::move(expression)),
      unless_(std::move(unless)),
      unless_within_(std::move(unless_within)) {}

bool Pattern::is_excused(std::string_view text, const Match& match) const {
  std::size_t from = 0;
  while (const auto excuse = unless_within_->find(text, from)) {
    if (excuse->first() <= match.first() && match.last() <= excuse->last()) return true;
    if (excuse->first() > match.first()) return false;
    from = excuse->first() + 1;
    while (from < text.size() && text::continues_character(text[from])) ++from;
  }
  return false;
}

bool Pattern::matches(std::string_view text) const {
  if (unless_within_) return find(text).has_value();
  return expression_.matches(text) && !(unless_ && unless_->matches(text));
}

std::optional<Match> Pattern::find(std::string_view text, std::size_t from) const {
  auto match = expression_.find(text, from);
  if (match && unless_ && unless_->matches(text)) return std::nullopt;
  while (match && unless_within_ && is_excused(text, *match)) {
    if (match->last() <= from) return std::nullopt;
    from = match->last();
    match = expression_.find(text, from);
  }
  return match;
}

std::vector<Match> Pattern::find_all(std::string_view text) const {
  std::vector<Match> found;
  std::size_t from = 0;
  while (const auto match = find(text, from)) {
    if (match->last() <= from) break;
    from = match->last();
    found.push_back(*match);
  }
  return found;
}

std::string_view Pattern::group(const Match& match, std::string_view name) const {
  const int number = expression_.group_number(name);
  assert(number > 0);
  return match.group(number).value_or(std::string_view());
}

std::string_view Pattern::part(std::string_view text, std::string_view name) const {
  const auto match = find(text);
  return match ? group(*match, name) : std::string_view();
}

Expression expression_from(const StrictJson& json, const std::string& id, Definitions& definitions,
                           std::vector<Entry>& entries, const std::vector<std::string>& groups) {
  const StrictJson pattern = json.at("pattern");
  const std::string expanded = definitions.expand(pattern.string(), pattern);
  Expression expression(expanded, pattern);
  for (const std::string& group : groups) {
    if (expression.group_number(group) > 0) continue;
    pattern.refuse(said(Sentence::kGroupMissing, {{"group", group}}));
  }
  entries.push_back(entry_from(json, id, expression.group_names()));
  entries.back().pattern = expanded;
  return expression;
}

Pattern pattern_from(const StrictJson& json, const std::string& id, Definitions& definitions,
                     std::vector<Entry>& entries, const std::vector<std::string>& groups) {
  Expression expression = expression_from(json, id, definitions, entries, groups);
  const auto exception = [&](const char* key, std::string& in_entry) -> std::optional<Expression> {
    if (!json.has(key)) return std::nullopt;
    const StrictJson place = json.at(key);
    in_entry = definitions.expand(place.string(), place);
    return Expression(in_entry, place);
  };
  std::optional<Expression> unless = exception("unless", entries.back().unless);
  std::optional<Expression> unless_within =
      exception("unless_within", entries.back().unless_within);
  return {std::move(expression), std::move(unless), std::move(unless_within)};
}

}  // namespace mingxi::patterns
