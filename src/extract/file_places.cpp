#include "extract/file_places.h"

#include <algorithm>
#include <cstddef>

namespace mingxi::extract {
namespace {

const FilePlace* place_of(const Document& document, const Evidence& evidence) {
  if (evidence.boxes.empty()) return nullptr;
  const auto& [number, box] = evidence.boxes.front();
  if (number < 1 || static_cast<std::size_t>(number) > document.pages.size()) return nullptr;
  const auto& places = document.pages[static_cast<std::size_t>(number - 1)].file_places;
  const auto found = std::ranges::find_if(places, [&box = box](const FilePlace& place) {
    return holds(place.box, box.middle_x(), box.middle_y());
  });
  return found == places.end() ? nullptr : &*found;
}

}  // namespace

void name_file_places(const Document& document, Extraction& extraction) {
  if (std::ranges::all_of(document.pages,
                          [](const Page& page) { return page.file_places.empty(); }))
    return;
  const auto name = [&](Evidence& evidence) {
    if (evidence.document) return;
    const FilePlace* place = place_of(document, evidence);
    if (place == nullptr) return;
    evidence.in_file = place->name;
    evidence.stored = place->stored;
  };
  for (Fact& fact : extraction.facts) name(fact.evidence);
  for (Finding& finding : extraction.findings) std::ranges::for_each(finding.evidence, name);
  for (auto& [field, evidence] : extraction.identity.evidence) name(evidence);
}

}  // namespace mingxi::extract
