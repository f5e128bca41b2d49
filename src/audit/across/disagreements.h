#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "audit/across/comparable.h"

namespace mingxi::audit {

/// A figure of one document.
struct FigureOf {
  const ComparableDocument* document = nullptr;
  const ComparableFigure* figure = nullptr;
};

/// A figure that is not what other documents make it.
struct Disagreement {
  FigureOf checked;
  std::vector<FigureOf> others;  ///< one, or the units of a department
  Comparison comparison;
};

/// "416.40万元 = 410.00万元", "100.00万元 - 5.00万元 = 90.00万元": with printed values.
std::string formula_of(const FigureOf& checked, const std::vector<FigureOf>& others);

/// The findings of one check of a document against others. Those with one cause are one finding:
/// the same difference, an item and what holds it, or last digits. Where most of what was compared
/// disagrees, all is one: the documents are not drawn up alike.
std::vector<Finding> findings_of(const CheckName& check, const std::vector<Disagreement>& all,
                                 std::size_t compared);

}  // namespace mingxi::audit
