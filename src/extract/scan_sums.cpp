// The audit knows what adds up. So the document is read with each disputed number read one way,
// then the other; a reading that takes part in a sum that holds is right.

#include "extract/scan_sums.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "messages/checks.h"
#include "ocr/numbers.h"
#include "extract/extract.h"

namespace mingxi::extract {
namespace {

constexpr int kMaxReadings = 4;

struct Disputed {
  ocr::OcrPiece* piece = nullptr;
  std::size_t page = 0;  // index
  std::vector<ocr::OcrText> readings;
};

/// The numbers that are not agreed on, on all pages.
std::vector<Disputed> disputed_in(std::vector<Scan>& scans) {
  std::vector<Disputed> result;
  for (Scan& scan : scans)
    for (ocr::OcrPiece& piece : scan.read.pieces)
      if (!piece.is_agreed && ocr::is_number(piece.readings.front()))
        result.push_back({&piece, scan.page, piece.readings});
  return result;
}

bool has_other_readings(const Disputed& disputed) { return disputed.readings.size() > 1; }

bool is_sum(const CheckName& check) {
  return messages::entry_of(check.id).group == messages::CheckGroup::kSums;
}

/// Where the figures are that take part in sums that hold.
std::vector<PlacedBox> places_in_sums(const Extraction& extraction) {
  std::set<std::string> ids;
  for (const Proof& proof : extraction.checks.proofs)
    if (is_sum(proof.check)) ids.insert(proof.facts.begin(), proof.facts.end());
  std::vector<PlacedBox> places;
  for (const Fact& fact : extraction.facts)
    if (ids.contains(fact.id))
      places.insert(places.end(), fact.evidence.boxes.begin(), fact.evidence.boxes.end());
  return places;
}

bool is_in(const std::vector<PlacedBox>& places, const Page& page, const Disputed& disputed) {
  const std::vector<Glyph>& glyphs = disputed.piece->readings.front().glyphs;
  const Box box = on_paper(page, glyphs[glyphs.size() / 2].box);
  return std::any_of(places.begin(), places.end(), [&](const PlacedBox& place) {
    return place.page == page.number && holds(place.box, box.middle_x(), box.middle_y());
  });
}

}  // namespace

void choose_by_sums(std::vector<Scan>& scans, Document& document,
                    const patterns::Patterns& patterns) {
  std::vector<Disputed> disputed = disputed_in(scans);
  print_scans(scans, document);
  for (int turn = 1; turn <= kMaxReadings && !disputed.empty(); ++turn) {
    const std::vector<PlacedBox> proven = places_in_sums(extract(document, patterns));
    std::erase_if(disputed, [&](const Disputed& each) {
      each.piece->is_agreed = is_in(proven, document.pages[each.page], each);
      return each.piece->is_agreed;
    });
    if (std::none_of(disputed.begin(), disputed.end(), has_other_readings)) break;
    // The other readings follow in turn; at last the likeliest is first again.
    for (Disputed& each : disputed) {
      std::vector<ocr::OcrText>& readings = each.piece->readings;
      std::rotate(readings.begin(), readings.begin() + 1, readings.end());
      if (turn == kMaxReadings) readings = each.readings;
    }
    print_scans(scans, document);
  }
  print_scans(scans, document);
}

}  // namespace mingxi::extract
