#pragma once

#include <vector>

#include "model/decisions.h"
#include "model/fact.h"
#include "model/layout.h"
#include "model/document.h"
#include "patterns/patterns.h"

namespace mingxi::extract {

/// All that a document says, with what a review corrected in it.
Extraction extract(const Document& document, const patterns::Patterns& patterns,
                   const std::vector<Correction>& corrections = {});

/// The same for a document already laid out.
Extraction extract(const Document& document, const Layout& layout,
                   const patterns::Patterns& patterns,
                   const std::vector<Correction>& corrections = {});

}  // namespace mingxi::extract
