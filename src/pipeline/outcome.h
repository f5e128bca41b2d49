#pragma once

#include <string>
#include <string_view>

#include "emit/dataset_rows.h"
#include "model/error.h"
#include "model/fact.h"
#include "pipeline/child.h"

namespace mingxi {

/// What became of an input, as its one record. `path` is the raw path that was given.
InputRecord record_of(const std::string& path, const Extraction& extraction);
InputRecord record_of(const std::string& path, const Error& error);

/// Of a child that did not answer. Requires that it ended in another way than kAnswered.
InputRecord record_of(const std::string& path, const ChildReport& report);

/// Whether another attempt can end otherwise: a limit or a crash.
bool is_worth_a_retry(std::string_view status);

}  // namespace mingxi
