#pragma once

#include <vector>

#include "audit/across/comparable.h"
#include "model/between_documents.h"

namespace mingxi::audit {

/// Compares documents: figures of last year with last year's document of the same body, 年初预算 of
/// a final account with the budget of that year, a department with the sum of its units where its
/// tables list them and all are given. Documents that belong to no other are left out.
BetweenDocuments check_between_documents(std::vector<ComparableDocument> documents);

}  // namespace mingxi::audit
