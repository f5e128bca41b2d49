#include "read/read.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <utility>

#include "model/error.h"
#include "read/bytes.h"
#include "read/plain_text/charset.h"
#include "read/file_type.h"
#include "read/sha256.h"
#include "read/pdf/pdf.h"
#include "read/plain_text/plain_text.h"
#include "text/utf8.h"

namespace mingxi::read {
namespace {

// A glyph takes 64 bytes of memory, up to one for each byte of text; a disclosure's text has less
// than 1 MiB.
constexpr std::size_t kMaxTextBytes = std::size_t{64} << 20;

Error not_readable(const Contents& contents, const std::string& path, const std::string& where) {
  const std::string chinese_advice = "请取得PDF原件，或用相应软件打开后另存为PDF。";
  const std::string english_advice =
      "Get the PDF itself, or open the file with its own program and save it as PDF.";
  if (is_named_pdf(path))
    return {ErrorKind::kNotPdf, where,
            "文件名以.pdf结尾，内容却是" + contents.chinese_name + "。" + chinese_advice,
            "The name ends in .pdf, but the file is " + contents.name + ". " + english_advice};
  return {ErrorKind::kUnsupported, where,
          "这是" + contents.chinese_name + "，不支持读取。" + chinese_advice,
          "This is " + contents.name + ", which is not read. " + english_advice};
}

Document read_text(std::string_view bytes, const std::string& path, const std::string& where) {
  if (is_named_pdf(path))
    throw Error(
        ErrorKind::kNotPdf, where,
        "文件名以.pdf结尾，但内容不是PDF（没有%PDF-文件头）。请重新下载，确认得到的是PDF原件；"
        "若是文本，请改用.txt文件名。",
        "The name ends in .pdf, but the file is no PDF (it has no %PDF- header). Download "
        "it again and make sure to get the PDF itself; name it .txt if it is text.");
  if (bytes.size() > kMaxTextBytes)
    throw Error(ErrorKind::kTooLarge, where, "文本文件超过64 MiB，不予读取。请拆分后再试。",
                "The text file is larger than 64 MiB and is not read. Split it and try again.");
  const std::optional<Utf8Text> text = Utf8Text::of(bytes);
  if (!text)
    throw Error(ErrorKind::kNoText, where,
                "文件既不是PDF，也不是文本（UTF-8、UTF-16或GB18030）。请提供PDF或文本文件。",
                "The file is neither a PDF nor a text (UTF-8, UTF-16 or GB18030). Give a PDF or a "
                "text file.");
  Document document;
  document.source.media_type = "text/plain";
  document.pages = set_as_pages(text->utf8());
  return document;
}

Requirement poppler_data_in(const std::filesystem::path& folder) {
  Requirement requirement{
      .name = "poppler-data", .met = false, .detail = {}, .package = "poppler-data"};
  // The maps from Chinese character collections and encodings that fonts name without embedding.
  constexpr std::array kNeeded{"cMap/Adobe-GB1/GBK-EUC-H", "cMap/Adobe-GB1/UniGB-UCS2-H",
                               "cMap/Adobe-GB1/Adobe-GB1-UCS2", "cidToUnicode/Adobe-GB1"};
  std::string missing;
  for (const char* file : kNeeded) {
    // Its size can be known where it cannot be read.
    if (std::ifstream(folder / file).peek() == std::ifstream::traits_type::eof())
      missing += (missing.empty() ? "missing " : ", ") + (folder / file).string();
  }
  requirement.met = missing.empty();
  requirement.detail = missing.empty() ? folder.string() : missing;
  return requirement;
}

}  // namespace

bool is_named_pdf(std::string_view path) {
  constexpr std::string_view kEnding = ".pdf";
  if (path.size() < kEnding.size()) return false;
  return std::ranges::equal(path.substr(path.size() - kEnding.size()), kEnding,
                            [](char a, char b) { return (a | 0x20) == b || a == b; });
}

Document read(const std::string& path, const ReadOptions& options) {
  return read_contents(read_bytes(path, text::printable(path)), path, options);
}

Document read_contents(const std::string& bytes, const std::string& path,
                       const ReadOptions& options) {
  const std::string where = text::printable(path);
  const Contents contents = contents_of(bytes);
  if (contents.type == ContentType::kOther) throw not_readable(contents, path, where);
  Document document;
  if (contents.type == ContentType::kPdf) {
    document = read_pdf(bytes, where, options);
    document.source.media_type = "application/pdf";
  } else if (contents.type == ContentType::kImage) {
    if (is_named_pdf(path)) throw not_readable(contents, path, where);
    document.source.media_type = contents.media_type;
  } else {
    document = read_text(bytes, path, where);
  }
  document.source.path = where;
  document.source.sha256 = sha256(bytes);
  document.source.bytes = bytes.size();
  return document;
}

std::vector<Requirement> reading_requirements(const std::string& poppler_data) {
  const bool can_convert = can_read_gb18030();
  return {{.name = "poppler", .met = true, .detail = poppler_version(), .package = "libpoppler126"},
          poppler_data_in(poppler_data),
          {.name = "icu",
           .met = can_convert,
           .detail = can_convert ? icu_version() : "no converter for GB18030",
           .package = "libicu72"}};
}

void check_environment(const std::string& poppler_data) {
  for (const Requirement& requirement : reading_requirements(poppler_data)) {
    if (requirement.met) continue;
    throw Error(ErrorKind::kEnvironment, requirement.name,
                "本机缺少运行所需的内容（" + requirement.detail + "）。请安装软件包" +
                    requirement.package + "。",
                "Something needed to run is missing on this machine (" + requirement.detail +
                    "). Install the package " + requirement.package + ".");
  }
}

}  // namespace mingxi::read
