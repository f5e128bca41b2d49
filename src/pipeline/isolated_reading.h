#pragma once

#include <optional>
#include <string>

#include "emit/dataset_rows.h"
#include "emit/json.h"
#include "pipeline/answer_file.h"
#include "pipeline/child.h"
#include "pipeline/sandbox.h"
#include "pipeline/scans.h"
#include "read/read.h"
#include "rules/pack.h"

namespace mingxi {

/// How documents are read that nobody has looked at: each in a child of its own.
struct IsolatedReading {
  const Pack& pack;
  Producer producer;
  ReadOptions reading = {};
  OcrOptions ocr = {};  ///< cache: a folder for all documents
  Limits limits = {};
  Sandbox sandbox = Sandbox::kOn;
};

enum class SourcePath { kKept, kLeftOut };

/// Whether a child reads scanned pages, which takes other limits, or tells that there are some.
enum class ScannedPages { kTold, kRead };

/// What a child is to read.
struct ReadingTask {
  std::string path;
  std::optional<std::string> sha256 = {};  ///< what the content must be; nothing where not known
  SourcePath source_path = SourcePath::kKept;
};

/// Starts to read a document. The child writes the document JSON, or the record that says why there
/// is none.
Child start_reading(const ReadingTask& task, ScannedPages scans, const IsolatedReading& how,
                    const AnswerFile& answer);

/// Whether a child tells of scanned pages: the document is to be read again, with them.
bool tells_of_scans(const ChildReport& report);

/// Why a child that was started for a path gave no document; nothing if it gave one. Throws
/// Error(kOutput) where its answer could not be written.
std::optional<InputRecord> failure_of(const std::string& path, const ChildReport& report,
                                      const AnswerFile& answer);

/// Loads what children share and proves that one in the sandbox reads the same as one outside.
/// Throws Error(kEnvironment) otherwise.
void prepare_reading(const IsolatedReading& how);

}  // namespace mingxi
