#pragma once

#include <string>
#include <string_view>

namespace mingxi::read {

/// "C7" for row 6, column 2.
std::string cell_name(int row, int column);

/// A row and a column of a sheet, from 0.
struct CellPlace {
  int row = -1;  ///< -1: a name that is none
  int column = -1;
};

/// The place that "C7" or "$C$7" names.
CellPlace cell_place(std::string_view name);

}  // namespace mingxi::read
