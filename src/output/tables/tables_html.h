#pragma once

#include <string>

#include "model/fact.h"
#include "patterns/pattern_names.h"

namespace mingxi::output {

/// The tables of a document as one page that needs nothing else: no script, no font, no network.
/// Merged cells stay merged, numbers are set right.
std::string tables_html(const Extraction& extraction, const patterns::HeaderPatterns& headers);

}  // namespace mingxi::output
