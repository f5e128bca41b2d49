#include "pipeline/related_documents.h"

#include <algorithm>

#include "audit/between_documents.h"

namespace mingxi {

void RelatedDocuments::compare(const std::function<Extraction(const std::string& sha256)>& read,
                               const std::function<void(const BetweenDocuments&)>& found) {
  std::ranges::sort(cards_, {}, &DocumentCard::sha256);
  for (const std::vector<std::size_t>& group : related_documents(cards_)) {
    std::vector<ComparableDocument> documents;
    documents.reserve(group.size());
    for (const std::size_t i : group)
      documents.push_back(comparable(read(cards_[i].sha256), pack_));
    found(check_between_documents(std::move(documents)));
  }
}

}  // namespace mingxi
