#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "model/document.h"
#include "ocr/protocol.h"
#include "process/sandbox.h"
#include "read/read.h"

namespace mingxi::extract {

/// Which pages are read by OCR: those without readable text, all, or none.
enum class OcrUse { kAuto, kAlways, kNever };

struct OcrOptions {
  OcrUse use = OcrUse::kAuto;
  std::string program = {};                          ///< path of mingxi-ocr; "": it is not there
  process::Sandbox sandbox = process::Sandbox::kOn;  ///< of mingxi-ocr
  std::string cache = {};        ///< folder that keeps what was read (OcrCache); "": none
  std::optional<int> page = {};  ///< number of the one page that matters; nothing: all do
  /// Told of each page before it is read: how many of those to be read are done.
  std::function<void(int page, std::size_t done, std::size_t total)> watch = {};
};

/// A page of a document that was read by OCR.
struct Scan {
  std::size_t page = 0;  ///< index in Document::pages
  ocr::ScannedPage read;
};

/// Whether the page has to be read by OCR: images and almost no text that can be seen, or text that
/// is no text (unknown characters, private use).
bool lacks_text(const Page& page);

/// Whether pages of a document are to be read by OCR.
bool needs_ocr(const Document& document, const OcrOptions& options);

/// Reads the pages that need it; the pages of an image file are added to the document. What could
/// not be read is told in its unread_scans. bytes: the document's file. Throws Error when nothing
/// of the document can be read.
std::vector<Scan> read_scans(const std::string& bytes, const read::ReadOptions& reading,
                             const OcrOptions& options, Document& document);

/// Prints the first reading of each piece on its page; all glyphs are numbered anew.
void print_scans(const std::vector<Scan>& scans, Document& document);

/// What reads scans, down to the bytes of the program and of its language data: the same engine
/// reads the same from the same page. "" where it cannot work.
std::string ocr_engine(const OcrOptions& options);

/// What OCR needs on this machine: mingxi-ocr (its path, "" if it is not there) and the data of its
/// languages.
std::vector<read::Requirement> ocr_requirements(const std::string& program,
                                                process::Sandbox sandbox = process::Sandbox::kOn);

}  // namespace mingxi::extract
