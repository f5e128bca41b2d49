#pragma once

#include <string>
#include <vector>

#include "facts/tables/rows.h"

namespace mingxi::facts {

inline constexpr double kForced = 100;  ///< codes and numbers of units leave no choice
inline constexpr double kStrong = 2;
inline constexpr double kWeak = 1;

/// Whether codes, numbers of units, numbering, indent, columns and names say that a row is a part
/// of one above it: positive if they do, negative if they are against it.
double sign_of(const TableRow& above, const TableRow& below);

/// The names of the signs that a row is a part of one above it: code, unit, numbering, indent,
/// column, class, fund, part. The sum of the parts is another; see RowTree::Node::closes.
std::vector<std::string> signs_of(const TableRow& above, const TableRow& below);

}  // namespace mingxi::facts
