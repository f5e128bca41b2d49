#pragma once

#include <condition_variable>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <utility>

#include "read/read.h"
#include "review/review_page.h"

namespace mingxi::review {

/// How a page came out.
struct DrawnPage {
  enum class End {
    kPicture,  ///< bytes are a WebP file
    kWords,    ///< bytes are the words of a page of a text file, as JSON
    kNothing,  ///< the file is not there any more, is another, or cannot be drawn within limits
    kBusy,     ///< too many wait for pages of this document
  };
  End end = End::kNothing;
  std::string bytes;
};

/// Draws pages of documents, each in a child of its own within limits and in the sandbox. Pages of
/// one document wait for one another, those of another document do not: a document that takes long
/// keeps nobody waiting but itself. What LibreOffice converts is converted once.
class PageDrawer {
 public:
  /// ocr_program: mingxi-ocr, which shows image files.
  PageDrawer(read::ReadOptions options, std::string ocr_program)
      : options_(std::move(options)), ocr_program_(std::move(ocr_program)) {}

  /// Several threads may ask. Requires that the document has such a page.
  DrawnPage draw(const ReviewSummary& document, int page);

 private:
  using PageKey = std::pair<std::string, int>;
  /// What LibreOffice made of a file; "" where it could not.
  struct ConvertedFile {
    std::string sha256;
    std::shared_ptr<const std::string> bytes;
  };
  std::shared_ptr<const std::string> converted(const ReviewSummary& document);
  bool enter(const std::string& document);
  void leave(const std::string& document);

  read::ReadOptions options_;
  std::string ocr_program_;
  std::mutex mutex_;
  std::condition_variable change_;
  std::map<std::string, int> waiting_;  ///< and drawing, by document
  std::set<std::string> drawing_;       ///< documents
  std::set<PageKey> hopeless_;          ///< reached a limit: not tried again
  std::list<ConvertedFile> converted_;  ///< those that were asked for last
};

}  // namespace mingxi::review
