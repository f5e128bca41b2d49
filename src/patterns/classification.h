#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "patterns/entries/strict_json.h"

namespace mingxi::patterns {

enum class Scheme {
  kFunctional,          ///< 支出功能分类
  kEconomic,            ///< 部门预算支出经济分类
  kGovernmentEconomic,  ///< 政府预算支出经济分类
};

/// Names and codes of the classification of government expenditure (patterns/classification.json).
///
/// Names are normalised and without spaces. A name is found as listed, by a listed former or short
/// name, and with or without its ending: 支出, 经费, 费用, 费. What could be two codes is nothing.
/// The list is not complete: an unknown name or code is no mistake of a document.
class Classification {
 public:
  explicit Classification(const StrictJson& json);

  /// 一般公共服务 → 201.
  std::optional<std::string> functional_class(std::string_view name) const;

  /// The code of 类, 款 and 项; the deepest name given decides. A name left out ("") is no
  /// obstacle where the rest is clear.
  ///
  ///     社会保障和就业支出, 行政事业单位养老支出, 行政单位离退休   → 2080501
  ///     住房保障支出, "", 住房公积金                             → 2210201
  std::optional<std::string> functional_path(std::string_view class_name,
                                             std::string_view group_name,
                                             std::string_view item_name) const;

  /// 基本工资 → 30101, 工资福利支出 → 301: the scheme of department budgets.
  std::optional<std::string> economic(std::string_view name) const;

  /// The listed name of a code; nothing for a code that is not listed.
  std::optional<std::string> name_of(Scheme scheme, std::string_view code) const;

 private:
  /// Lets a view be looked up without making a string of it.
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };
  template <typename Value>
  using ByText = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;
  using Codes = ByText<std::string>;
  /// The codes of the names that are in one place, as listed and by their stems; "" where two
  /// codes share the name.
  struct Place {
    Codes listed, stems;
  };

  void load(const StrictJson& names, Scheme scheme);
  /// A name without its ending.
  std::string_view stem(std::string_view name) const;
  void load_aliases(const StrictJson& aliases);
  void put(std::string_view place, std::string_view name, const std::string& code);
  void add(Scheme scheme, const std::string& code, std::string_view name);
  std::optional<std::string> find(std::string_view place, std::string_view name) const;

  std::vector<std::string> endings_;  // of names, which may be left out
  Codes names_;                       // scheme mark and code → name
  Codes common_items_;  // name → last two digits, of items that are under every 款: 行政运行
  ByText<Place> places_;
};

}  // namespace mingxi::patterns
