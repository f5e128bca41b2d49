#include "build/related_documents.h"

#include <algorithm>

#include "audit/across/between_documents.h"

namespace mingxi::build {

void RelatedDocuments::compare(const std::function<Extraction(const std::string& sha256)>& read,
                               const std::function<void(const BetweenDocuments&)>& found) {
  std::ranges::sort(cards_, {}, &audit::DocumentCard::sha256);
  for (const std::vector<std::size_t>& group : audit::related_documents(cards_)) {
    std::vector<audit::ComparableDocument> documents;
    documents.reserve(group.size());
    for (const std::size_t i : group)
      documents.push_back(audit::comparable(read(cards_[i].sha256), patterns_));
    found(audit::check_between_documents(std::move(documents)));
  }
}

}  // namespace mingxi::build
