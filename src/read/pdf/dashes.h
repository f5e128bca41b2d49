#pragma once

#include <vector>

#include "model/document.h"

namespace mingxi::read {

/// Makes rulings of rows of dots and dashes on one line (dotted and dashed rules that are drawn dot
/// by dot), and takes out the pieces that are too short to be rulings of their own.
void join_dashes(std::vector<Ruling>& rulings);

}  // namespace mingxi::read
