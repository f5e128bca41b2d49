#include "extract/extractor.h"

#include <utility>

#include "extract/extract.h"
#include "extract/load_patterns.h"
#include "extract/scan_sums.h"
#include "read/bytes.h"
#include "text/utf8.h"

namespace mingxi::extract {
namespace {

/// The patterns in a folder, on a machine on which documents can be read.
patterns::Patterns patterns_in(const std::string& folder) {
  read::check_environment();
  return load_patterns(folder);
}

}  // namespace

Extractor::Extractor(ExtractorOptions options)
    : options_(std::move(options)),
      patterns_(patterns_in(options_.patterns)),
      producer_(producer_with(patterns_)) {}

Extraction Extractor::extract(const std::string& path) const { return extract(read(path)); }

Document Extractor::read(const std::string& path) const {
  return read_contents(read::read_bytes(path, text::printable(path)), path);
}

Extraction Extractor::extract(const Document& document) const {
  return extract::extract(document, patterns_,
                          options_.decisions.of(document.source.sha256).corrections);
}

Document Extractor::read_contents(const std::string& bytes, const std::string& path) const {
  Document document = read::read_contents(bytes, path, options_.reading);
  add_scans(bytes, options_.ocr.cache, document);
  return document;
}

void Extractor::add_scans(const std::string& bytes, const std::string& cache,
                          Document& document) const {
  OcrOptions ocr = options_.ocr;
  ocr.cache = cache;
  std::vector<Scan> scans = read_scans(bytes, options_.reading, ocr, document);
  if (!scans.empty()) choose_by_sums(scans, document, patterns_);
}

output::Producer producer_with(const patterns::Patterns& patterns) {
  return {.version = MINGXI_VERSION, .patterns_sha256 = patterns.sha256};
}

}  // namespace mingxi::extract
