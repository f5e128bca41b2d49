#include "review/review_site.h"

#include <algorithm>
#include <charconv>

#include "review/dataset_summaries.h"
#include "output/document_json/decisions.h"
#include "output/write/output_file.h"
#include "output/write/staged_output.h"
#include "review/webp.h"
#include "model/error.h"
#include "extract/page_pictures.h"
#include "review/review.h"
#include "read/bytes.h"
#include "read/sha256.h"

namespace mingxi::review {
namespace {

constexpr const char* kJson = "application/json";
constexpr const char* kDecisions = "decisions.json";

HttpResponse not_found() { return {.status = 404, .body = "not found\n"}; }

std::string file_text(const std::filesystem::path& path) {
  return read::read_bytes(path.string(), path.string());
}

/// The part of a path between a beginning and an end; "" if it does not have them.
std::string between(const std::string& path, std::string_view first, std::string_view last) {
  const bool fits =
      path.size() >= first.size() + last.size() && path.starts_with(first) && path.ends_with(last);
  return fits ? path.substr(first.size(), path.size() - first.size() - last.size()) : "";
}

}  // namespace

struct ReviewSite::OpenFile {
  std::string sha256;
  Document document;
  std::unique_ptr<extract::PagePictures> pictures;  ///< nothing for a text file
};

ReviewSite::ReviewSite(const std::string& folder, messages::Language language,
                       const read::ReadOptions& options, std::string ocr_program)
    : folder_(folder),
      language_(language),
      options_(options),
      ocr_program_(std::move(ocr_program)) {
  const std::filesystem::path database = folder_ / "dataset.sqlite";
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(database, ignored)) {
    throw Error(ErrorKind::kNotFound, folder,
                "这里没有数据集（dataset.sqlite）。请给出 mingxi build 做成的目录。",
                "There is no dataset here (dataset.sqlite). Name a folder made by mingxi build.");
  }
  summaries_ = dataset_summaries(database.string());
}

ReviewSite::~ReviewSite() = default;

HttpResponse ReviewSite::answer(const HttpRequest& request) {
  const std::string& path = request.path;
  if (request.method == "PUT")
    return path == "/decisions.json" ? keep_decisions(request.body) : not_found();
  if (path == "/") {
    const Digest digest = [](std::string_view bytes) { return read::sha256(bytes); };
    return {.media_type = "text/html; charset=utf-8",
            .body = served_review_page(summaries_, language_, digest)};
  }
  if (path == "/decisions.json") return decisions();
  const std::string json = between(path, "/documents/", ".json");
  if (!json.empty()) return document(json);
  const std::string page_path = between(path, "/documents/", "");
  const std::size_t joint = page_path.find("/pages/");
  if (joint == std::string::npos) return not_found();
  return page(page_path.substr(0, joint), page_path.substr(joint + std::string("/pages/").size()));
}

// A path is made only of a digest that is in the list, never of what a request says.
HttpResponse ReviewSite::document(const std::string& sha256) const {
  const auto known = std::ranges::find(summaries_, sha256, &ReviewSummary::sha256);
  if (known == summaries_.end()) return not_found();
  try {
    return {.media_type = kJson,
            .body = file_text(folder_ / "documents" / (known->sha256 + ".json"))};
  } catch (const Error&) {
    return not_found();
  }
}

ReviewSite::OpenFile* ReviewSite::opened(const ReviewSummary& summary) {
  if (open_ != nullptr && open_->sha256 == summary.sha256) return open_.get();
  std::string bytes = read::read_bytes(summary.path, summary.path);
  if (read::sha256(bytes) != summary.sha256) return nullptr;
  auto file = std::make_unique<OpenFile>();
  file->sha256 = summary.sha256;
  file->document = read::read_contents(bytes, summary.path, options_);
  if (file->document.source.has_pictures())
    file->pictures = std::make_unique<extract::PagePictures>(
        std::move(bytes), file->document.source, options_, ocr_program_);
  open_ = std::move(file);
  return open_.get();
}

HttpResponse ReviewSite::page(const std::string& sha256, const std::string& number) {
  const auto known = std::ranges::find(summaries_, sha256, &ReviewSummary::sha256);
  std::size_t page = 0;
  const char* const end = number.data() + number.size();
  const auto [stop, error] = std::from_chars(number.data(), end, page);
  if (known == summaries_.end() || error != std::errc{} || stop != end || page == 0)
    return not_found();
  const std::lock_guard lock(drawing_);
  try {
    OpenFile* file = opened(*known);
    if (file == nullptr) return not_found();
    // How many pages an image file has is known to who opens it.
    const std::vector<Page>& pages = file->document.pages;
    if (page > pages.size() && !pages.empty()) return not_found();
    if (file->pictures == nullptr)
      return {.media_type = kJson, .body = page_words_json(pages[page - 1])};
    return {.media_type = "image/webp",
            .body = webp(file->pictures->picture(static_cast<int>(page), kReviewDotsPerInch))};
  } catch (const Error&) {
    return not_found();
  }
}

HttpResponse ReviewSite::decisions() const {
  try {
    return {
        .media_type = kJson,
        .body = output::decisions_json(output::read_decisions(file_text(folder_ / kDecisions)))};
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::kNotFound) return {.status = 500, .body = error.english()};
    return {.media_type = kJson, .body = output::decisions_json({})};
  }
}

HttpResponse ReviewSite::keep_decisions(const std::string& body) const {
  try {
    const std::string text = output::decisions_json(output::read_decisions(body));
    output::StagedOutput output(folder_ / kDecisions, output::OutputKind::kFile);
    output::write_file(output.place(), text);
    output.publish();
    return {.status = 204, .body = ""};
  } catch (const Error& error) {
    const int status = error.kind() == ErrorKind::kOutput ? 500 : 400;
    return {.status = status, .body = error.english()};
  }
}

}  // namespace mingxi::review
