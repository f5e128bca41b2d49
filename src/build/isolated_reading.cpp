#include "build/isolated_reading.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <vector>

#include "messages/sentences.h"
#include "model/error.h"
#include "messages/texts.h"
#include "process/batch.h"
#include "process/parts.h"
#include "build/outcome.h"
#include "read/archive.h"
#include "read/bytes.h"
#include "read/file_type.h"
#include "read/plain_text/charset.h"
#include "read/sha256.h"
#include "read/pdf/pdf.h"
#include "text/utf8.h"

namespace mingxi::build {

using messages::said;
using messages::Sentence;

namespace {

// Kinds of answers that are not those of the work.
constexpr int kChangedAnswer = 7;
constexpr int kErrorAnswer = 8;
constexpr int kScansAnswer = 9;

process::Answer answer_of(const Error& error) {
  const std::vector<std::string> parts{std::to_string(static_cast<int>(error.kind())),
                                       error.where(), error.chinese(), error.english()};
  return {.kind = kErrorAnswer, .bytes = process::packed(parts)};
}

/// Nothing for an answer that is none of ours.
std::optional<Error> error_in(std::string_view answer) {
  const std::vector<std::string> parts = process::unpacked(answer);
  if (parts.size() != 4) return std::nullopt;
  const int kind = std::atoi(parts[0].c_str());
  if (kind < 0 || kind > static_cast<int>(ErrorKind::kOutput)) return std::nullopt;
  return Error(static_cast<ErrorKind>(kind), parts[1], parts[2], parts[3]);
}

/// Reading scans takes up to 300 seconds of OCR, LibreOffice a minute: processes of their own.
process::Limits limits_with_programs(const process::Limits& limits) {
  return {.cpu_seconds = 360,
          .cpu_seconds_in_all = limits.cpu_seconds_in_all,
          .wall_seconds = 1200,
          .memory_bytes = std::uint64_t{3} << 30,
          .answer_bytes = limits.answer_bytes};
}

/// The folder that keeps what OCR reads of one document: it can spoil no other's.
std::string made_cache(const ReadingTask& task, const IsolatedReading& how) {
  if (how.ocr_cache.empty() || !task.sha256) return "";
  const std::string folder = how.ocr_cache + "/" + *task.sha256;
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  return error ? "" : folder;
}

Error changed(const std::string& path) {
  const auto say = [](messages::Language language) {
    return std::string(messages::text(messages::Text::kFileChanged, language));
  };
  return {ErrorKind::kNotFound, path, say(messages::Language::kChinese),
          say(messages::Language::kEnglish)};
}

DocumentWork work_of(const ReadingTask& task, const IsolatedReading& how) {
  if (task.work) return task.work;
  return [&how](const Document& document, const std::string&) -> process::Answer {
    return {.bytes =
                output::document_json(how.extractor.extract(document), how.extractor.producer())};
  };
}

bool needs_conversion(const ReadingTask& task) {
  return task.bytes.empty() ? read::is_converted(task.path) : read::begins_as_converted(task.bytes);
}

process::Answer read_in_child(const ReadingTask& task, ScannedPages scans,
                              const IsolatedReading& how) {
  process::Permissions permissions{.input = read::file_holding(task.path)};
  std::string cache;
  const extract::ExtractorOptions& options = how.extractor.options();
  if (scans == ScannedPages::kRead) {
    permissions.program = options.ocr.program;
    permissions.folder = cache = made_cache(task, how);
  }
  if (!task.folder.empty()) permissions.folder = task.folder;
  const auto is_changed = [&task](const std::string& sha256) {
    return task.sha256 && sha256 != *task.sha256;
  };
  std::string bytes;
  const auto take_bytes = [&] {
    bytes =
        task.bytes.empty() ? read::read_bytes(task.path, text::printable(task.path)) : task.bytes;
  };
  try {
    read::ReadOptions reading = options.reading;
    if (needs_conversion(task)) {
      take_bytes();
      reading.converted = read::converted(bytes, task.path);
    }
    if (how.sandbox == process::Sandbox::kOn) process::enter_sandbox(permissions);
    if (bytes.empty()) take_bytes();
    Document document = read::read_contents(bytes, task.path, reading);
    if (is_changed(document.source.sha256)) return {.kind = kChangedAnswer};
    if (scans == ScannedPages::kReported && extract::needs_ocr(document, options.ocr))
      return {.kind = kScansAnswer};
    how.extractor.add_scans(bytes, cache, document);
    if (task.source_path == SourcePath::kLeftOut) document.source.path.clear();
    return work_of(task, how)(document, bytes);
  } catch (const Error& error) {
    // Half of a file that is being written is no broken file.
    if (is_changed(read::sha256(bytes))) return {.kind = kChangedAnswer};
    return answer_of(error);
  }
}

/// A page that prints 预算 in a font that is not embedded: what is lost first where data is
/// missing.
constexpr std::string_view kProbe =
    "%PDF-1.4\n"
    "1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n"
    "2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n"
    "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R"
    "/Resources<</Font<</F 5 0 R>>>>>> endobj\n"
    "4 0 obj <</Length 33>> stream\nBT /F 9 Tf 9 9 Td <D4A4CBE3>Tj ET\nendstream endobj\n"
    "5 0 obj <</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/GBK-EUC-H"
    "/DescendantFonts[6 0 R]>> endobj\n"
    "6 0 obj <</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun"
    "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 7 0 R>> endobj\n"
    "7 0 obj <</Type/FontDescriptor/FontName/SimSun/Flags 4/FontBBox[0 0 9 9]/ItalicAngle 0"
    "/Ascent 9/Descent 0/CapHeight 9/StemV 9>> endobj\n"
    "trailer <</Root 1 0 R>>\n%%EOF\n";

Error blind_sandbox() {
  return {ErrorKind::kEnvironment, "sandbox", said(Sentence::kSandboxLosesText)};
}

/// Throws Error(kEnvironment) where this process cannot read what Chinese text needs. The one that
/// started it could: an Extractor checks that.
void require_environment() {
  try {
    read::check_environment();
  } catch (const Error&) {
    throw blind_sandbox();
  }
}

bool reads_chinese() {
  const Document document = read::read_pdf(kProbe, "probe", {});
  const auto& glyphs = document.pages.front().glyphs;
  return std::ranges::equal(glyphs, std::u32string_view(U"预算"), {}, &Glyph::code_point) &&
         read::can_read_gb18030();
}

/// Reads what the rules for prose have as examples: the expressions that any document needs are
/// compiled then, and children inherit them.
void read_examples(const extract::Extractor& extractor) {
  std::string text;
  for (const patterns::Entry& entry : extractor.patterns().statements.rule_entries) {
    for (const patterns::Example& example : entry.examples) text += example.text + "\n";
  }
  extractor.extract(read::read_contents(text, "examples.txt", {}));
}

}  // namespace

process::Child start_reading(const ReadingTask& task, ScannedPages scans,
                             const IsolatedReading& how, const process::AnswerFile& answer) {
  const process::Limits limits = scans == ScannedPages::kRead || needs_conversion(task)
                                     ? limits_with_programs(how.limits)
                                     : how.limits;
  return {answer.descriptor(), limits, [&] { return read_in_child(task, scans, how); }};
}

bool reports_change(const process::ChildReport& report) {
  return report.end == process::ChildEnd::kAnswered && report.answer_kind == kChangedAnswer;
}

bool reports_scans(const process::ChildReport& report) {
  return report.end == process::ChildEnd::kAnswered && report.answer_kind == kScansAnswer;
}

std::optional<output::InputRecord> failure_of(const std::string& path,
                                              const process::ChildReport& report,
                                              const process::AnswerFile& answer) {
  if (report.end == process::ChildEnd::kUnwritable)
    throw Error(ErrorKind::kOutput, path, said(Sentence::kReadingUnwritable));
  if (report.end != process::ChildEnd::kAnswered) return record_of(path, report);
  if (reports_change(report)) return record_of(path, changed(path));
  if (report.answer_kind != kErrorAnswer) return std::nullopt;
  const std::optional<Error> error = error_in(answer.bytes());
  return error ? record_of(path, *error) : record_of(path, process::ChildReport{});
}

process::Answer read_isolated(const ReadingTask& task, const IsolatedReading& how) {
  const process::AnswerFile answer;
  ReadingTask probed = task;
  probed.work = [&](const Document& document, const std::string& bytes) {
    require_environment();
    return work_of(task, how)(document, bytes);
  };
  process::ChildReport report =
      process::awaited(start_reading(probed, ScannedPages::kReported, how, answer));
  if (reports_scans(report))
    report = process::awaited(start_reading(probed, ScannedPages::kRead, how, answer));
  if (report.end != process::ChildEnd::kAnswered) throw error_of(task.path, report);
  if (report.answer_kind != kErrorAnswer) return {report.answer_kind, answer.bytes()};
  const std::optional<Error> error = error_in(answer.bytes());
  throw error ? *error : error_of(task.path, process::ChildReport{});
}

std::optional<output::InputRecord> read_into(const process::AnswerFile& answer,
                                             const ReadingTask& task, const IsolatedReading& how) {
  process::ChildReport report =
      process::awaited(start_reading(task, ScannedPages::kReported, how, answer));
  if (reports_scans(report))
    report = process::awaited(start_reading(task, ScannedPages::kRead, how, answer));
  return failure_of(task.path, report, answer);
}

void prepare_reading(const IsolatedReading& how) {
  const bool reads_outside = reads_chinese();
  read_examples(how.extractor);
  const process::AnswerFile answer;
  const process::ChildReport report =
      process::awaited({answer.descriptor(), how.limits, [&] {
                          if (how.sandbox == process::Sandbox::kOn) process::enter_sandbox({});
                          return process::Answer{.kind = reads_chinese() ? 1 : 0};
                        }});
  if (reads_outside && report.end == process::ChildEnd::kAnswered && report.answer_kind == 1)
    return;
  if (!reads_outside)
    throw Error(ErrorKind::kEnvironment, "poppler-data", said(Sentence::kFontDataUnusable));
  throw blind_sandbox();
}

}  // namespace mingxi::build
