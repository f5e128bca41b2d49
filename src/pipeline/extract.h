#pragma once

#include <string>

#include "model/fact.h"
#include "model/layout.h"
#include "read/read.h"
#include "rules/pack.h"

namespace mingxi {

/// All that is read from one document. Throws Error when it cannot be used; "-" reads standard
/// input.
Extraction extract(const std::string& path, const Pack& pack, const ReadOptions& options = {});

/// The same for a document already read.
Extraction extract(const Document& document, const Pack& pack);

/// The same for a document already laid out.
Extraction extract(const Document& document, const Layout& layout, const Pack& pack);

}  // namespace mingxi
