#include "build/isolated_reading.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "output/dataset/json_lines.h"
#include "model/error.h"
#include "process/batch.h"
#include "process/own_folder.h"
#include "build/outcome.h"
#include "read/bytes.h"
#include "read/office/libre_office.h"
#include "read/plain_text/charset.h"
#include "read/pdf/pdf.h"
#include "text/utf8.h"

namespace mingxi::build {
namespace {

enum AnswerKind { kDocumentAnswer, kRecordAnswer, kScansAnswer };

process::Answer answer_of(const output::InputRecord& record) {
  process::Answer answer{.kind = kRecordAnswer, .bytes = {}};
  output::append_run_line(answer.bytes, record);
  return answer;
}

/// Reading scans takes up to 300 seconds of OCR, LibreOffice a minute: processes of their own.
process::Limits limits_with_programs(const process::Limits& limits) {
  return {.cpu_seconds = 360,
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

process::Answer read_in_child(const ReadingTask& task, ScannedPages scans,
                              const IsolatedReading& how) {
  process::Permissions permissions{.input = task.path};
  const extract::ExtractorOptions& options = how.extractor.options();
  if (scans == ScannedPages::kRead) {
    permissions.program = options.ocr.program;
    permissions.folder = made_cache(task, how);
  }
  std::optional<process::OwnFolder> own_folder;
  if (read::is_converted(task.path)) {
    own_folder.emplace();
    permissions.program = read::libre_office_program();
    permissions.own_folder = own_folder->path();
    setenv("TMPDIR", own_folder->path().c_str(), /*overwrite=*/1);
  }
  if (how.sandbox == process::Sandbox::kOn) process::enter_sandbox(permissions);
  try {
    const std::string bytes = read::read_bytes(task.path, text::printable(task.path));
    Document document = read::read_contents(bytes, task.path, options.reading);
    if (task.sha256 && document.source.sha256 != *task.sha256)
      throw Error(ErrorKind::kNotFound, task.path, "文件在读取过程中被改动。请重新运行。",
                  "The file changed while it was read. Run again.");
    if (scans == ScannedPages::kReported && extract::needs_ocr(document, options.ocr))
      return {.kind = kScansAnswer};
    how.extractor.add_scans(bytes, permissions.folder, document);
    if (task.source_path == SourcePath::kLeftOut) document.source.path.clear();
    return {
        .kind = kDocumentAnswer,
        .bytes = output::document_json(how.extractor.extract(document), how.extractor.producer())};
  } catch (const Error& error) {
    return answer_of(record_of(task.path, error));
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

bool reads_chinese(const extract::Extractor& extractor) {
  const Document document = read::read_pdf(kProbe, "probe", {});
  extractor.extract(document);  // loads what any document needs
  const auto& glyphs = document.pages.front().glyphs;
  return std::ranges::equal(glyphs, std::u32string_view(U"预算"), {}, &Glyph::code_point) &&
         read::can_read_gb18030();
}

}  // namespace

process::Child start_reading(const ReadingTask& task, ScannedPages scans,
                             const IsolatedReading& how, const process::AnswerFile& answer) {
  const process::Limits limits = scans == ScannedPages::kRead || read::is_converted(task.path)
                                     ? limits_with_programs(how.limits)
                                     : how.limits;
  return {answer.descriptor(), limits, [&] { return read_in_child(task, scans, how); }};
}

bool reports_scans(const process::ChildReport& report) {
  return report.end == process::ChildEnd::kAnswered && report.answer_kind == kScansAnswer;
}

std::optional<output::InputRecord> failure_of(const std::string& path,
                                              const process::ChildReport& report,
                                              const process::AnswerFile& answer) {
  if (report.end == process::ChildEnd::kUnwritable)
    throw Error(ErrorKind::kOutput, path, "读出的数据无法写入磁盘。请检查磁盘空间后重新运行。",
                "What was read cannot be written to the disk. Check the space on it and run "
                "again.");
  if (report.end != process::ChildEnd::kAnswered) return record_of(path, report);
  if (report.answer_kind == kDocumentAnswer) return std::nullopt;
  const std::optional<output::InputRecord> record = output::read_run_line(answer.bytes());
  return record ? record : record_of(path, process::ChildReport{});
}

void prepare_reading(const IsolatedReading& how) {
  const bool reads_outside = reads_chinese(how.extractor);
  const process::AnswerFile answer;
  const process::ChildReport report =
      process::awaited({answer.descriptor(), how.limits, [&] {
                          if (how.sandbox == process::Sandbox::kOn) process::enter_sandbox({});
                          return process::Answer{.kind = reads_chinese(how.extractor) ? 1 : 0};
                        }});
  if (reads_outside && report.end == process::ChildEnd::kAnswered && report.answer_kind == 1)
    return;
  if (!reads_outside)
    throw Error(ErrorKind::kEnvironment, "poppler-data",
                "未嵌入字体的中文读不出来。请重新安装软件包 poppler-data。",
                "Chinese text in fonts that are not embedded cannot be read. Install the package "
                "poppler-data again.");
  throw Error(ErrorKind::kEnvironment, "sandbox",
              "沙箱中的进程读不到中文编码数据，会丢失文字。请用 --no-sandbox 关闭沙箱。",
              "Processes in the sandbox cannot read the data for Chinese text and would lose it. "
              "Turn the sandbox off with --no-sandbox.");
}

}  // namespace mingxi::build
