#pragma once

#include <string>

#include "model/fact.h"

namespace mingxi::output {

/// Adds a table as JSON: its fields on one line, its cells on lines of their own.
void append_table(std::string& to, const Table& table);

/// Adds what was checked, each proof on a line of its own.
void append_checks(std::string& to, const Checks& checks);

}  // namespace mingxi::output
