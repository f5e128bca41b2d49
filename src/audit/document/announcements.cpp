#include "audit/document/announcements.h"

#include <algorithm>

namespace mingxi::audit {

bool announces(const Audited& audited, std::string_view id, std::string_view text) {
  const auto& all = audited.patterns.form.announcing;
  return std::any_of(all.begin(), all.end(), [&](const patterns::FormWording& wording) {
    return wording.id == id && !wording.find_all(text).empty();
  });
}

bool says_withheld(const Audited& audited) {
  const auto says_so = [&](const auto& each) {
    return announces(audited, "withheld", each.text.utf8());
  };
  const auto& paragraphs = audited.layout.paragraphs;
  const auto& grids = audited.layout.grids;
  return std::any_of(paragraphs.begin(), paragraphs.end(), says_so) ||
         std::any_of(grids.begin(), grids.end(), [&](const Grid& grid) {
           return std::any_of(grid.below.begin(), grid.below.end(), says_so);
         });
}

}  // namespace mingxi::audit
