#include "patterns/entries/expression.h"

#include <algorithm>
#include <atomic>
#include <cassert>
#include <cstdint>
#include <functional>
#include <map>
#include <utility>

#include <re2/re2.h>

#include "messages/sentences.h"
#include "model/error.h"
#include "patterns/entries/pattern_words.h"

namespace mingxi::patterns {

using messages::said;
using messages::Sentence;

namespace {

// Bytes one automaton may fill while it searches. Small enough for hundreds of patterns, and far
// more than a pattern without counted repeats of large classes needs.
constexpr std::int64_t kExpressionMemory = 2 << 20;

re2::RE2::Options options() {
  re2::RE2::Options result;
  result.set_log_errors(false);
  result.set_max_mem(kExpressionMemory);
  return result;
}

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

[[noreturn]] void refuse(const std::string& where, std::string_view pattern,
                         const std::string& why) {
  const std::string shown(pattern);
  throw Error(ErrorKind::kPatterns, where,
              said(Sentence::kExpressionNotCompiled, {{"shown", shown}, {"why", why}}));
}

using GroupNumbers = std::map<std::string, int, std::less<>>;

/// The named groups of a pattern with their numbers, as RE2 counts them.
GroupNumbers named_groups(std::string_view pattern) {
  GroupNumbers groups;
  int count = 0;
  bool is_in_class = false;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '\\') {
      ++i;
    } else if (is_in_class) {
      is_in_class = pattern[i] != ']';
    } else if (pattern[i] == '[') {
      is_in_class = true;
      if (i + 1 < pattern.size() && pattern[i + 1] == '^') ++i;
      if (i + 1 < pattern.size() && pattern[i + 1] == ']') ++i;  // means itself
    } else if (pattern[i] == '(') {
      const std::string_view rest = pattern.substr(i + 1);
      const bool is_named = rest.starts_with("?P<");
      if (is_named || !rest.starts_with("?")) ++count;
      if (is_named) groups[std::string(rest.substr(3, rest.find('>') - 3))] = count;
    }
  }
  return groups;
}

/// A value that is made when it is first asked for, by whichever thread asks.
template <typename Value>
class MadeOnce {
 public:
  ~MadeOnce() { delete value_.load(); }

  template <typename Make>
  const Value& get(const Make& make) {
    const Value* value = value_.load(std::memory_order_acquire);
    if (value != nullptr) return *value;
    std::unique_ptr<const Value> made = make();
    // Of two threads that come here at once, the first gives the value of both.
    if (value_.compare_exchange_strong(value, made.get(), std::memory_order_acq_rel))
      return *made.release();
    return *value;
  }

 private:
  std::atomic<const Value*> value_ = nullptr;
};

}  // namespace

std::optional<std::string_view> Match::group(int number) const {
  if (number < 0 || static_cast<std::size_t>(number) >= kMaxGroups) return std::nullopt;
  const std::string_view group = groups_[static_cast<std::size_t>(number)];
  return group.data() == nullptr ? std::nullopt : std::optional(group);
}

struct Expression::State {
  const PatternWords& words() {
    return words_.get([this] { return std::make_unique<PatternWords>(pattern); });
  }
  const re2::RE2& automaton() {
    return automaton_.get([this] { return compiled(); });
  }
  std::unique_ptr<re2::RE2> compiled() const;

  std::string pattern;
  std::string where;  // it is written
  GroupNumbers groups;
  MadeOnce<PatternWords> words_ = {};
  MadeOnce<re2::RE2> automaton_ = {};
};

std::unique_ptr<re2::RE2> Expression::State::compiled() const {
  auto automaton = std::make_unique<re2::RE2>(piece(pattern), options());
  if (!automaton->ok()) refuse(where, pattern, automaton->error());
  if (automaton->NumberOfCapturingGroups() >= static_cast<int>(Match::kMaxGroups))
    refuse(where, pattern, "too many groups");
  assert(std::ranges::equal(automaton->NamedCapturingGroups(), groups));
  return automaton;
}

Expression::Expression(std::string_view pattern, const std::string& where)
    : state_(new State{std::string(pattern), where, named_groups(pattern)}) {
  state_->automaton();
}

Expression::Expression(std::string_view pattern, const StrictJson& place)
    : state_(new State{std::string(pattern), place.where(), named_groups(pattern)}) {
  if (place.compiling() == Compiling::kAtOnce) state_->automaton();
}

Expression::~Expression() = default;
Expression::Expression(Expression&&) noexcept = default;
Expression& Expression::operator=(Expression&&) noexcept = default;

const std::string& Expression::pattern() const { return state_->pattern; }

bool Expression::matches(std::string_view text) const {
  const PatternWords& words = state_->words();
  if (!words.can_match(text)) return false;
  if (words.is_words) return true;
  return state_->automaton().Match(piece(text), 0, text.size(), re2::RE2::UNANCHORED, nullptr, 0);
}

std::optional<Match> Expression::find(std::string_view text, std::size_t from) const {
  if (from > text.size() || !state_->words().can_match(text, from)) return std::nullopt;
  // An empty view may have no data; a group of such a text must still count as taken.
  if (text.data() == nullptr) text = "";
  if (state_->pattern.empty()) {
    Match nothing;
    nothing.first_ = nothing.last_ = from;
    nothing.groups_.front() = text.substr(from, 0);
    return nothing;
  }
  const re2::RE2& automaton = state_->automaton();
  const int count = automaton.NumberOfCapturingGroups() + 1;
  std::array<re2::StringPiece, Match::kMaxGroups> groups;
  if (!automaton.Match(piece(text), from, text.size(), re2::RE2::UNANCHORED, groups.data(), count))
    return std::nullopt;
  Match match;
  match.first_ = static_cast<std::size_t>(groups[0].data() - text.data());
  match.last_ = match.first_ + groups[0].size();
  for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
    match.groups_[i] = std::string_view(groups[i].data(), groups[i].size());
  }
  return match;
}

int Expression::group_number(std::string_view name) const {
  const auto found = state_->groups.find(name);
  return found == state_->groups.end() ? -1 : found->second;
}

std::vector<std::string> Expression::group_names() const {
  std::vector<std::string> names;
  for (const auto& [name, number] : state_->groups) names.push_back(name);
  return names;
}

}  // namespace mingxi::patterns
