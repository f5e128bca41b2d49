#include "build/related_documents.h"

#include <algorithm>

#include "audit/across/between_documents.h"
#include "audit/pairs/pair_check.h"

namespace mingxi::build {

void RelatedDocuments::add(const Extraction& extraction, std::vector<std::string> paths) {
  cards_.push_back(audit::document_card(extraction, patterns_));
  if (auto half = audit::half_of(extraction, patterns_, std::move(paths)))
    halves_.push_back(std::move(*half));
}

void RelatedDocuments::compare(const Manifest& manifest,
                               const std::function<Extraction(const std::string& sha256)>& read,
                               const std::function<void(const BetweenDocuments&)>& found) {
  for (const DocumentPair& pair :
       audit::pairs_of(halves_, partners_in(manifest, halves_), patterns_))
    found(audit::check_pair(pair, read(pair.prose), read(pair.tables), patterns_));
  std::ranges::sort(cards_, {}, &audit::DocumentCard::sha256);
  for (const std::vector<std::size_t>& group : audit::related_documents(cards_)) {
    std::vector<audit::ComparableDocument> documents;
    documents.reserve(group.size());
    for (const std::size_t i : group)
      documents.push_back(audit::comparable(read(cards_[i].sha256), patterns_));
    found(audit::check_between_documents(std::move(documents)));
  }
}

std::vector<audit::NamedPartners> partners_in(const Manifest& manifest,
                                              const std::vector<audit::Half>& halves) {
  std::vector<audit::NamedPartners> partners;
  for (const audit::Half& half : halves)
    for (const std::string& path : half.paths)
      for (const audit::Half& other : halves)
        if (std::ranges::any_of(other.paths, [&](const std::string& partner) {
              return manifest.are_partners(path, partner);
            }))
          partners.emplace_back(half.sha256, other.sha256);
  return partners;
}

}  // namespace mingxi::build
