#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "output/document_json/document_json.h"
#include "output/write/output_file.h"
#include "model/fact.h"
#include "messages/language.h"

namespace mingxi::review {

/// What the overview of the review page shows of one document.
struct ReviewSummary {
  std::string path;
  std::string sha256;
  std::string media_type;
  Identity identity;
  int statutory_tables = 0;  ///< kinds that were read, of the nine
  int errors = 0;
  int warnings = 0;
  int notes = 0;
  int checks_made = 0;
  int checks_failed = 0;
};

ReviewSummary review_summary(const Extraction& extraction);

/// Words side by side on a page of a text file; points.
struct PrintedWords {
  double x = 0;
  double baseline = 0;
  double width = 0;
  double font_size = 0;
  std::string text;
};

/// The SHA-256 of bytes, in hexadecimal.
using Digest = std::function<std::string(std::string_view)>;

/// Where the data of a review page comes from.
enum class ReviewSource { kFile, kServer };

/// Writes the review page: one HTML file that shows documents beside what was read from them.
///
/// All of a document is data in blocks that are never run; the page's own policy allows its one
/// script and its style by their hashes, and pictures that are part of the file. Call for each
/// document add_document, then a picture or the words of each page, and at last finish.
class ReviewPage {
 public:
  ReviewPage(output::OutputFile& file, const Digest& digest);

  void add_document(const Extraction& extraction, const output::Producer& producer);
  void add_picture(int page, std::string_view webp);
  /// words: what words_json gives.
  void add_words(int page, std::string_view words);
  /// decisions: a decisions file; "" for none.
  void finish(messages::Language language, std::string_view decisions);

 private:
  void add_data(const std::string& id, std::string_view type, std::string_view content);

  output::OutputFile& file_;
  std::vector<ReviewSummary> summaries_;
};

/// The page without documents, which asks its server for them.
std::string served_review_page(const std::vector<ReviewSummary>& documents,
                               messages::Language language, const Digest& digest);

/// Words as JSON: [{"x":…,"y":…,"width":…,"size":…,"text":…}].
std::string words_json(const std::vector<PrintedWords>& words);

}  // namespace mingxi::review
