#include "audit/document/announcements.h"

#include <algorithm>

namespace mingxi::audit {

bool says_withheld(const Audited& audited) {
  const auto says_so = [&](const auto& each) {
    return audited.patterns.form.announcing.withheld.matches(each.text.utf8());
  };
  const auto& paragraphs = audited.layout.paragraphs;
  const auto& grids = audited.layout.grids;
  return std::any_of(paragraphs.begin(), paragraphs.end(), says_so) ||
         std::any_of(grids.begin(), grids.end(), [&](const Grid& grid) {
           return std::any_of(grid.below.begin(), grid.below.end(), says_so);
         });
}

}  // namespace mingxi::audit
