#pragma once

#include <string>
#include <string_view>

#include "output/dataset/dataset_rows.h"
#include "model/error.h"
#include "model/fact.h"
#include "process/child.h"

namespace mingxi::build {

/// What became of an input, as its one record. `path` is the raw path that was given.
output::InputRecord record_of(const std::string& path, const Extraction& extraction);
output::InputRecord record_of(const std::string& path, const Error& error);

/// Of a child that did not answer. Requires that it ended in another way than kAnswered.
output::InputRecord record_of(const std::string& path, const process::ChildReport& report);

/// The same as an error, for a document that is read alone. Requires the same.
Error error_of(const std::string& path, const process::ChildReport& report);

/// Whether another attempt can end otherwise: a limit or a crash.
bool is_worth_a_retry(std::string_view status);

}  // namespace mingxi::build
