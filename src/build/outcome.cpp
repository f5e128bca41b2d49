#include "build/outcome.h"

#include <cassert>
#include <iterator>
#include <vector>

#include "messages/checks.h"
#include "messages/reading_sentences.h"
#include "messages/texts.h"
#include "output/document_json/names.h"
#include "text/utf8.h"

namespace mingxi::build {

using messages::ReadingSentence;
using messages::said;
namespace {

std::string_view status_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::kNotFound:
      return "unreadable";
    case ErrorKind::kNotRegular:
      return "not_regular";
    case ErrorKind::kEmpty:
      return "empty";
    case ErrorKind::kTooLarge:
      return "too_large";
    case ErrorKind::kNotPdf:
    case ErrorKind::kUnsupported:
    case ErrorKind::kNoText:
      return "not_pdf";
    case ErrorKind::kTruncated:
      return "truncated";
    case ErrorKind::kCorrupt:
      return "corrupt";
    case ErrorKind::kEncrypted:
      return "encrypted";
    case ErrorKind::kPatterns:
    case ErrorKind::kEnvironment:
    case ErrorKind::kOutput:
      break;
  }
  return "crashed";
}

struct Words {
  std::string_view status;
  ReadingSentence what;
};

Words words_of(process::ChildEnd end) {
  switch (end) {
    case process::ChildEnd::kCpuLimit:
      return {"limit_cpu", ReadingSentence::kCpuLimit};
    case process::ChildEnd::kWallLimit:
      return {"limit_wall", ReadingSentence::kWallLimit};
    case process::ChildEnd::kMemoryLimit:
      return {"limit_mem", ReadingSentence::kMemoryLimit};
    case process::ChildEnd::kAnswerLimit:
      return {"limit_output", ReadingSentence::kAnswerLimit};
    case process::ChildEnd::kCrashed:
    case process::ChildEnd::kUnwritable:
    case process::ChildEnd::kAnswered:
      break;
  }
  return {"crashed", ReadingSentence::kCrashed};
}

/// How much was not read, with the first messages.
void report_missing(output::InputRecord& record, const Extraction& extraction) {
  constexpr std::size_t kMax = 3;
  std::size_t count = 0;
  std::string chinese, english;
  for (const Finding& finding : extraction.findings) {
    const bool is_of_reading =
        messages::entry_of(finding.check.id).group == messages::CheckGroup::kReading;
    if (!is_of_reading || finding.state != FindingState::kUnreadable || ++count > kMax) continue;
    chinese += finding.message;
    english += " " + finding.message_en;
  }
  if (count == 0) return;
  const messages::Said reason =
      said(count > kMax ? ReadingSentence::kMissingAndMore : ReadingSentence::kMissing,
           {{"count", std::to_string(count)}, {"reasons", messages::Said{chinese, english}}});
  record.reason = reason.chinese;
  record.reason_en = reason.english;
}

}  // namespace

output::InputRecord record_of(const std::string& path, const Extraction& extraction) {
  output::InputRecord record{.path = text::printable(path),
                             .sha256 = extraction.source.sha256,
                             .document = extraction.source.sha256,
                             .status = output::name_of(extraction.status)};
  if (extraction.status != Status::kOk) report_missing(record, extraction);
  return record;
}

output::InputRecord record_of(const std::string& path, const Error& error) {
  return {.path = text::printable(path),
          .status = status_of(error.kind()),
          .reason = error.chinese(),
          .reason_en = error.english()};
}

output::InputRecord record_of(const std::string& path, const process::ChildReport& report) {
  assert(report.end != process::ChildEnd::kAnswered);
  const Words words = words_of(report.end);
  const messages::Said reason = joined(said(words.what), said(ReadingSentence::kRetryOrOpen));
  return {.path = text::printable(path),
          .status = words.status,
          .reason = reason.chinese,
          .reason_en = reason.english};
}

Error error_of(const std::string& path, const process::ChildReport& report) {
  if (report.end == process::ChildEnd::kUnwritable)
    return {
        ErrorKind::kOutput, path,
        std::string(messages::text(messages::Text::kOutOfMemory, messages::Language::kChinese)),
        std::string(messages::text(messages::Text::kOutOfMemory, messages::Language::kEnglish))};
  const auto advice = [](messages::Language language) {
    return std::string(messages::text(messages::Text::kTryWithoutLimits, language));
  };
  return {ErrorKind::kTooLarge, path,
          joined(said(words_of(report.end).what),
                 {advice(messages::Language::kChinese), advice(messages::Language::kEnglish)})};
}

bool is_worth_a_retry(std::string_view status) {
  return status == "crashed" || status.starts_with("limit_");
}

}  // namespace mingxi::build
