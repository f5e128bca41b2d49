#pragma once

#include <string>
#include <vector>

#include "model/decisions.h"
#include "model/fact.h"

namespace mingxi::extract {

/// Reads a decisions file; "" gives no decisions. Throws Error.
Decisions load_decisions(const std::string& path);

/// Gives misread figures their right values, before they are checked, and adds a finding for each
/// that says so.
void apply_corrections(const std::vector<Correction>& corrections, Extraction& extraction);

/// Takes out the findings that were marked as false alarms; gives how many there were.
int take_out_false_alarms(const std::vector<FindingDecision>& decisions, Extraction& extraction);

}  // namespace mingxi::extract
