// A page is drawn; mingxi-ocr straightens it and finds its rulings; the grids between them are
// found here, as on any page; then mingxi-ocr reads each cell on its own, and what stands outside.

#include "extract/scans.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <stdexcept>
#include <utility>

#include "layout/layout.h"
#include "model/error.h"
#include "ocr/ocr_cache.h"
#include "ocr/ocr_program.h"
#include "read/pdf/render.h"
#include "read/sha256.h"

namespace mingxi::extract {
namespace {

constexpr double kDotsPerInch = 300;
constexpr double kMaxSeconds = 300;  // of processor time, for one document

// A page number, a running head or a stamp can be text on a scanned page.
constexpr std::ptrdiff_t kFewCharacters = 40;
constexpr double kLargeImage = 0.2;  // share of the page
constexpr double kMaxGarbage = 0.3;  // share of the characters

bool is_seen(const Glyph& glyph) {
  return glyph.visibility == Visibility::kVisible && glyph.code_point > U' ' &&
         glyph.code_point != 0xA0 && glyph.code_point != 0x3000;
}

bool is_garbage(const Glyph& glyph) {
  const char32_t c = glyph.code_point;
  return is_seen(glyph) && (c == 0xFFFD || (c >= 0xE000 && c < 0xF900) || c >= 0xF0000);
}

bool is_image(const Document& document) { return document.source.media_type.starts_with("image/"); }

void report_unread_tables(Document& document, int page, const std::string& chinese,
                          const std::string& english) {
  document.unread_scans.push_back({page, chinese, english});
}

/// In Chinese and in English.
using Advice = std::pair<std::string, std::string>;

/// What to do about what is missing; nothing where OCR can work.
std::optional<Advice> advice(const OcrOptions& options) {
  for (const read::Requirement& requirement : ocr_requirements(options.program, options.sandbox)) {
    if (requirement.met) continue;
    return std::pair(
        "缺少文字识别所需的" + requirement.name + "，请安装软件包" + requirement.package + "。",
        requirement.name + " is missing; install the package " + requirement.package + ".");
  }
  return std::nullopt;
}

/// The pages of an image file, whose sizes are known only when they are read.
void add_pages(ocr::OcrProgram& program, const std::string& bytes, OcrUse use,
               const std::optional<Advice>& missing, Document& document) {
  const std::string& where = document.source.path;
  if (use == OcrUse::kNever)
    throw Error(ErrorKind::kUnsupported, where,
                "这是图片，不识别文字就无法读取。请去掉--ocr never，或提供PDF原件。",
                "This is an image, which is not read without OCR. Leave out --ocr never, or give "
                "the PDF itself.");
  if (missing) throw Error(ErrorKind::kEnvironment, where, missing->first, missing->second);
  try {
    const auto count = ocr::number_of(program.ask(ocr::OcrRequest::kFile, bytes));
    for (std::uint32_t i = 0; i < count; ++i)
      document.pages.push_back({.number = static_cast<int>(i) + 1});
  } catch (const std::runtime_error& error) {
    throw Error(ErrorKind::kCorrupt, where,
                "图片无法读取（" + std::string(error.what()) + "）。请用看图软件另存后再试。",
                "The image cannot be read (" + std::string(error.what()) +
                    "). Save it anew with an image viewer and try again.");
  }
}

/// The first digits of a file's SHA-256.
std::string digest_of(const std::string& path) {
  constexpr std::size_t kDigits = 16;
  return read::digest_of_file(path).sha256.substr(0, kDigits);
}

std::vector<std::size_t> pages_to_read(const Document& document, const OcrOptions& options) {
  std::vector<std::size_t> pages;
  if (options.use == OcrUse::kNever || !document.source.has_pictures()) return pages;
  for (std::size_t i = 0; i < document.pages.size(); ++i) {
    const Page& page = document.pages[i];
    if (options.page && *options.page != page.number) continue;
    if (options.use == OcrUse::kAlways || is_image(document) || lacks_text(page))
      pages.push_back(i);
  }
  return pages;
}

std::vector<Box> cells_of(const Page& page, const ocr::ScanPage& frame) {
  const Page ruled{.number = page.number,
                   .width = frame.width,
                   .height = frame.height,
                   .rulings = frame.rulings};
  std::vector<Box> cells;
  for (const Grid& grid : layout::find_grids(ruled))
    for (const GridCell& cell : grid.cells) cells.push_back(cell.box);
  return cells;
}

/// Reads pages of one document.
class ScanReader {
 public:
  ScanReader(ocr::OcrProgram& program, const OcrOptions& options, const Document& document,
             std::optional<read::PageRenderer>& renderer)
      : program_(program),
        cache_(options.cache, options.cache.empty() ? "" : ocr_engine(options)),
        document_(document),
        renderer_(renderer) {}

  ocr::ScannedPage read(std::size_t index) {
    const Page& page = document_.pages[index];
    ocr::OcrRequest request = ocr::OcrRequest::kPage;
    std::string body = ocr::bytes_of(static_cast<std::uint32_t>(index));
    std::string content = document_.source.sha256 + body;
    if (renderer_) {
      request = ocr::OcrRequest::kDrawn;
      body = ocr::bytes_of(
          ocr::DrawnPage{page.width, page.height, renderer_->render(page.number, kDotsPerInch)});
      content = body;
    }
    if (auto kept = cache_.find(content)) return std::move(*kept);
    ocr::ScannedPage read{.frame = ocr::scan_page_of(program_.ask(request, body)), .pieces = {}};
    const std::string cells = ocr::bytes_of(cells_of(page, read.frame));
    read.pieces = ocr::pieces_of(program_.ask(ocr::OcrRequest::kRead, cells));
    cache_.keep(content, read);
    return read;
  }

 private:
  ocr::OcrProgram& program_;
  ocr::OcrCache cache_;
  const Document& document_;
  std::optional<read::PageRenderer>& renderer_;
};

double confidence_of(const ocr::OcrPiece& piece) {
  constexpr double kMax = 0.99;
  constexpr double kMaxUnverified = 0.89;
  constexpr double kMaxDisputed = 0.5;
  const double own = piece.readings.front().confidence;
  if (piece.is_agreed) return std::clamp(own, kVerified, kMax);
  return std::clamp(own, 0.0, piece.readings.size() > 1 ? kMaxDisputed : kMaxUnverified);
}

void print(const ocr::ScannedPage& read, Page& page) {
  page.width = read.frame.width;
  page.height = read.frame.height;
  page.rulings = read.frame.rulings;
  page.turn = read.frame.turn;
  page.first_glyph = 0;
  page.glyphs.clear();
  page.ocr_readings.clear();
  for (const ocr::OcrPiece& piece : read.pieces) {
    const auto first = static_cast<GlyphId>(page.glyphs.size());
    const std::vector<Glyph>& glyphs = piece.readings.front().glyphs;
    page.glyphs.insert(page.glyphs.end(), glyphs.begin(), glyphs.end());
    OcrReading reading{.first = first,
                       .last = static_cast<GlyphId>(page.glyphs.size()),
                       .confidence = std::round(confidence_of(piece) * 100) / 100,
                       .alternatives = {}};
    for (std::size_t i = 1; !piece.is_agreed && i < piece.readings.size(); ++i)
      reading.alternatives.push_back(ocr::utf8_of(piece.readings[i]));
    page.ocr_readings.push_back(std::move(reading));
  }
  page.text_source = page.glyphs.empty() ? TextSource::kNone : TextSource::kOcr;
}

}  // namespace

bool lacks_text(const Page& page) {
  const auto seen = std::count_if(page.glyphs.begin(), page.glyphs.end(), is_seen);
  const auto garbage = std::count_if(page.glyphs.begin(), page.glyphs.end(), is_garbage);
  if (seen >= kFewCharacters)
    return static_cast<double>(garbage) > kMaxGarbage * static_cast<double>(seen);
  return std::any_of(page.images.begin(), page.images.end(), [&page](const Image& image) {
    const double width = std::min(image.box.right, page.width) - std::max(image.box.left, 0.0);
    const double height = std::min(image.box.bottom, page.height) - std::max(image.box.top, 0.0);
    return width > 0 && height > 0 && width * height > kLargeImage * page.width * page.height;
  });
}

bool needs_ocr(const Document& document, const OcrOptions& options) {
  return is_image(document) || !pages_to_read(document, options).empty();
}

std::vector<Scan> read_scans(const std::string& bytes, const read::ReadOptions& reading,
                             const OcrOptions& options, Document& document) {
  std::vector<Scan> scans;
  if (!needs_ocr(document, options)) return scans;
  ocr::OcrProgram program(options.program, options.sandbox);
  const std::optional<Advice> missing = advice(options);
  if (is_image(document)) add_pages(program, bytes, options.use, missing, document);
  const std::vector<std::size_t> pages = pages_to_read(document, options);
  if (missing) {
    for (const std::size_t page : pages)
      report_unread_tables(document, document.pages[page].number, missing->first, missing->second);
    return scans;
  }
  std::optional<read::PageRenderer> renderer;
  if (!is_image(document)) renderer.emplace(bytes, document.source.path, reading);
  ScanReader reader(program, options, document, renderer);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const int number = document.pages[pages[i]].number;
    if (options.watch) options.watch(number, i, pages.size());
    if (program.seconds() > kMaxSeconds) {
      report_unread_tables(document, number, "全文识别已用去300秒，其余页不再识别。",
                           "OCR took 300 seconds for the document; its other pages are left out.");
      continue;
    }
    try {
      scans.push_back({pages[i], reader.read(pages[i])});
    } catch (const ocr::OcrStopped&) {
      report_unread_tables(document, number, "识别所需时间或内存超过上限，已停止。",
                           "OCR took more time or memory than is allowed and was stopped.");
    } catch (const std::runtime_error& error) {
      report_unread_tables(document, number, "识别出错（" + std::string(error.what()) + "）。",
                           "OCR failed (" + std::string(error.what()) + ").");
    }
  }
  return scans;
}

void print_scans(const std::vector<Scan>& scans, Document& document) {
  for (const Scan& scan : scans) print(scan.read, document.pages[scan.page]);
  GlyphId first = 0;
  for (Page& page : document.pages) {
    for (OcrReading& reading : page.ocr_readings) {
      reading.first += first - page.first_glyph;
      reading.last += first - page.first_glyph;
    }
    page.first_glyph = first;
    first += static_cast<GlyphId>(page.glyphs.size());
  }
}

std::string ocr_engine(const OcrOptions& options) {
  if (options.program.empty()) return "";
  try {
    const ocr::OcrCheck check = ocr::check_of(
        ocr::OcrProgram(options.program, options.sandbox).ask(ocr::OcrRequest::kCheck, ""));
    if (!check.missing_languages.empty()) return "";
    std::string engine = check.versions + ", mingxi-ocr " + digest_of(options.program);
    for (const char* language : {"chi_sim", "eng"})
      engine += std::string(", ") + language + " " +
                digest_of(check.data_folder + "/" + language + ".traineddata");
    return engine;
  } catch (const std::runtime_error&) {
    return "";
  }
}

std::vector<read::Requirement> ocr_requirements(const std::string& program,
                                                process::Sandbox sandbox) {
  read::Requirement self{
      .name = "mingxi-ocr", .met = !program.empty(), .detail = program, .package = "mingxi"};
  std::vector<read::Requirement> requirements{self};
  if (!self.met) return requirements;
  try {
    const ocr::OcrCheck check =
        ocr::check_of(ocr::OcrProgram(program, sandbox).ask(ocr::OcrRequest::kCheck, ""));
    requirements.front().detail = check.versions;
    for (const auto& [language, package] :
         {std::pair{"chi_sim", "tesseract-ocr-chi-sim"}, std::pair{"eng", "tesseract-ocr-eng"}}) {
      const auto& missing = check.missing_languages;
      const bool is_there = std::find(missing.begin(), missing.end(), language) == missing.end();
      requirements.push_back({.name = std::string(language) + ".traineddata",
                              .met = is_there,
                              .detail = is_there ? "tessdata" : "",
                              .package = package});
    }
  } catch (const std::runtime_error& error) {
    requirements.front().met = false;
    requirements.front().detail = error.what();
  }
  return requirements;
}

}  // namespace mingxi::extract
