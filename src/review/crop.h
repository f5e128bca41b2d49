#pragma once

#include <functional>
#include <vector>

#include "model/fact.h"
#include "model/page_image.h"

namespace mingxi::review {

/// A part of a page: for a figure of a table its row, as wide as the table, or the heads of its
/// columns; for one of the prose its lines.
struct PageBand {
  int page = 1;
  Box box;  ///< points

  bool operator==(const PageBand&) const = default;
};

/// What must be seen of the pages to understand a figure, from top to bottom: the heads of the
/// table's columns with its row, or the lines of the prose. None where it has no place.
std::vector<PageBand> bands_of(const Extraction& extraction, const Evidence& evidence,
                               const Fact* fact);

/// The bands beneath one another, the places of the evidence framed; the print itself keeps its
/// colour. picture: a page as it is shown, for as long as the next is not asked for.
PageImage crop_of(const Extraction& extraction, const std::vector<PageBand>& bands,
                  const Evidence& evidence,
                  const std::function<const PageImage&(int page)>& picture);

}  // namespace mingxi::review
