#include "layout/prose/numbering.h"

namespace mingxi::layout {

std::optional<Numbering> numbering_of(std::string_view text,
                                      const patterns::LayoutPatterns& patterns) {
  for (const patterns::NumberingRule& rule : patterns.numberings) {
    if (const auto match = rule.pattern.find(text)) return Numbering{rule.level, match->last()};
  }
  return std::nullopt;
}

}  // namespace mingxi::layout
