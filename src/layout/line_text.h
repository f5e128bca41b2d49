#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/document.h"
#include "model/layout.h"

namespace mingxi::layout {

/// Sets the glyphs of one line into text. Keeps its memory from line to line.
class LineSetter {
 public:
  explicit LineSetter(const Page& page) : page_(page) {}

  /// A line of these glyphs: indices into the page's glyphs, left to right. Requires at least one.
  Line set(std::span<const std::uint32_t> glyphs);

 private:
  double usual_gap(std::span<const std::uint32_t> glyphs);

  const Page& page_;
  TracedText text_;
  std::vector<double> gaps_;
};

}  // namespace mingxi::layout
