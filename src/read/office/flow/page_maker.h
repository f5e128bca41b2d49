#pragma once

#include <vector>

#include "model/document.h"
#include "read/office/flow/broken_lines.h"

namespace mingxi::read {

inline constexpr double kFlowMargin = 72;  ///< points
inline constexpr double kFlowWidth = 451;  ///< of the text between the margins of A4, points

/// Pages that grow downwards: the pen goes from the top of a page to its end, which is where the
/// next page is begun.
class PageMaker {
 public:
  PageMaker() { begin_page(); }

  /// Begins a page, if something is on this one.
  void break_page();

  /// Whether there is no room of this height left on a page of A4.
  bool is_full(double height) const;

  void move_down(double height) { y_ += height; }
  double y() const { return y_; }

  /// Prints a line with its baseline at y.
  void print(const SetLine& line, double left, double baseline, double size);
  void rule(const Box& box);
  void add_place(FilePlace place) { pages_.back().file_places.push_back(std::move(place)); }

  std::vector<Page> taken();

 private:
  void begin_page();
  void end_page();

  std::vector<Page> pages_;
  double y_ = kFlowMargin;
  double widest_ = 0;
};

}  // namespace mingxi::read
