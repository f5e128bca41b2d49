#pragma once

#include <filesystem>
#include <mutex>
#include <string>
#include <vector>

#include "review/review_page.h"
#include "read/read.h"
#include "review/http_server.h"
#include "review/page_drawer.h"

namespace mingxi::review {

/// A dataset as a web site: the review page, its documents and pictures of their pages as they are
/// asked for, and the decisions, which are kept in the dataset as decisions.json.
///
/// Pictures are drawn from the files that the dataset was made of, where they are still there and
/// unchanged.
class ReviewSite {
 public:
  /// Throws Error(kNotFound) where the folder holds no dataset.
  /// ocr_program: mingxi-ocr, which shows image files.
  ReviewSite(const std::string& folder, messages::Language language,
             const read::ReadOptions& options, std::string ocr_program);

  /// Answers one request. Several threads may ask.
  HttpResponse answer(const HttpRequest& request);

 private:
  HttpResponse document(const std::string& sha256) const;
  HttpResponse page(const std::string& sha256, const std::string& number);
  HttpResponse decisions() const;
  HttpResponse keep_decisions(const std::string& body);

  std::filesystem::path folder_;
  PageDrawer drawer_;
  std::vector<ReviewSummary> summaries_;
  std::string page_;  ///< the page without documents
  std::mutex keeping_;
};

}  // namespace mingxi::review
