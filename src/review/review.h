#pragma once

#include <string>

#include "review/review_page.h"
#include "model/document.h"
#include "extract/extractor.h"

namespace mingxi::review {

/// How sharp pages are drawn for the review page: letters of 9 points are crisp, and a page takes
/// about 60 KB.
inline constexpr double kReviewDotsPerInch = 150;

/// Reads one document and puts it on a review page, with a picture of each page. Throws Error where
/// the document cannot be read; nothing was put on the page then.
void add_to_review(ReviewPage& page, const std::string& path, const extract::Extractor& extractor);

/// The words of a page of a text file, as the review page takes them.
std::string page_words_json(const Page& page);

}  // namespace mingxi::review
