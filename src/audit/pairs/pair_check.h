#pragma once

#include "model/between_documents.h"
#include "model/fact.h"
#include "patterns/patterns.h"

namespace mingxi::audit {

/// Checks the prose of a disclosure against its tables that another file has, as if both were one
/// document. Findings have the ids p1, p2 … of the document that they are about, and say why the
/// files were paired.
BetweenDocuments check_pair(const DocumentPair& pair, const Extraction& prose,
                            const Extraction& tables, const patterns::Patterns& patterns);

}  // namespace mingxi::audit
