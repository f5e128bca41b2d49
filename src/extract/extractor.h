#pragma once

#include <string>

#include "extract/scans.h"
#include "model/decisions.h"
#include "model/document.h"
#include "model/fact.h"
#include "output/document_json/document_json.h"
#include "patterns/patterns.h"
#include "read/read.h"

namespace mingxi::extract {

struct ExtractorOptions {
  std::string patterns = {};  ///< their folder; "": those compiled in
  read::ReadOptions reading = {};
  OcrOptions ocr = {};
  Decisions decisions = {};  ///< of a review: its corrections are applied before the checks
};

/// Reads documents: all that a run needs for it, made once.
class Extractor {
 public:
  /// Throws Error(kEnvironment) where this machine lacks what reading needs, and Error(kPatterns).
  explicit Extractor(ExtractorOptions options = {});

  /// All that a document says, with what a review corrected in it. "-" reads standard input. Throws
  /// Error when the file cannot be used.
  Extraction extract(const std::string& path) const;

  /// The same in two steps: what is printed in a file, with what OCR reads of its scanned pages;
  /// and what that says.
  Document read(const std::string& path) const;
  Extraction extract(const Document& document) const;

  /// What is printed in a file whose bytes were read already. path: where they came from.
  Document read_contents(const std::string& bytes, const std::string& path) const;

  /// Adds to a document what OCR reads of its scanned pages. bytes: the document's file. cache:
  /// folder that keeps what was read of it; "": none. Throws Error when nothing of the document can
  /// be read.
  void add_scans(const std::string& bytes, const std::string& cache, Document& document) const;

  const ExtractorOptions& options() const { return options_; }
  const patterns::Patterns& patterns() const { return patterns_; }

  /// Who made what this extractor gives.
  const output::Producer& producer() const { return producer_; }

 private:
  ExtractorOptions options_;
  patterns::Patterns patterns_;
  output::Producer producer_;
};

/// This program with these patterns.
output::Producer producer_with(const patterns::Patterns& patterns);

}  // namespace mingxi::extract
