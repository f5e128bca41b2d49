#pragma once

#include <string>

#include "output/document_json/document_json.h"
#include "review/review_page.h"
#include "model/decisions.h"
#include "model/document.h"
#include "extract/scans.h"
#include "read/read.h"
#include "patterns/patterns.h"

namespace mingxi::review {

/// How sharp pages are drawn for the review page: letters of 9 points are crisp, and a page takes
/// about 60 KB.
inline constexpr double kReviewDotsPerInch = 150;

/// Reads one document and puts it on a review page, with a picture of each page. Throws Error where
/// the document cannot be read; nothing was put on the page then. decisions: what was decided about
/// documents before; misread figures are corrected.
void add_to_review(ReviewPage& page, const std::string& path, const patterns::Patterns& patterns,
                   const output::Producer& producer, const read::ReadOptions& reading,
                   const extract::OcrOptions& ocr, const Decisions& decisions);

/// The words of a page of a text file, as the review page takes them.
std::string page_words_json(const Page& page);

}  // namespace mingxi::review
