#pragma once

#include "emit/report.h"
#include "model/fact.h"

namespace mingxi {

/// Adds a finding of a document to a report: how grave, where, which check, what it says, its
/// numbers and the printed words.
void add_finding(Report& report, const Finding& finding, const Extraction& extraction);

}  // namespace mingxi
