#include "patterns/entries/pattern_words.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <string>
#include <vector>

#include "text/characters.h"

// A pattern is read piece by piece. Of each piece is known, where that is a small set: all it can
// match, what every match that is not empty begins and ends with, and what every match holds.
// What the reader does not know (a negated class, a flag) is a piece of which nothing is known.

namespace mingxi::patterns {
namespace {

constexpr std::size_t kMaxWords = 128;  // a longer list costs more to look up than it saves
constexpr std::size_t kMaxJoined =
    32;  // words that come of joining pieces: 20[0-9][0-9] is left at 20
constexpr std::size_t kMaxClass = 32;  // characters of a class that is read as words
constexpr std::size_t kFewWords = 16;

using Words = std::vector<std::string>;

/// What is known of a piece of a pattern; nothing where the words would be too many.
struct Piece {
  std::optional<Words> all;           // all that it can match; then the rest is left empty
  std::optional<Words> begins, ends;  // of a match that is not empty
  std::optional<Words> holds;
  bool can_be_empty = false;
};

std::optional<Words> limited(Words words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  if (words.size() > kMaxWords) return std::nullopt;
  return words;
}

std::optional<Words> either(std::optional<Words> a, const std::optional<Words>& b) {
  if (!a || !b) return std::nullopt;
  a->insert(a->end(), b->begin(), b->end());
  return limited(std::move(*a));
}

/// Every word of `a` with every word of `b` after it. Requires that these are not too many.
Words one_after_other(Words a, const Words& b) {
  if (b.size() == 1) {
    for (std::string& word : a) word += b.front();
    return a;
  }
  Words words;
  words.reserve(a.size() * b.size());
  for (const std::string& first : a) {
    for (const std::string& second : b) words.push_back(first + second);
  }
  return words;
}

/// What is asked about the words of a pattern beside those that a match holds.
struct Asked {
  bool begins = false, ends = false;
};

/// Computes for a piece of which all is known what is known of the others, as far as it is asked.
Piece told(Piece piece, const Asked& asked) {
  if (!piece.all) return piece;
  Words words = std::move(*piece.all);
  const std::size_t count = words.size();
  words.erase(std::remove(words.begin(), words.end(), ""), words.end());
  piece.all.reset();
  piece.can_be_empty = words.size() < count;
  if (asked.begins) piece.begins = limited(words);
  if (asked.ends) piece.ends = limited(words);
  if (!piece.can_be_empty) piece.holds = std::move(words);
  return piece;
}

/// Few words before many, then long ones; of two that are alike the later.
bool is_rarer(const Words& later, const Words& earlier) {
  const auto shortest = [](const Words& words) {
    std::size_t size = std::string::npos;
    for (const std::string& word : words) size = std::min(size, word.size());
    return size;
  };
  const bool is_few = later.size() <= kFewWords;
  if (is_few != (earlier.size() <= kFewWords)) return is_few;
  return shortest(later) >= shortest(earlier);
}

/// Requires pieces for which this was computed.
Piece concatenated(Piece a, Piece b) {
  if (a.can_be_empty) a.begins = either(std::move(a.begins), b.begins);
  a.ends = b.can_be_empty ? either(std::move(a.ends), b.ends) : std::move(b.ends);
  if (b.holds && (!a.holds || is_rarer(*b.holds, *a.holds))) a.holds = std::move(b.holds);
  a.can_be_empty = a.can_be_empty && b.can_be_empty;
  return a;
}

Piece alternated(std::vector<Piece> pieces, const Asked& asked) {
  if (pieces.size() == 1) return std::move(pieces.front());
  const bool is_all_known =
      std::all_of(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.all; });
  const auto add = [](std::optional<Words>& to, std::optional<Words>& words) {
    if (!words) to.reset();
    if (to) to->insert(to->end(), words->begin(), words->end());
  };
  Piece result;
  if (is_all_known) {
    result.all.emplace();
    for (Piece& piece : pieces) add(result.all, piece.all);
    return result.all = limited(std::move(*result.all)), result;
  }
  result = {.begins = Words(), .ends = Words(), .holds = Words()};
  for (Piece& given : pieces) {
    Piece piece = told(std::move(given), asked);
    add(result.begins, piece.begins);
    add(result.ends, piece.ends);
    add(result.holds, piece.holds);
    result.can_be_empty = result.can_be_empty || piece.can_be_empty;
  }
  for (std::optional<Words>* words : {&result.begins, &result.ends, &result.holds}) {
    if (*words) *words = limited(std::move(**words));
  }
  return result;
}

class Reader {
 public:
  Reader(std::string_view pattern, const Asked& asked) : pattern_(pattern), asked_(asked) {}

  /// The whole pattern; nothing where it holds what is not known here.
  std::optional<Piece> read() {
    Piece piece = alternatives();
    if (!is_known_ || at_ < pattern_.size()) return std::nullopt;
    return piece;
  }
  bool has_alternatives() const { return has_alternatives_; }
  bool has_anchors() const { return has_anchors_; }

 private:
  bool at(char c) const { return at_ < pattern_.size() && pattern_[at_] == c; }
  bool take(std::string_view text) {
    if (!pattern_.substr(at_).starts_with(text)) return false;
    at_ += text.size();
    return true;
  }

  Piece alternatives() {
    std::vector<Piece> pieces{sequence()};
    while (is_known_ && take("|")) pieces.push_back(sequence());
    if (depth_ == 0) has_alternatives_ = pieces.size() > 1;
    return alternated(std::move(pieces), asked_);
  }

  /// Pieces of which all is known are joined before they meet the others: 类 and [)] are 类).
  Piece sequence() {
    std::optional<Piece> result;
    Words run{""};
    const auto end_run = [&] {
      Piece piece = told({.all = std::move(run)}, asked_);
      result = result ? concatenated(std::move(*result), std::move(piece)) : std::move(piece);
      run = {""};
    };
    while (is_known_ && at_ < pattern_.size() && !at('|') && !at(')')) {
      if (const std::string_view plain = plain_words(); !plain.empty()) {
        for (std::string& word : run) word += plain;
        continue;
      }
      Piece next = repeated(atom());
      if (next.all && run.size() * next.all->size() > kMaxJoined) end_run();
      if (next.all) {
        run = one_after_other(std::move(run), *next.all);
      } else {
        end_run();
        result = concatenated(std::move(*result), std::move(next));
      }
    }
    if (!result) return {.all = std::move(run)};
    end_run();
    return std::move(*result);
  }

  /// The characters that mean themselves, up to the next that does not or is repeated.
  std::string_view plain_words() {
    const std::size_t first = at_;
    std::size_t end = at_;
    while (at_ < pattern_.size() && !is_special(pattern_[at_])) {
      const std::size_t before = at_;
      character();
      const bool is_repeated = at('?') || at('*') || at('+') || at('{');
      end = at_ = is_repeated ? before : at_;
      if (is_repeated) break;
    }
    return pattern_.substr(first, end - first);
  }
  static bool is_special(char c) {
    return std::string_view("\\^$.|?*+()[{").find(c) != std::string_view::npos;
  }

  Piece repeated(Piece piece) {
    bool can_be_none = false, can_be_many = false;
    if (take("?")) {
      can_be_none = true;
    } else if (take("*")) {
      can_be_none = can_be_many = true;
    } else if (take("+")) {
      can_be_many = true;
    } else if (at('{')) {
      const std::size_t close = pattern_.find('}', at_);
      can_be_none = pattern_.substr(at_).starts_with("{0");
      can_be_many = true;
      is_known_ = is_known_ && close != std::string_view::npos;
      at_ = is_known_ ? close + 1 : at_;
    } else {
      return piece;
    }
    take("?");
    if (piece.all && !can_be_many) {
      piece.all->emplace_back();
      return piece;
    }
    piece = told(std::move(piece), asked_);
    if (can_be_none) {
      piece.holds.reset();
      piece.can_be_empty = true;
    }
    return piece;
  }

  Piece atom() {
    if (at('(')) return group();
    if (at('[')) return character_class();
    if (take("^") || take("$")) {
      has_anchors_ = true;
      return {.all = Words{""}};
    }
    if (take(".")) return {};
    if (take("\\")) {
      const bool is_plain =
          at_ < pattern_.size() && std::ispunct(static_cast<unsigned char>(pattern_[at_])) != 0;
      is_known_ = is_known_ && is_plain;
    }
    return {.all = Words{std::string(character())}};
  }

  Piece group() {
    ++at_;
    if (take("?P<")) {
      at_ = std::min(pattern_.find('>', at_), pattern_.size() - 1) + 1;
    } else if (!take("?:") && at('?')) {
      is_known_ = false;  // a flag
    }
    ++depth_;
    Piece piece = alternatives();
    --depth_;
    is_known_ = is_known_ && take(")");
    return piece;
  }

  Piece character_class() {
    ++at_;
    const bool is_negated = take("^");
    Words words;
    bool is_first = true, is_large = is_negated;
    while (at_ < pattern_.size() && (is_first || !at(']'))) {
      is_first = false;
      if (at('[')) is_large = pattern_[std::min(at_ + 1, pattern_.size() - 1)] == ':' || is_large;
      if (take("\\") && at_ < pattern_.size() &&
          std::isalnum(static_cast<unsigned char>(pattern_[at_])) != 0)
        is_known_ = false;
      std::string first(character());
      if (at('-') && at_ + 1 < pattern_.size() && pattern_[at_ + 1] != ']') {
        ++at_;
        const std::string last(character());
        if (first.size() > 1 || last.size() > 1) {
          is_large = true;
          continue;
        }
        for (char c = first.front(); c < last.front(); ++c) words.emplace_back(1, c);
        first = last;
      }
      words.push_back(std::move(first));
    }
    is_known_ = is_known_ && take("]");
    if (is_large || words.size() > kMaxClass) return {};
    return {.all = std::move(words)};
  }

  std::string_view character() {
    const std::size_t first = at_++;
    while (at_ < pattern_.size() && text::continues_character(pattern_[at_])) ++at_;
    return pattern_.substr(first, at_ - first);
  }

  std::string_view pattern_;
  Asked asked_;
  std::size_t at_ = 0;
  int depth_ = 0;
  bool is_known_ = true;
  bool has_alternatives_ = false;  // outside any group
  bool has_anchors_ = false;
};

/// Leaves out the words that begin (end) with another, or hold it: the shorter one says it all.
template <typename Says>
Words shortest(const Words& words, const Says& says) {
  Words result;
  for (const std::string& word : words) {
    const bool is_said = std::any_of(words.begin(), words.end(), [&](const std::string& other) {
      return other.size() < word.size() && says(word, other);
    });
    if (!is_said) result.push_back(word);
  }
  return result;
}

}  // namespace

PatternWords::PatternWords(std::string_view pattern) {
  const Asked asked{.begins = pattern.starts_with("^"),
                    .ends = pattern.ends_with("$") && !pattern.ends_with("\\$")};
  Reader reader(pattern, asked);
  auto read = reader.read();
  if (!read) return;
  is_words = read->all.has_value() && !reader.has_anchors();
  const Piece piece = told(std::move(*read), asked);
  const bool is_single = !reader.has_alternatives() && !piece.can_be_empty;
  if (is_single && piece.begins) {
    const auto begins_with = [](std::string_view word, std::string_view other) {
      return word.starts_with(other);
    };
    begins = WordSet(shortest(*piece.begins, begins_with), WordSet::Side::kBegin);
  }
  if (is_single && piece.ends) {
    const auto ends_with = [](std::string_view word, std::string_view other) {
      return word.ends_with(other);
    };
    ends = WordSet(shortest(*piece.ends, ends_with), WordSet::Side::kEnd);
  }
  if (piece.holds) {
    const auto holds_other = [](std::string_view word, std::string_view other) {
      return word.find(other) != std::string_view::npos;
    };
    holds = WordSet(shortest(*piece.holds, holds_other), WordSet::Side::kBegin);
  }
  is_words = is_words && !holds.empty();
}

}  // namespace mingxi::patterns
