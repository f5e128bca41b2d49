#include "build/outcome.h"

#include <cassert>
#include <iterator>
#include <vector>

#include "messages/texts.h"
#include "output/document_json/names.h"
#include "text/utf8.h"

namespace mingxi::build {
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
  std::string_view chinese;
  std::string_view english;
};

Words words_of(process::ChildEnd end) {
  switch (end) {
    case process::ChildEnd::kCpuLimit:
      return {"limit_cpu", "读取用时超过处理器时间上限，已停止。",
              "Reading took more processor time than is allowed and was stopped. "};
    case process::ChildEnd::kWallLimit:
      return {"limit_wall", "读取用时超过时间上限，已停止。",
              "Reading took longer than is allowed and was stopped. "};
    case process::ChildEnd::kMemoryLimit:
      return {"limit_mem", "读取所需内存超过上限，已停止。",
              "Reading needed more memory than is allowed and was stopped. "};
    case process::ChildEnd::kAnswerLimit:
      return {"limit_output", "读出的数据超过大小上限，没有保存。",
              "What was read is larger than is allowed and was not kept. "};
    case process::ChildEnd::kCrashed:
    case process::ChildEnd::kUnwritable:
    case process::ChildEnd::kAnswered:
      break;
  }
  return {"crashed", "读取时程序出错中止，其他文件不受影响。",
          "The program broke down while reading it; other files are not affected. "};
}

/// How much was not read, with the first messages.
void report_missing(output::InputRecord& record, const Extraction& extraction) {
  constexpr std::size_t kMax = 3;
  std::size_t count = 0;
  std::string chinese, english;
  for (const Finding& finding : extraction.findings) {
    const bool is_of_reading = finding.check == "no_text" || finding.check == "reader";
    if (!is_of_reading || finding.state != FindingState::kUnreadable || ++count > kMax) continue;
    chinese += finding.message;
    english += " " + finding.message_en;
  }
  if (count == 0) return;
  const std::string number = std::to_string(count);
  const bool has_more = count > kMax;
  record.reason = "有 " + number + " 处没有读出：" + chinese + (has_more ? "……" : "");
  record.reason_en = number + " not read:" + english + (has_more ? " …" : "");
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
  return {.path = text::printable(path),
          .status = words.status,
          .reason = std::string(words.chinese) + "可用 --retry 重试，或另行打开检查该文件。",
          .reason_en = std::string(words.english) +
                       "Try again with --retry, or open the file in another program to see."};
}

Error error_of(const std::string& path, const process::ChildReport& report) {
  if (report.end == process::ChildEnd::kUnwritable)
    return {
        ErrorKind::kOutput, path,
        std::string(messages::text(messages::Text::kOutOfMemory, messages::Language::kChinese)),
        std::string(messages::text(messages::Text::kOutOfMemory, messages::Language::kEnglish))};
  const Words words = words_of(report.end);
  const auto advice = [](messages::Language language) {
    return std::string(messages::text(messages::Text::kTryWithoutLimits, language));
  };
  return {ErrorKind::kTooLarge, path,
          std::string(words.chinese) + advice(messages::Language::kChinese),
          std::string(words.english) + advice(messages::Language::kEnglish)};
}

bool is_worth_a_retry(std::string_view status) {
  return status == "crashed" || status.starts_with("limit_");
}

}  // namespace mingxi::build
