#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "patterns/layout.h"

namespace mingxi::layout {

/// How a heading or an item is numbered.
struct Numbering {
  int level = 1;          ///< 第一部分 1, 一、 2, （一） 3, 1. 4, （1） and ① 5
  std::size_t bytes = 0;  ///< how many bytes of the text it takes, its mark included

  bool operator==(const Numbering&) const = default;
};

/// The numbering that a normalised text begins with; nothing if it begins with other words, a
/// number (1.2倍, 2026年, 12.5万元) or a bracket that numbers nothing ((项)).
std::optional<Numbering> numbering_of(std::string_view text,
                                      const patterns::LayoutPatterns& patterns);

}  // namespace mingxi::layout
