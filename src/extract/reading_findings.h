#pragma once

#include "model/document.h"
#include "model/fact.h"

namespace mingxi::extract {

/// Adds what reading noticed: pages without readable text, text that is there and not seen, and
/// what the PDF reader complained of; sets the status; then orders and numbers all findings.
/// Requires that the pages are summarised.
void add_reading_findings(const Document& document, Extraction& extraction);

}  // namespace mingxi::extract
