#include "pipeline/read_document.h"

#include "pipeline/scan_sums.h"
#include "read/bytes.h"
#include "read/utf8.h"

namespace mingxi {

Document read_document(const std::string& path, const Pack& pack, const ReadOptions& reading,
                       const OcrOptions& ocr) {
  const std::string bytes = read_bytes(path, printable(path));
  Document document = read_contents(bytes, path, reading);
  add_scans(bytes, pack, reading, ocr, document);
  return document;
}

void add_scans(const std::string& bytes, const Pack& pack, const ReadOptions& reading,
               const OcrOptions& ocr, Document& document) {
  std::vector<Scan> scans = read_scans(bytes, reading, ocr, document);
  if (!scans.empty()) settle_by_sums(scans, document, pack);
}

}  // namespace mingxi
