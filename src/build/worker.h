#pragma once

#include <string>

#include "build/isolated_reading.h"

namespace mingxi::build {

/// Reads one document for an engine that wants lines: its document JSON on one line, or the line of
/// run.jsonl that says why there is none. Ends with a line break.
std::string worker_line(const std::string& path, const IsolatedReading& how);

}  // namespace mingxi::build
