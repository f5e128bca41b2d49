#include "read/read.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <utility>

#include "messages/reading_sentences.h"
#include "model/error.h"
#include "read/bytes.h"
#include "read/plain_text/charset.h"
#include "read/file_type.h"
#include "read/office/libre_office.h"
#include "read/office/office.h"
#include "read/sha256.h"
#include "read/pdf/pdf.h"
#include "read/plain_text/plain_text.h"
#include "text/utf8.h"

namespace mingxi::read {

using messages::ReadingSentence;
using messages::said;

namespace {

// A glyph takes 64 bytes of memory, up to one for each byte of text; a disclosure's text has less
// than 1 MiB.
constexpr std::size_t kMaxTextBytes = std::size_t{64} << 20;

Error not_readable(const Contents& contents, const std::string& path, const std::string& where) {
  const messages::Said type = said(*contents.name);
  if (is_named_pdf(path))
    return {ErrorKind::kNotPdf, where, said(ReadingSentence::kPdfIsOther, {{"type", type}})};
  return {ErrorKind::kUnsupported, where, said(ReadingSentence::kTypeNotRead, {{"type", type}})};
}

Document read_text(std::string_view bytes, const std::string& path, const std::string& where) {
  if (is_named_pdf(path))
    throw Error(ErrorKind::kNotPdf, where, said(ReadingSentence::kPdfIsNoPdf));
  if (bytes.size() > kMaxTextBytes)
    throw Error(ErrorKind::kTooLarge, where, said(ReadingSentence::kTextTooLarge));
  const std::optional<Utf8Text> text = Utf8Text::of(bytes);
  if (!text) throw Error(ErrorKind::kNoText, where, said(ReadingSentence::kNeitherPdfNorText));
  Document document;
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

bool is_converted(const std::string& path) {
  std::array<char, 128> head{};
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(path, ignored)) return false;
  std::ifstream file(path, std::ios::binary);
  file.read(head.data(), head.size());
  return begins_as_converted({head.data(), static_cast<std::size_t>(file.gcount())});
}

std::string converted(std::string_view bytes, const std::string& path) {
  if (!begins_as_converted(bytes)) return {};
  const Contents contents = contents_of(bytes);
  if (contents.type != ContentType::kConverted) return {};
  return converted_file(bytes, contents, text::printable(path));
}

Document read(const std::string& path, const ReadOptions& options) {
  return read_contents(read_bytes(path, text::printable(path)), path, options);
}

Document read_contents(const std::string& bytes, const std::string& path,
                       const ReadOptions& options) {
  const std::string where = text::printable(path);
  const Contents contents = contents_of(bytes);
  if (contents.type == ContentType::kOther || (contents.name && is_named_pdf(path)))
    throw not_readable(contents, path, where);
  Document document;
  if (contents.type == ContentType::kPdf) {
    document = read_pdf(bytes, where, options);
  } else if (contents.type == ContentType::kPlain) {
    document = read_text(bytes, path, where);
  } else if (contents.type != ContentType::kImage) {
    document = read_office(bytes, contents, options.converted, where);
  }
  document.source.media_type = contents.media_type;
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

std::vector<Requirement> conversion_requirements() {
  const std::string program = libre_office_program();
  return {{.name = "libreoffice",
           .met = !program.empty(),
           .detail = program,
           .package = "libreoffice-writer libreoffice-calc"}};
}

void check_environment(const std::string& poppler_data) {
  for (const Requirement& requirement : reading_requirements(poppler_data)) {
    if (requirement.met) continue;
    throw Error(ErrorKind::kEnvironment, requirement.name,
                said(ReadingSentence::kRequirementMissing,
                     {{"detail", requirement.detail}, {"package", requirement.package}}));
  }
}

}  // namespace mingxi::read
