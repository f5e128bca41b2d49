#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "output/report/report.h"
#include "model/fact.h"

namespace mingxi::output {

/// What the references of a finding lead to.
struct FindingSources {
  std::function<const Fact*(const FactReference&)> fact;         ///< nullptr: not known
  std::function<std::string(std::string_view sha256)> document;  ///< what another one is called
};

/// Adds a finding to a report: how grave, where, which check, what it says, its numbers and the
/// printed words.
void add_finding(Report& report, const Finding& finding, const FindingSources& sources);

}  // namespace mingxi::output
