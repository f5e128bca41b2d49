#pragma once

#include <string>
#include <string_view>

#include "review/review_page.h"
#include "model/document.h"
#include "extract/extractor.h"

namespace mingxi::review {

/// How sharp pages are drawn for the review page: letters of 9 points are crisp, and a page takes
/// about 60 KB.
inline constexpr double kReviewDotsPerInch = 150;

/// What a review page shows of a document that was read, with a picture of each page, as bytes. A
/// child may make them; each page has its own limit of time there. bytes: the document's file.
/// Throws Error.
std::string review_material(const Document& document, const std::string& bytes,
                            const extract::Extractor& extractor);

/// Puts on a review page what review_material gave. Throws Error(kCorrupt) where it is anything
/// else; nothing was put on the page then.
void add_to_review(ReviewPage& page, std::string_view material,
                   const extract::Extractor& extractor);

/// The words of a page of a text file, as the review page takes them.
std::string page_words_json(const Page& page);

}  // namespace mingxi::review
