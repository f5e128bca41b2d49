#include "read/file_type.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "model/error.h"
#include "read/office/zip.h"

namespace mingxi::read {
namespace {

using namespace std::string_view_literals;

struct Signature {
  std::string_view bytes;
  std::string_view english;
  std::string_view chinese;
  std::string_view media_type = {};  // of what is read
  ContentType type = ContentType::kOther;
};

constexpr std::string_view kCompoundFile = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;
constexpr std::string_view kRtf = "{\\rtf"sv;
constexpr std::string_view kOpenDocument = "mimetypeapplication/vnd.oasis.opendocument."sv;
constexpr std::size_t kOpenDocumentAt = 30;  // bytes: the first part, stored as it is

constexpr std::array kSignatures{
    Signature{"%!PS"sv, "a PostScript file", "PostScript文件"},
    Signature{"\x89PNG"sv, "a PNG image", "PNG图片", "image/png", ContentType::kImage},
    Signature{"\xFF\xD8\xFF"sv, "a JPEG image", "JPEG图片", "image/jpeg", ContentType::kImage},
    Signature{"GIF8"sv, "a GIF image", "GIF图片"},
    Signature{"II*\0"sv, "a TIFF image", "TIFF图片", "image/tiff", ContentType::kImage},
    Signature{"MM\0*"sv, "a TIFF image", "TIFF图片", "image/tiff", ContentType::kImage},
    Signature{"Rar!\x1A\x07"sv, "a RAR archive", "RAR压缩包"},
    Signature{"7z\xBC\xAF\x27\x1C"sv, "a 7z archive", "7z压缩包"},
    Signature{"\x1F\x8B\x08"sv, "a gzip archive", "gzip压缩包"},
};

// What makes a ZIP file a document of its kind: it has a part of this name.
constexpr std::array kZipParts{
    Signature{"word/document.xml"sv, "a DOCX document", "DOCX文档",
              "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
              ContentType::kDocx},
    Signature{"xl/workbook.xml"sv, "an XLSX workbook", "XLSX工作簿",
              "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
              ContentType::kXlsx},
    Signature{"ppt/presentation.xml"sv, "a PPTX presentation", "PPTX演示文稿"},
    Signature{"OFD.xml"sv, "an OFD document", "OFD版式文件", "application/ofd", ContentType::kOfd},
};

Contents pdf() { return {ContentType::kPdf, {}, {}, {}, "application/pdf"}; }

Contents contents_by(const Signature& signature) {
  return {signature.type,
          std::string(signature.english),
          std::string(signature.chinese),
          {},
          std::string(signature.media_type)};
}

/// What LibreOffice makes another kind of.
Contents converted(std::string_view english, std::string_view chinese, std::string_view to,
                   std::string_view media_type) {
  return {ContentType::kConverted, std::string(english), std::string(chinese), std::string(to),
          std::string(media_type)};
}

Contents other(std::string_view english, std::string_view chinese) {
  return {ContentType::kOther, std::string(english), std::string(chinese)};
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return lower;
}

bool is_html(std::string_view start) {
  const std::string lower = lower_case(start.substr(0, 1024));
  if (!lower.starts_with('<')) return false;
  return std::ranges::any_of(
      std::array{"<!doctype html"sv, "<html"sv, "<head"sv, "<script"sv, "<body"sv, "<meta"sv,
                 "<title"sv},
      [&](std::string_view tag) { return lower.find(tag) != std::string::npos; });
}

Contents contents_of_open_document(std::string_view bytes) {
  const std::string_view kind = bytes.substr(kOpenDocumentAt + kOpenDocument.size());
  if (kind.starts_with("text"))
    return converted("an ODT document", "ODT文档", "docx",
                     "application/vnd.oasis.opendocument.text");
  if (kind.starts_with("spreadsheet"))
    return converted("an ODS workbook", "ODS工作簿", "xlsx",
                     "application/vnd.oasis.opendocument.spreadsheet");
  return other("an OpenDocument file", "OpenDocument文件");
}

/// An old Office file: the names of its streams, in UTF-16, say which.
Contents contents_of_compound_file(std::string_view bytes) {
  const auto has = [&](std::string_view name) {
    std::string wide;
    for (const char c : name) wide += {c, '\0'};
    return bytes.find(wide) != std::string_view::npos;
  };
  if (has("WordDocument"))
    return converted("an old Word document (DOC or WPS)", "旧版Word文档（DOC或WPS）", "docx",
                     "application/msword");
  if (has("Workbook") || has("Book"))
    return converted("an old Excel workbook (XLS or ET)", "旧版Excel工作簿（XLS或ET）", "xlsx",
                     "application/vnd.ms-excel");
  return other("an old Office file", "旧版Office文件");
}

Contents contents_of_zip(std::string_view bytes) {
  try {
    const Zip zip(bytes, "");
    for (const Signature& part : kZipParts)
      if (zip.has(part.bytes)) return contents_by(part);
    if (bytes.substr(std::min(kOpenDocumentAt, bytes.size())).starts_with(kOpenDocument))
      return contents_of_open_document(bytes);
  } catch (const Error&) {
    return other("a damaged ZIP file", "已损坏的ZIP文件");
  }
  return other("a ZIP archive", "ZIP压缩包");
}

}  // namespace

Contents contents_of(std::string_view bytes) {
  std::string_view start = bytes;
  if (start.starts_with("\xEF\xBB\xBF")) start.remove_prefix(3);
  start.remove_prefix(std::min(start.find_first_not_of(" \t\r\n"), start.size()));
  if (start.starts_with("%PDF-")) return pdf();
  if (is_html(start))
    return {ContentType::kHtml, "a web page (HTML)", "网页（HTML）", {}, "text/html"};
  if (bytes.starts_with("PK\x03\x04")) return contents_of_zip(bytes);
  if (bytes.starts_with(kCompoundFile)) return contents_of_compound_file(bytes);
  if (bytes.starts_with(kRtf))
    return converted("an RTF document", "RTF文档", "docx", "application/rtf");
  for (const Signature& signature : kSignatures)
    if (bytes.starts_with(signature.bytes)) return contents_by(signature);
  if (bytes.starts_with("RIFF") && bytes.substr(0, 16).find("WEBP") != std::string_view::npos)
    return other("a WebP image", "WebP图片");
  if (start.starts_with("<?xml")) return other("an XML file", "XML文件");
  // Some servers put lines of their own before the header.
  if (bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos) return pdf();
  return {ContentType::kPlain, {}, {}, {}, "text/plain"};
}

bool begins_as_converted(std::string_view head) {
  return head.starts_with(kCompoundFile) || head.starts_with(kRtf) ||
         head.substr(std::min(kOpenDocumentAt, head.size())).starts_with(kOpenDocument);
}

}  // namespace mingxi::read
