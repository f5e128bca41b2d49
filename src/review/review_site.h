#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "review/review_page.h"
#include "read/read.h"
#include "review/http_server.h"

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
  ~ReviewSite();

  /// Answers one request. Several threads may ask.
  HttpResponse answer(const HttpRequest& request);

 private:
  struct OpenFile;
  HttpResponse document(const std::string& sha256) const;
  HttpResponse page(const std::string& sha256, const std::string& number);
  HttpResponse decisions() const;
  HttpResponse keep_decisions(const std::string& body) const;
  OpenFile* opened(const ReviewSummary& summary);

  std::filesystem::path folder_;
  messages::Language language_;
  read::ReadOptions options_;
  std::string ocr_program_;
  std::vector<ReviewSummary> summaries_;
  std::mutex drawing_;
  std::unique_ptr<OpenFile> open_;  ///< the file that was drawn from last
};

}  // namespace mingxi::review
