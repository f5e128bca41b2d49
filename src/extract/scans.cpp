// A page is drawn; mingxi-ocr straightens it and finds its rulings; the grids between them are
// found here, as on any page; then mingxi-ocr reads each cell on its own, and what is outside.

#include "extract/scans.h"

#include <algorithm>
#include <map>
#include <optional>
#include <stdexcept>
#include <utility>

#include "extract/ocr_needs.h"
#include "extract/ruled_picture.h"
#include "extract/scan_doubts.h"
#include "layout/layout.h"
#include "messages/reading_sentences.h"
#include "model/error.h"
#include "ocr/ocr_cache.h"
#include "ocr/ocr_program.h"
#include "read/pdf/render.h"

namespace mingxi::extract {

using messages::ReadingSentence;
using messages::said;
using messages::Said;

namespace {

constexpr double kDotsPerInch = 300;
constexpr double kMaxSeconds = 300;  // of processor time, for one document

bool is_image(const Document& document) { return document.source.media_type.starts_with("image/"); }

void report_unread(Document& document, int page, const Said& why) {
  document.unread_scans.push_back({page, why.chinese, why.english});
}

/// What to do about what is missing; nothing where OCR can work.
std::optional<Said> advice(const OcrOptions& options) {
  for (const read::Requirement& requirement : ocr_requirements(options.program, options.sandbox)) {
    if (requirement.met) continue;
    return said(ReadingSentence::kOcrNeeds,
                {{"name", requirement.name}, {"package", requirement.package}});
  }
  return std::nullopt;
}

/// The pages of an image file, whose sizes are known only when they are read.
void add_pages(ocr::OcrProgram& program, const std::string& bytes, OcrUse use,
               const std::optional<Said>& missing, Document& document) {
  const std::string& where = document.source.path;
  if (use == OcrUse::kNever)
    throw Error(ErrorKind::kUnsupported, where, said(ReadingSentence::kImageWithoutOcr));
  if (missing) throw Error(ErrorKind::kEnvironment, where, *missing);
  try {
    const auto count = ocr::number_of(program.ask(ocr::OcrRequest::kFile, bytes));
    for (std::uint32_t i = 0; i < count; ++i)
      document.pages.push_back({.number = static_cast<int>(i) + 1});
  } catch (const std::runtime_error& error) {
    throw Error(ErrorKind::kCorrupt, where,
                said(ReadingSentence::kImageUnreadable, {{"reason", error.what()}}));
  }
}

/// A part of a page to be read.
struct Task {
  std::size_t page = 0;  // index
  PartToRead part;
};

/// What is to be read, page by page.
std::vector<Task> tasks_of(const Document& document, const OcrOptions& options) {
  std::vector<Task> tasks;
  if (options.use == OcrUse::kNever || !document.source.has_pictures()) return tasks;
  for (std::size_t i = 0; i < document.pages.size(); ++i) {
    const Page& page = document.pages[i];
    if (options.page && *options.page != page.number) continue;
    if (options.use == OcrUse::kAlways || is_image(document)) {
      tasks.push_back({i, {}});
      continue;
    }
    for (const PartToRead& part : parts_to_read(page)) tasks.push_back({i, part});
  }
  return tasks;
}

Box in_pixels(const Box& box, double scale) {
  return {box.left * scale, box.top * scale, box.right * scale, box.bottom * scale};
}

/// Leaves out the pictures that are no tables at a glance, for which OCR need not be started.
void leave_out_drawings(const Document& document, read::PageRenderer& renderer,
                        std::vector<Task>& tasks) {
  constexpr double kGlance = 100;  // dots per inch
  std::erase_if(tasks, [&](const Task& task) {
    if (task.part.part != ScanPart::kPicture) return false;
    const Page& page = document.pages[task.page];
    const PageImage picture = renderer.render(page.number, kGlance);
    return !looks_ruled(picture, in_pixels(task.part.box, picture.width / page.width));
  });
}

std::vector<Grid> grids_of(const Page& page, const ocr::ScanPage& frame) {
  return layout::find_grids({.number = page.number,
                             .width = frame.width,
                             .height = frame.height,
                             .rulings = frame.rulings});
}

std::vector<Box> cells_of(const std::vector<Grid>& grids) {
  std::vector<Box> cells;
  for (const Grid& grid : grids)
    for (const GridCell& cell : grid.cells) cells.push_back(cell.box);
  return cells;
}

constexpr int kMinRows = 3;

/// Whether a grid is a table that fills a picture for the most part.
bool fills(const Grid& grid, const ocr::ScanPage& frame) {
  constexpr double kMinShareOfFrame = 0.5;  // of its area
  return grid.rows() >= kMinRows && grid.columns() > 1 &&
         grid.box.width() * grid.box.height() > kMinShareOfFrame * frame.width * frame.height;
}

/// Whether most rows of a grid hold texts in two cells and more; the fields of a chart are blank.
bool has_rows_of_texts(const ocr::ScannedPage& read, const Grid& grid) {
  std::map<int, int> texts;  // of each row
  for (const GridCell& cell : grid.cells)
    texts[cell.row] += std::ranges::any_of(read.pieces, [&cell](const ocr::OcrPiece& piece) {
      const std::vector<Glyph>& glyphs = piece.readings.front().glyphs;
      return !glyphs.empty() &&
             holds(cell.box, glyphs.front().box.middle_x(), glyphs.front().box.middle_y());
    });
  const auto rows = std::ranges::count_if(texts, [](const auto& row) { return row.second > 1; });
  return rows >= kMinRows && 2 * rows > grid.rows();
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

  /// Nothing where a picture is no table.
  std::optional<ocr::ScannedPage> read(const Task& task) {
    return task.part.part == ScanPart::kPicture ? read_picture(task.page, task.part.box)
                                                : read_page(task.page);
  }

 private:
  ocr::ScannedPage read_page(std::size_t index) {
    const Page& page = document_.pages[index];
    const std::string number = ocr::bytes_of(static_cast<std::uint32_t>(index));
    if (!renderer_)
      return *read_as(ocr::OcrRequest::kPage, number, document_.source.sha256 + number, page);
    const std::string drawn = ocr::bytes_of(
        ocr::DrawnPage{page.width, page.height, renderer_->render(page.number, kDotsPerInch)});
    return *read_as(ocr::OcrRequest::kDrawn, drawn, drawn, page);
  }

  std::optional<ocr::ScannedPage> read_picture(std::size_t index, const Box& box) {
    const Page& page = document_.pages[index];
    const PageImage drawn_page = renderer_->render(page.number, kDotsPerInch);
    const PageImage picture = part_of(drawn_page, in_pixels(box, drawn_page.width / page.width));
    const std::string drawn = ocr::bytes_of(ocr::DrawnPage{box.width(), box.height(), picture});
    return read_as(ocr::OcrRequest::kUpright, drawn, drawn, page);
  }

  /// Nothing only for a picture, if it is no table.
  std::optional<ocr::ScannedPage> read_as(ocr::OcrRequest request, const std::string& body,
                                          const std::string& content, const Page& page) {
    if (auto kept = cache_.find(content)) return kept;
    const bool is_picture = request == ocr::OcrRequest::kUpright;
    ocr::ScannedPage read{.frame = ocr::scan_page_of(program_.ask(request, body)), .pieces = {}};
    const std::vector<Grid> grids = grids_of(page, read.frame);
    const auto table =
        std::ranges::find_if(grids, [&read](const Grid& grid) { return fills(grid, read.frame); });
    if (is_picture && table == grids.end()) return std::nullopt;
    read.pieces =
        ocr::pieces_of(program_.ask(ocr::OcrRequest::kRead, ocr::bytes_of(cells_of(grids))));
    if (is_picture && !has_rows_of_texts(read, *table)) return std::nullopt;
    doubt_pieces(read);
    cache_.keep(content, read);
    return read;
  }

  ocr::OcrProgram& program_;
  ocr::OcrCache cache_;
  const Document& document_;
  std::optional<read::PageRenderer>& renderer_;
};

}  // namespace

bool needs_ocr(const Document& document, const OcrOptions& options) {
  return is_image(document) || !tasks_of(document, options).empty();
}

std::vector<Scan> read_scans(const std::string& bytes, const read::ReadOptions& reading,
                             const OcrOptions& options, Document& document) {
  std::vector<Scan> scans;
  std::vector<Task> tasks = tasks_of(document, options);
  std::optional<read::PageRenderer> renderer;
  if (!is_image(document) && !tasks.empty()) {
    renderer.emplace(bytes, document.source.path, reading);
    leave_out_drawings(document, *renderer, tasks);
  }
  if (tasks.empty() && !is_image(document)) return scans;
  ocr::OcrProgram program(options.program, options.sandbox);
  const std::optional<Said> missing = advice(options);
  if (is_image(document)) {
    add_pages(program, bytes, options.use, missing, document);
    tasks = tasks_of(document, options);
  }
  if (missing) {
    // A picture that is not read is reported as such.
    for (const Task& task : tasks)
      if (task.part.part == ScanPart::kWhole || task.part.part == ScanPart::kUnderText)
        report_unread(document, document.pages[task.page].number, *missing);
    return scans;
  }
  ScanReader reader(program, options, document, renderer);
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    const int number = document.pages[tasks[i].page].number;
    if (options.watch) options.watch(number, i, tasks.size());
    if (program.seconds() > kMaxSeconds) {
      report_unread(document, number, said(ReadingSentence::kOcrTooLong));
      continue;
    }
    try {
      if (auto read = reader.read(tasks[i]))
        scans.push_back({.page = tasks[i].page,
                         .read = std::move(*read),
                         .part = tasks[i].part,
                         .before = document.pages[tasks[i].page]});
    } catch (const ocr::OcrStopped&) {
      report_unread(document, number, said(ReadingSentence::kOcrStopped));
    } catch (const std::runtime_error& error) {
      report_unread(document, number,
                    said(ReadingSentence::kOcrFailed, {{"reason", error.what()}}));
    }
  }
  return scans;
}

}  // namespace mingxi::extract
