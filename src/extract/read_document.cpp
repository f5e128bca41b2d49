#include "extract/read_document.h"

#include "extract/scan_sums.h"
#include "read/bytes.h"
#include "text/utf8.h"

namespace mingxi::extract {

Document read_document(const std::string& path, const patterns::Patterns& patterns,
                       const read::ReadOptions& reading, const OcrOptions& ocr) {
  const std::string bytes = read::read_bytes(path, text::printable(path));
  Document document = read::read_contents(bytes, path, reading);
  add_scans(bytes, patterns, reading, ocr, document);
  return document;
}

void add_scans(const std::string& bytes, const patterns::Patterns& patterns,
               const read::ReadOptions& reading, const OcrOptions& ocr, Document& document) {
  std::vector<Scan> scans = read_scans(bytes, reading, ocr, document);
  if (!scans.empty()) settle_by_sums(scans, document, patterns);
}

}  // namespace mingxi::extract
