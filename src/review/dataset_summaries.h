#pragma once

#include <string>
#include <vector>

#include "review/review_page.h"

namespace mingxi::review {

/// What the overview of the review page shows of each document of a dataset, by body, year and
/// title. database: its dataset.sqlite. Throws Error(kCorrupt).
std::vector<ReviewSummary> dataset_summaries(const std::string& database);

}  // namespace mingxi::review
