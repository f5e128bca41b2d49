#pragma once

#include <memory>
#include <string>

#include "model/error.h"
#include "model/fact.h"

namespace mingxi {

/// How an Extractor reads. Everything may be left out.
struct ExtractorOptions {
  std::string patterns = {};     ///< folder with the files of patterns/; "": those compiled in
  std::string password = {};     ///< of PDFs that need one
  std::string ocr_program = {};  ///< path of mingxi-ocr; "": scanned pages are findings, not read
  std::string ocr_cache = {};    ///< folder that keeps what OCR read; "": none
  std::string decisions = {};    ///< decisions file of a review, which corrects figures; "": none
};

/// Reads budget disclosures: a file in, all that it says and what was found wrong in it out.
///
///     const mingxi::Extractor extractor;
///     const mingxi::Extraction extraction = extractor.extract("budget.pdf");
///     for (const mingxi::Fact& fact : extraction.facts)
///       std::cout << fact.subject << " " << fact.value.text() << fact.unit << "\n";
///
/// It loads the patterns once: make one and use it for all documents, in one thread.
class Extractor {
 public:
  /// Throws Error where the patterns or the decisions cannot be used, or where this machine lacks
  /// what reading needs.
  explicit Extractor(const ExtractorOptions& options = {});
  Extractor(Extractor&& other) noexcept;
  Extractor& operator=(Extractor&& other) noexcept;
  ~Extractor();

  /// All that a document says, with what was found when its figures were checked against each
  /// other.
  /// "-" reads standard input. Throws Error where the file cannot be used.
  Extraction extract(const std::string& path) const;

  /// The document JSON of an extraction, as `mingxi extract` writes it.
  std::string to_json(const Extraction& extraction) const;

 private:
  struct Parts;
  std::unique_ptr<const Parts> parts_;
};

/// What a check is called in the document JSON: "sum/class".
std::string name_of(const CheckName& check);

}  // namespace mingxi
