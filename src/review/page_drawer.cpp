#include "review/page_drawer.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "extract/page_pictures.h"
#include "model/error.h"
#include "process/answer_file.h"
#include "process/batch.h"
#include "process/child.h"
#include "process/sandbox.h"
#include "read/archive.h"
#include "read/bytes.h"
#include "read/sha256.h"
#include "review/review.h"
#include "review/webp.h"

namespace mingxi::review {
namespace {

constexpr int kLongestQueue = 8;        // a browser has six connections to a server
constexpr std::size_t kAtOnce = 4;      // children
constexpr std::uint64_t kMemory = 512;  // MiB, for one page
constexpr std::uint64_t kMemoryOfOffice = 4096;

constexpr std::size_t kMostConverted = 16;  // files that are kept, 64 MiB each at most

process::Limits limits_for_page() {
  return {.cpu_seconds = 10,
          .wall_seconds = 60,
          .memory_bytes = process::own_size() + (kMemory << 20),
          .answer_bytes = std::uint64_t{64} << 20};
}

/// LibreOffice is a process with limits of its own within these.
process::Limits limits_for_conversion() {
  return {.cpu_seconds = 90,
          .wall_seconds = 180,
          .memory_bytes = process::own_size() + (kMemoryOfOffice << 20),
          .answer_bytes = std::uint64_t{64} << 20};
}

process::Answer answer_of(DrawnPage::End end, std::string bytes) {
  return {.kind = static_cast<int>(end), .bytes = std::move(bytes)};
}

/// In the child.
process::Answer drawn(const ReviewSummary& document, int page, const read::ReadOptions& options,
                      const std::string& ocr_program) {
  try {
    process::enter_sandbox({.input = read::file_holding(document.path), .program = ocr_program});
    std::string bytes = read::read_bytes(document.path, document.path);
    if (read::sha256(bytes) != document.sha256) return answer_of(DrawnPage::End::kNothing, "");
    Source source{.path = document.path, .media_type = document.media_type};
    if (!source.has_pictures()) {
      const Document text = read::read_contents(bytes, document.path, options);
      const auto index = static_cast<std::size_t>(page) - 1;
      if (index >= text.pages.size()) return answer_of(DrawnPage::End::kNothing, "");
      return answer_of(DrawnPage::End::kWords, page_words_json(text.pages[index]));
    }
    extract::PagePictures pictures(std::move(bytes), source, options, ocr_program);
    return answer_of(DrawnPage::End::kPicture, webp(pictures.picture(page, kReviewDotsPerInch)));
  } catch (const Error&) {
    return answer_of(DrawnPage::End::kNothing, "");
  }
}

/// In the child, which reads nothing but what kind of file it is.
process::Answer made_by_libre_office(const ReviewSummary& document) {
  try {
    const std::string bytes = read::read_bytes(document.path, document.path);
    if (read::sha256(bytes) != document.sha256) return {};
    return {.bytes = read::converted(bytes, document.path)};
  } catch (const Error&) {
    return {};
  }
}

}  // namespace

std::shared_ptr<const std::string> PageDrawer::converted(const ReviewSummary& document) {
  {
    const std::lock_guard lock(mutex_);
    const auto known = std::ranges::find(converted_, document.sha256, &ConvertedFile::sha256);
    if (known != converted_.end()) {
      converted_.splice(converted_.begin(), converted_, known);
      return known->bytes;
    }
  }
  const process::AnswerFile answer;
  const process::ChildReport report =
      process::awaited({answer.descriptor(), limits_for_conversion(),
                        [&] { return made_by_libre_office(document); }});
  const bool is_made = report.end == process::ChildEnd::kAnswered;
  auto bytes = std::make_shared<const std::string>(is_made ? answer.bytes() : "");
  const std::lock_guard lock(mutex_);
  converted_.push_front({document.sha256, bytes});
  if (converted_.size() > kMostConverted) converted_.pop_back();
  return bytes;
}

bool PageDrawer::enter(const std::string& document) {
  std::unique_lock lock(mutex_);
  if (waiting_[document] >= kLongestQueue) return false;
  ++waiting_[document];
  change_.wait(lock, [&] { return !drawing_.contains(document) && drawing_.size() < kAtOnce; });
  drawing_.insert(document);
  return true;
}

void PageDrawer::leave(const std::string& document) {
  const std::lock_guard lock(mutex_);
  if (--waiting_[document] == 0) waiting_.erase(document);
  drawing_.erase(document);
  change_.notify_all();
}

DrawnPage PageDrawer::draw(const ReviewSummary& document, int page) {
  const auto is_hopeless = [&] {
    const std::lock_guard lock(mutex_);
    return hopeless_.contains({document.sha256, page});
  };
  if (is_hopeless()) return {};
  if (!enter(document.sha256)) return {.end = DrawnPage::End::kBusy};
  DrawnPage result;
  if (is_hopeless()) {  // as the one before it found out
    leave(document.sha256);
    return result;
  }
  try {
    read::ReadOptions options = options_;
    if (read::is_converted(document.path)) {
      options.converted = *converted(document);
      if (options.converted.empty()) {
        leave(document.sha256);
        return result;
      }
    }
    const process::AnswerFile answer;
    // Only mingxi-ocr shows images; nothing else may be run for a PDF.
    const bool is_image = document.media_type.starts_with("image/");
    const process::ChildReport report =
        process::awaited({answer.descriptor(), limits_for_page(), [&] {
                            return drawn(document, page, options, is_image ? ocr_program_ : "");
                          }});
    if (report.end == process::ChildEnd::kAnswered) {
      result = {.end = static_cast<DrawnPage::End>(report.answer_kind), .bytes = answer.bytes()};
    } else {
      const std::lock_guard lock(mutex_);
      hopeless_.insert({document.sha256, page});
    }
  } catch (...) {
    leave(document.sha256);
    throw;
  }
  leave(document.sha256);
  return result;
}

}  // namespace mingxi::review
