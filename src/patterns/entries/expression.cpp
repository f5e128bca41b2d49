#include "patterns/entries/expression.h"

#include <algorithm>
#include <cstdint>

#include <re2/re2.h>
#include <re2/set.h>

#include "messages/sentences.h"
#include "model/error.h"

namespace mingxi::patterns {

using messages::said;
using messages::Sentence;

namespace {

// Bytes one automaton may fill while it searches. Small enough for hundreds of patterns, and far
// more than a pattern without counted repeats of large classes needs.
constexpr std::int64_t kExpressionMemory = 2 << 20;
constexpr std::int64_t kSetMemory = 16 << 20;

re2::RE2::Options options(std::int64_t memory) {
  re2::RE2::Options result;
  result.set_log_errors(false);
  result.set_max_mem(memory);
  return result;
}

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

[[noreturn]] void refuse(const std::string& where, std::string_view pattern,
                         const std::string& why) {
  const std::string shown(pattern);
  throw Error(ErrorKind::kPatterns, where,
              said(Sentence::kExpressionNotCompiled, {{"shown", shown}, {"why", why}}));
}

}  // namespace

std::optional<std::string_view> Match::group(int number) const {
  if (number < 0 || static_cast<std::size_t>(number) >= kMaxGroups) return std::nullopt;
  const std::string_view group = groups_[static_cast<std::size_t>(number)];
  return group.data() == nullptr ? std::nullopt : std::optional(group);
}

struct Expression::Compiled {
  Compiled(std::string_view pattern) : re2(piece(pattern), options(kExpressionMemory)) {}
  re2::RE2 re2;
};

Expression::Expression(std::string_view pattern, const std::string& where)
    : pattern_(pattern), words_(pattern), compiled_(std::make_unique<Compiled>(pattern)) {
  if (!compiled_->re2.ok()) refuse(where, pattern, compiled_->re2.error());
  if (compiled_->re2.NumberOfCapturingGroups() >= static_cast<int>(Match::kMaxGroups)) {
    refuse(where, pattern, "too many groups");
  }
  const auto& groups = compiled_->re2.NamedCapturingGroups();
  groups_.assign(groups.begin(), groups.end());
}

Expression::~Expression() = default;
Expression::Expression(Expression&&) noexcept = default;
Expression& Expression::operator=(Expression&&) noexcept = default;

bool Expression::matches(std::string_view text) const {
  if (!words_.can_match(text)) return false;
  if (words_.is_words) return true;
  return compiled_->re2.Match(piece(text), 0, text.size(), re2::RE2::UNANCHORED, nullptr, 0);
}

std::optional<Match> Expression::find(std::string_view text, std::size_t from) const {
  if (from > text.size() || !words_.can_match(text, from)) return std::nullopt;
  // An empty view may have no data; a group of such a text must still count as taken.
  if (text.data() == nullptr) text = "";
  if (pattern_.empty()) {
    Match nothing;
    nothing.first_ = nothing.last_ = from;
    nothing.groups_.front() = text.substr(from, 0);
    return nothing;
  }
  const int count = compiled_->re2.NumberOfCapturingGroups() + 1;
  std::array<re2::StringPiece, Match::kMaxGroups> groups;
  if (!compiled_->re2.Match(piece(text), from, text.size(), re2::RE2::UNANCHORED, groups.data(),
                            count)) {
    return std::nullopt;
  }
  Match match;
  match.first_ = static_cast<std::size_t>(groups[0].data() - text.data());
  match.last_ = match.first_ + groups[0].size();
  for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
    match.groups_[i] = std::string_view(groups[i].data(), groups[i].size());
  }
  return match;
}

int Expression::group_number(std::string_view name) const {
  for (const auto& [own, number] : groups_) {
    if (own == name) return number;
  }
  return -1;
}

std::vector<std::string> Expression::group_names() const {
  std::vector<std::string> names;
  for (const auto& [name, number] : groups_) names.push_back(name);
  return names;
}

struct ExpressionSet::Compiled {
  std::vector<std::string> patterns;
  re2::RE2::Set set{options(kSetMemory), re2::RE2::UNANCHORED};
};

ExpressionSet::ExpressionSet(const std::vector<std::string>& patterns, const std::string& where)
    : compiled_(std::make_unique<Compiled>()) {
  compiled_->patterns = patterns;
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    std::string why;
    if (compiled_->set.Add(piece(patterns[i]), &why) < 0) {
      refuse(where + "/" + std::to_string(i), patterns[i], why);
    }
  }
  if (!compiled_->set.Compile()) refuse(where, "…", "the patterns together need too much memory");
}

ExpressionSet::~ExpressionSet() = default;
ExpressionSet::ExpressionSet(ExpressionSet&&) noexcept = default;
ExpressionSet& ExpressionSet::operator=(ExpressionSet&&) noexcept = default;

void ExpressionSet::matching(std::string_view text, std::vector<int>& into) const {
  into.clear();
  if (compiled_->patterns.empty()) return;
  re2::RE2::Set::ErrorInfo error{};
  if (compiled_->set.Match(piece(text), &into, &error)) {
    std::sort(into.begin(), into.end());
    return;
  }
  into.clear();
  if (error.kind != re2::RE2::Set::kOutOfMemory) return;
  // The automaton of all patterns outgrew its memory on this text: try them one by one.
  for (std::size_t i = 0; i < compiled_->patterns.size(); ++i) {
    const re2::RE2 single(piece(compiled_->patterns[i]), options(kSetMemory));
    if (re2::RE2::PartialMatch(piece(text), single)) into.push_back(static_cast<int>(i));
  }
}

}  // namespace mingxi::patterns
