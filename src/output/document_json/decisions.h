#pragma once

#include <string>
#include <string_view>

#include "model/decisions.h"

namespace mingxi::output {

/// Reads a decisions file (schema "mingxi.decisions/1", decisions.schema.json). Throws
/// Error(kCorrupt) with a JSON pointer if it is anything else.
Decisions read_decisions(std::string_view json);

/// A decisions file: two-space indent, one decision a line, ends with a line break.
std::string decisions_json(const Decisions& decisions);

}  // namespace mingxi::output
