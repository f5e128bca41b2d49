#include "read/office/places.h"

namespace mingxi::read {

std::string cell_name(int row, int column) {
  std::string letters;
  for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  return letters + std::to_string(row + 1);
}

CellPlace cell_place(std::string_view name) {
  constexpr int kMax = 2'000'000;  // rows of a sheet are 1,048,576
  int row = 0;
  int column = 0;
  for (const char c : name) {
    if (c == '$') continue;
    const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    if (upper >= 'A' && upper <= 'Z' && row == 0 && column < kMax / 27) {
      column = column * 26 + (upper - 'A' + 1);
    } else if (c >= '0' && c <= '9' && row < kMax / 10) {
      row = row * 10 + (c - '0');
    } else {
      return {};
    }
  }
  if (row == 0 || column == 0) return {};
  return {row - 1, column - 1};
}

}  // namespace mingxi::read
