#include "fuzz/targets.h"

#include <cstdlib>
#include <string>
#include <vector>

#include "output/document_json/document_json.h"
#include "model/error.h"
#include "extract/extract.h"
#include "extract/load_patterns.h"
#include "read/plain_text/charset.h"
#include "read/pdf/reader_check.h"
#include "read/plain_text/plain_text.h"
#include "support/pdf_builder.h"
#include "patterns/embedded.h"

namespace mingxi {
namespace {

const patterns::Patterns& test_patterns() {
  static const patterns::Patterns result = extract::load_patterns("");
  return result;
}

/// Goes through all stages; what is written must be read back as it was.
void try_document(Document document) {
  document.source = {
      .path = "fuzz", .sha256 = std::string(64, '0'), .bytes = 1, .media_type = "text/plain"};
  const Extraction extraction = extract::extract(document, test_patterns());
  if (output::read_document_json(output::document_json(extraction, {})) != extraction) std::abort();
}

/// What tables print, for one byte.
char32_t character_of(unsigned char byte) {
  constexpr std::u32string_view kPrinted = U"0123456789.,-%合计支出收入项目单位：万元基本表一二";
  return kPrinted[byte % kPrinted.size()];
}

}  // namespace

void fuzz_text(std::string_view bytes) {
  constexpr std::size_t kMax = 4096;  // longer ones say nothing new
  const std::optional<read::Utf8Text> text = read::Utf8Text::of(bytes.substr(0, kMax));
  if (!text) return;
  Document document;
  document.pages = read::set_as_pages(text->utf8());
  try_document(std::move(document));
}

void fuzz_tables(std::string_view bytes) {
  constexpr std::size_t kPiece = 8;
  constexpr std::size_t kMax = 500 * kPiece;
  Page page{.number = 1, .width = 512, .height = 512, .text_source = TextSource::kEmbedded};
  for (bytes = bytes.substr(0, kMax); bytes.size() >= kPiece; bytes.remove_prefix(kPiece)) {
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    const double x = 2.0 * at(1) + at(2) / 256.0;
    const double y = 2.0 * at(3) + at(4) / 256.0;
    const double length = 2.0 * at(5) + at(6) / 256.0;
    const double thickness = (at(7) % 8) / 4.0;
    switch (at(0) % 3) {
      case 0:
        page.rulings.push_back({{x, y, x + length, y + thickness}});
        break;
      case 1:
        page.rulings.push_back({{x, y, x + thickness, y + length}});
        break;
      default:
        page.glyphs.push_back({.code_point = character_of(at(5)),
                               .box = {x, y - 9, x + 10, y + 1},
                               .baseline = y,
                               .font_size = 10});
    }
  }
  Document document;
  document.pages.push_back(std::move(page));
  try_document(std::move(document));
}

void fuzz_patterns(std::string_view bytes) {
  if (bytes.empty()) return;
  std::vector<patterns::PatternFile> files = patterns::embedded_patterns();
  files[static_cast<unsigned char>(bytes[0]) % files.size()].text = bytes.substr(1);
  try {
    const patterns::Patterns refused_or_not(files);
  } catch (const Error&) {
    return;
  }
}

void fuzz_page(std::string_view bytes) {
  constexpr std::size_t kMax = 4096;
  const std::string contents(bytes.substr(0, kMax));
  const std::string pdf = pdf_of(std::vector<PdfPage>{{.content = contents}});
  if (!read::check_reader(pdf, "fuzz.pdf", {}).first_difference.empty()) std::abort();
}

}  // namespace mingxi
