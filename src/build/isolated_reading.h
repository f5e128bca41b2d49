#pragma once

#include <functional>
#include <optional>
#include <string>

#include "output/dataset/dataset_rows.h"
#include "process/answer_file.h"
#include "process/child.h"
#include "process/sandbox.h"
#include "extract/extractor.h"

namespace mingxi::build {

/// How documents are read that nobody has looked at: each in a child of its own.
struct IsolatedReading {
  const extract::Extractor& extractor;
  std::string ocr_cache = {};  ///< folder that keeps what OCR read; "": nothing is kept
  process::Limits limits = {};
  process::Sandbox sandbox = process::Sandbox::kOn;
};

enum class SourcePath { kKept, kLeftOut };

/// Whether a child reads scanned pages, which takes other limits, or reports that there are some.
enum class ScannedPages { kReported, kRead };

/// What a child makes of a document that it has read: an answer of a kind from 0 to 6. bytes: the
/// document's file.
using DocumentWork = std::function<process::Answer(const Document&, const std::string& bytes)>;

/// What a child is to read.
struct ReadingTask {
  std::string path;
  std::optional<std::string> sha256 = {};  ///< what the content must be; nothing where not known
  SourcePath source_path = SourcePath::kKept;
  DocumentWork work = {};   ///< nothing: its document JSON
  std::string folder = {};  ///< that the work may make files in; "": none
  std::string bytes = {};   ///< of standard input, which was read already
};

/// Starts to read a document. The child answers with what the work made of it, or why it could not
/// be read.
process::Child start_reading(const ReadingTask& task, ScannedPages scans,
                             const IsolatedReading& how, const process::AnswerFile& answer);

/// Reads a document in a child and waits for it, scanned pages included. Gives why there is none.
/// Throws Error(kOutput) as failure_of.
std::optional<output::InputRecord> read_into(const process::AnswerFile& answer,
                                             const ReadingTask& task, const IsolatedReading& how);

/// Whether a child reports scanned pages: the document is to be read again, with them.
bool reports_scans(const process::ChildReport& report);

/// Whether a child reports that the content is not what the task names.
bool reports_change(const process::ChildReport& report);

/// Why a child that was started for a path gave no document; nothing if it gave one. Throws
/// Error(kOutput) where its answer could not be written.
std::optional<output::InputRecord> failure_of(const std::string& path,
                                              const process::ChildReport& report,
                                              const process::AnswerFile& answer);

/// Reads one document in a child and waits. Throws Error: what the child found, or that it reached
/// a limit.
process::Answer read_isolated(const ReadingTask& task, const IsolatedReading& how);

/// Loads what children share and proves that one in the sandbox reads the same as one outside.
/// Throws Error(kEnvironment) otherwise.
void prepare_reading(const IsolatedReading& how);

}  // namespace mingxi::build
