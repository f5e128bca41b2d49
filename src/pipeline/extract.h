#pragma once

#include <string>

#include "model/decisions.h"
#include "model/fact.h"
#include "model/layout.h"
#include "read/read.h"
#include "rules/pack.h"

namespace mingxi {

/// All that is read from one document. Throws Error when it cannot be used; "-" reads standard
/// input.
Extraction extract(const std::string& path, const Pack& pack, const ReadOptions& options = {});

/// The same for a document already read, with what a review corrected in it.
Extraction extract(const Document& document, const Pack& pack,
                   const std::vector<Correction>& corrections = {});

/// The same for a document already laid out.
Extraction extract(const Document& document, const Layout& layout, const Pack& pack,
                   const std::vector<Correction>& corrections = {});

}  // namespace mingxi
