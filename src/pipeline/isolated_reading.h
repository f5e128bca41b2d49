#pragma once

#include <optional>
#include <string>

#include "emit/dataset_rows.h"
#include "emit/json.h"
#include "pipeline/answer_file.h"
#include "pipeline/child.h"
#include "pipeline/sandbox.h"
#include "read/read.h"
#include "rules/pack.h"

namespace mingxi {

/// How documents are read that nobody has looked at: each in a child of its own.
struct IsolatedReading {
  const Pack& pack;
  Producer producer;
  ReadOptions reading = {};
  Limits limits = {};
  Sandbox sandbox = Sandbox::kOn;
};

enum class SourcePath { kKept, kLeftOut };

/// Starts to read a document. The child writes the document JSON, or the record that says why there
/// is none. sha256: what the content must be; nothing where that is not known.
Child start_reading(const std::string& path, const std::optional<std::string>& sha256,
                    SourcePath source_path, const IsolatedReading& how, const AnswerFile& answer);

/// Why a child that was started for a path gave no document; nothing if it gave one. Throws
/// Error(kOutput) where its answer could not be written.
std::optional<InputRecord> failure_of(const std::string& path, const ChildReport& report,
                                      const AnswerFile& answer);

/// Loads what children share and proves that one in the sandbox reads the same as one outside.
/// Throws Error(kEnvironment) otherwise.
void prepare_reading(const IsolatedReading& how);

}  // namespace mingxi
