#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/quantity.h"
#include "patterns/entries/strict_json.h"

namespace mingxi::patterns {

/// Whether a unit can follow a number in words: 七个, but 十分 is no score.
enum class InWords { kAllowed, kRefused };

/// A unit read at some place of a text. Its views live as long as the text and the Units.
struct UnitReading {
  std::string_view text;  ///< as it is there: 万元, 台(套)
  std::string_view base;  ///< without its scale: 元; "" for a bare scale
  UnitKind kind = UnitKind::kNone;
  int exponent = 0;           ///< power of ten of the scale and base: 万元 is 4, 角 is -1
  std::string_view currency;  ///< ISO 4217; "" when not money
  InWords in_words = InWords::kAllowed;
  int scale = 0;  ///< power of ten of the scale alone
};

/// A word of bound or approximation beside a number.
struct BoundReading {
  std::size_t size = 0;  ///< bytes
  Bound bound = Bound::kEqual;
};

/// A text that shows what a group of words does, or where it does nothing, kept beside it.
struct UnitExample {
  std::string where;  ///< file and JSON pointer
  std::string group;  ///< that of its group
  std::string text;
  std::vector<std::string> figures;  ///< all of the text, as described(Quantity) writes them
  std::string why;                   ///< counterexamples only: why the words do not apply
};

/// Words with a number each, found by their first or last character.
class WordList {
 public:
  enum class Side { kBegin, kEnd };
  explicit WordList(Side side) : side_(side) {}

  void add(std::string word, int number);

  /// The longest word that begins (ends) at `at` and that `accepts(word, number)` allows; its
  /// number and size.
  template <typename Accepts>
  std::optional<std::pair<int, std::size_t>> find(std::string_view text, std::size_t at,
                                                  const Accepts& accepts) const {
    const std::string_view rest = side_ == Side::kBegin ? text.substr(at) : text.substr(0, at);
    for (const Word& word : buckets_[bucket(rest)]) {
      const bool is_there =
          side_ == Side::kBegin ? rest.starts_with(word.text) : rest.ends_with(word.text);
      if (is_there && accepts(std::string_view(word.text), word.number)) {
        return std::pair(word.number, word.text.size());
      }
    }
    return std::nullopt;
  }

  /// The size of the longest word there; 0 if there is none.
  std::size_t size_at(std::string_view text, std::size_t at) const {
    const auto found = find(text, at, [](std::string_view, int) { return true; });
    return found ? found->second : 0;
  }

 private:
  struct Word {
    std::string text;
    int number = 0;
  };
  std::size_t bucket(std::string_view rest) const;

  Side side_;
  std::array<std::vector<Word>, 256> buckets_;  // longest words first
};

/// The vocabulary of units, scales, bounds and approximations, and of what makes a number none
/// (patterns/units.json).
class Units {
 public:
  /// Throws Error(kPatterns): an id given twice, or a group without an example or a counterexample
  /// with its reason, is refused too.
  explicit Units(const StrictJson& json);

  /// The longest unit at a place: [scale]base, or a bare scale of at least 万, which is money.
  std::optional<UnitReading> read(std::string_view text, std::size_t at) const;

  /// 不超过, 约 … ending at `end`; 以上, 左右 … beginning at `at`; 余, 多 between number and unit.
  std::optional<BoundReading> bound_before(std::string_view text, std::size_t end) const;
  std::optional<BoundReading> bound_after(std::string_view text, std::size_t at) const;
  std::optional<BoundReading> bound_between(std::string_view text, std::size_t at) const;

  /// 人民币, 港币, ¥ ending at `end`: the word's size and the currency.
  struct CurrencyReading {
    std::size_t size = 0;
    std::string_view currency;
  };
  std::optional<CurrencyReading> currency_before(std::string_view text, std::size_t end) const;
  /// 日币, 美元 beginning at `at`, after an amount in 元 or 万.
  std::optional<CurrencyReading> currency_after(std::string_view text, std::size_t at) const;

  /// Bytes of the word ending at `end` that makes the number after it negative: 负. 0 where it is
  /// the end of another word: 减负.
  std::size_t negative_before(std::string_view text, std::size_t end) const {
    return not_negative_.size_at(text, end) > 0 ? 0 : negative_.size_at(text, end);
  }
  /// Bytes of a word of 介于10万元与20万元之间: what begins the range, joins its ends and closes
  /// it.
  std::size_t range_begin(std::string_view text, std::size_t end) const {
    return range_begin_.size_at(text, end);
  }
  std::size_t range_join(std::string_view text, std::size_t at) const {
    return range_join_.size_at(text, at);
  }
  std::size_t range_end(std::string_view text, std::size_t at) const {
    return range_end_.size_at(text, at);
  }
  /// Bytes of (含) after the lower end of a range.
  std::size_t included(std::string_view text, std::size_t at) const {
    return included_.size_at(text, at);
  }
  /// A scale at a place, whatever follows: its power of ten and its bytes.
  std::optional<std::pair<int, std::size_t>> scale(std::string_view text, std::size_t at) const {
    return scales_.find(text, at, [](std::string_view, int) { return true; });
  }

  /// Whether a scale is there, whatever follows: 万.
  bool is_scale(std::string_view text, std::size_t at) const {
    return scales_.size_at(text, at) > 0;
  }
  /// Bytes of a word, or 0: time words (年, 个月), which make a number a date or a span.
  std::size_t time_word(std::string_view text, std::size_t at) const {
    return time_.size_at(text, at);
  }
  /// Words after which a number is an ordinal whatever follows: 第.
  bool is_ordinal(std::string_view text, std::size_t at) const {
    return ordinal_.size_at(text, at) > 0;
  }
  /// Words after which numeral words count vaguely: 数十万元, 几千人.
  bool is_vague(std::string_view text, std::size_t at) const {
    return vague_before_.size_at(text, at) > 0;
  }
  /// Words after which a number without a unit is the name of something: 附件, 图, 电话.
  bool names_number(std::string_view text, std::size_t at) const {
    return name_before_.size_at(text, at) > 0;
  }
  /// Words before which a number without a unit is the name of something: 类, 号楼.
  bool is_named_by(std::string_view text, std::size_t at) const {
    return name_after_.size_at(text, at) > 0;
  }
  /// 单价, 单位价值 ending at `end`: what is bounded is a class of things.
  bool begins_class(std::string_view text, std::size_t end) const {
    return class_before_.size_at(text, end) > 0;
  }
  /// Words that end a clause after a bound: 为, 的资金. Before any other a class goes on.
  bool ends_class(std::string_view text, std::size_t at) const {
    return class_end_.size_at(text, at) > 0;
  }

  const std::vector<UnitExample>& examples() const { return examples_; }

 private:
  struct Unit {
    UnitKind kind = UnitKind::kNone;
    int exponent = 0;
    std::string currency;
    InWords in_words = InWords::kAllowed;
    std::vector<std::string> unless_followed_by;
  };
  struct BoundGroup {
    Bound bound = Bound::kEqual;
    std::vector<std::string> unless_behind;
    std::optional<Bound> negated;   ///< with 不 before it
    std::optional<Bound> or_equal;  ///< with 等于 after it
    bool is_linked = false;         ///< 为, 了 may come between it and the number
  };
  std::optional<UnitReading> read_base(std::string_view text, std::size_t at) const;
  /// A word of a list, with its size, whose group `accepts` allows.
  template <typename Accepts>
  std::optional<std::pair<const BoundGroup*, std::size_t>> bound_group(
      const WordList& words, std::string_view text, std::size_t at, const Accepts& accepts) const;
  std::optional<BoundReading> bound(const WordList& words, std::string_view text,
                                    std::size_t at) const;
  std::optional<BoundReading> comparison_before(std::string_view text, std::size_t end) const;
  void load_examples(const StrictJson& group);
  void load_units(const StrictJson& json, std::set<std::string>& ids);
  void load_bounds(const StrictJson& json, std::set<std::string>& ids);
  void load_words(const StrictJson& json, std::set<std::string>& ids);

  std::vector<Unit> unit_groups_;
  std::vector<BoundGroup> bound_groups_;
  std::vector<std::string> currencies_;
  std::vector<std::string> bare_scale_unless_;
  WordList units_{WordList::Side::kBegin}, scales_{WordList::Side::kBegin};
  WordList before_{WordList::Side::kEnd}, after_{WordList::Side::kBegin};
  WordList between_{WordList::Side::kBegin}, currency_{WordList::Side::kEnd};
  WordList time_{WordList::Side::kBegin}, ordinal_{WordList::Side::kEnd};
  WordList name_before_{WordList::Side::kEnd}, name_after_{WordList::Side::kBegin};
  WordList class_before_{WordList::Side::kEnd}, class_end_{WordList::Side::kBegin};
  WordList vague_before_{WordList::Side::kEnd};
  WordList currency_after_{WordList::Side::kBegin};
  WordList negation_{WordList::Side::kEnd}, equal_{WordList::Side::kEnd};
  WordList link_{WordList::Side::kEnd};
  WordList negative_{WordList::Side::kEnd}, not_negative_{WordList::Side::kEnd};
  WordList range_begin_{WordList::Side::kEnd}, range_join_{WordList::Side::kBegin};
  WordList range_end_{WordList::Side::kBegin}, included_{WordList::Side::kBegin};
  std::vector<UnitExample> examples_;
};

}  // namespace mingxi::patterns
