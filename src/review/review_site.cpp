#include "review/review_site.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string_view>

#include "messages/sentences.h"
#include "review/dataset_summaries.h"
#include "output/document_json/decisions.h"
#include "output/write/gzip.h"
#include "output/write/staged_output.h"
#include "model/error.h"
#include "process/answer_file.h"
#include "process/batch.h"
#include "process/child.h"
#include "process/sandbox.h"
#include "read/bytes.h"
#include "read/sha256.h"

namespace mingxi::review {

using messages::said;
using messages::Sentence;

namespace {

constexpr const char* kJson = "application/json";
constexpr const char* kDecisions = "decisions.json";

/// For what a browser sends.
process::Limits small_limits() {
  return {.cpu_seconds = 5,
          .wall_seconds = 20,
          .memory_bytes = process::own_size() + (std::uint64_t{256} << 20),
          .answer_bytes = std::uint64_t{16} << 20};
}

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

ReviewSite::ReviewSite(const std::string& folder, messages::Language language,
                       const read::ReadOptions& options, std::string ocr_program)
    : folder_(folder), drawer_(options, std::move(ocr_program)) {
  const std::filesystem::path database = folder_ / "dataset.sqlite";
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(database, ignored)) {
    throw Error(ErrorKind::kNotFound, folder, said(Sentence::kNoDatabase));
  }
  summaries_ = dataset_summaries(database.string());
  page_ = served_review_page(summaries_, language,
                             [](std::string_view bytes) { return read::sha256(bytes); });
}

HttpResponse ReviewSite::answer(const HttpRequest& request) {
  const std::string& path = request.path;
  if (request.method == "PUT")
    return path == "/decisions.json" ? keep_decisions(request.body) : not_found();
  if (path == "/") return {.media_type = "text/html; charset=utf-8", .body = page_};
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
    return {
        .media_type = kJson,
        .body = output::gunzipped(file_text(folder_ / "documents" / (known->sha256 + ".json.gz")))};
  } catch (const Error&) {
    return not_found();
  }
}

HttpResponse ReviewSite::page(const std::string& sha256, const std::string& number) {
  const auto known = std::ranges::find(summaries_, sha256, &ReviewSummary::sha256);
  int page = 0;
  const char* const end = number.data() + number.size();
  const auto [stop, error] = std::from_chars(number.data(), end, page);
  if (known == summaries_.end() || error != std::errc{} || stop != end || page < 1 ||
      page > known->identity.page_count)
    return not_found();
  DrawnPage drawn = drawer_.draw(*known, page);
  switch (drawn.end) {
    case DrawnPage::End::kPicture:
      return {.media_type = "image/webp", .body = std::move(drawn.bytes)};
    case DrawnPage::End::kWords:
      return {.media_type = kJson, .body = std::move(drawn.bytes)};
    case DrawnPage::End::kBusy:
      return {.status = 503, .body = "busy\n"};
    case DrawnPage::End::kNothing:
      break;
  }
  return not_found();
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

// A child reads what was sent: JSON can take a hundred times its size of memory.
HttpResponse ReviewSite::keep_decisions(const std::string& body) {
  const process::AnswerFile answer;
  const process::ChildReport report = process::awaited(
      {answer.descriptor(), small_limits(), [&body]() -> process::Answer {
         process::enter_sandbox({});
         try {
           return {.kind = 0, .bytes = output::decisions_json(output::read_decisions(body))};
         } catch (const Error& error) {
           return {.kind = 1, .bytes = error.english()};
         }
       }});
  if (report.end != process::ChildEnd::kAnswered) return {.status = 413, .body = "too large\n"};
  if (report.answer_kind != 0) return {.status = 400, .body = answer.bytes()};
  try {
    const std::lock_guard lock(keeping_);
    output::write_whole(folder_ / kDecisions, answer.bytes());
    return {.status = 204, .body = ""};
  } catch (const Error& error) {
    return {.status = 500, .body = error.english()};
  }
}

}  // namespace mingxi::review
