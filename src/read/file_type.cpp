#include "read/file_type.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "model/error.h"
#include "read/office/zip.h"

namespace mingxi::read {

using messages::ReadingSentence;

namespace {

using namespace std::string_view_literals;

struct Signature {
  std::string_view bytes;
  ReadingSentence name;
  std::string_view media_type = {};  // of what is read
  ContentType type = ContentType::kOther;
};

constexpr std::string_view kCompoundFile = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;
constexpr std::string_view kRtf = "{\\rtf"sv;
constexpr std::string_view kOpenDocument = "mimetypeapplication/vnd.oasis.opendocument."sv;
constexpr std::size_t kOpenDocumentAt = 30;  // bytes: the first part, stored as it is

constexpr std::array kSignatures{
    Signature{"%!PS"sv, ReadingSentence::kPostScript},
    Signature{"\x89PNG"sv, ReadingSentence::kPng, "image/png", ContentType::kImage},
    Signature{"\xFF\xD8\xFF"sv, ReadingSentence::kJpeg, "image/jpeg", ContentType::kImage},
    Signature{"GIF8"sv, ReadingSentence::kGif},
    Signature{"II*\0"sv, ReadingSentence::kTiff, "image/tiff", ContentType::kImage},
    Signature{"MM\0*"sv, ReadingSentence::kTiff, "image/tiff", ContentType::kImage},
    Signature{"Rar!\x1A\x07"sv, ReadingSentence::kRar},
    Signature{"7z\xBC\xAF\x27\x1C"sv, ReadingSentence::kSevenZip},
    Signature{"\x1F\x8B\x08"sv, ReadingSentence::kGzip},
};

// What makes a ZIP file a document of its kind: it has a part of this name.
constexpr std::array kZipParts{
    Signature{"word/document.xml"sv, ReadingSentence::kDocx,
              "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
              ContentType::kDocx},
    Signature{"xl/workbook.xml"sv, ReadingSentence::kXlsx,
              "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
              ContentType::kXlsx},
    Signature{"ppt/presentation.xml"sv, ReadingSentence::kPptx},
    Signature{"OFD.xml"sv, ReadingSentence::kOfd, "application/ofd", ContentType::kOfd},
};

Contents pdf() { return {.type = ContentType::kPdf, .media_type = "application/pdf"}; }

Contents contents_by(const Signature& signature) {
  return {.type = signature.type,
          .name = signature.name,
          .media_type = std::string(signature.media_type)};
}

/// What LibreOffice makes another kind of.
Contents converted(ReadingSentence name, std::string_view to, std::string_view media_type) {
  return {ContentType::kConverted, name, std::string(to), std::string(media_type)};
}

Contents other(ReadingSentence name) { return {.type = ContentType::kOther, .name = name}; }

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
    return converted(ReadingSentence::kOdt, "docx", "application/vnd.oasis.opendocument.text");
  if (kind.starts_with("spreadsheet"))
    return converted(ReadingSentence::kOds, "xlsx",
                     "application/vnd.oasis.opendocument.spreadsheet");
  return other(ReadingSentence::kOpenDocument);
}

/// An old Office file: the names of its streams, in UTF-16, say which.
Contents contents_of_compound_file(std::string_view bytes) {
  const auto has = [&](std::string_view name) {
    std::string wide;
    for (const char c : name) wide += {c, '\0'};
    return bytes.find(wide) != std::string_view::npos;
  };
  if (has("WordDocument"))
    return converted(ReadingSentence::kOldWord, "docx", "application/msword");
  if (has("Workbook") || has("Book"))
    return converted(ReadingSentence::kOldExcel, "xlsx", "application/vnd.ms-excel");
  return other(ReadingSentence::kOldOffice);
}

Contents contents_of_zip(std::string_view bytes) {
  try {
    const Zip zip(bytes, "");
    for (const Signature& part : kZipParts)
      if (zip.has(part.bytes)) return contents_by(part);
    if (bytes.substr(std::min(kOpenDocumentAt, bytes.size())).starts_with(kOpenDocument))
      return contents_of_open_document(bytes);
  } catch (const Error&) {
    return other(ReadingSentence::kDamagedZip);
  }
  return other(ReadingSentence::kZip);
}

}  // namespace

Contents contents_of(std::string_view bytes) {
  std::string_view start = bytes;
  if (start.starts_with("\xEF\xBB\xBF")) start.remove_prefix(3);
  start.remove_prefix(std::min(start.find_first_not_of(" \t\r\n"), start.size()));
  if (start.starts_with("%PDF-")) return pdf();
  if (is_html(start)) return {ContentType::kHtml, ReadingSentence::kWebPage, {}, "text/html"};
  if (bytes.starts_with("PK\x03\x04")) return contents_of_zip(bytes);
  if (bytes.starts_with(kCompoundFile)) return contents_of_compound_file(bytes);
  if (bytes.starts_with(kRtf)) return converted(ReadingSentence::kRtf, "docx", "application/rtf");
  for (const Signature& signature : kSignatures)
    if (bytes.starts_with(signature.bytes)) return contents_by(signature);
  if (bytes.starts_with("RIFF") && bytes.substr(0, 16).find("WEBP") != std::string_view::npos)
    return other(ReadingSentence::kWebp);
  if (start.starts_with("<?xml")) return other(ReadingSentence::kXml);
  // Some servers put lines of their own before the header.
  if (bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos) return pdf();
  return {.type = ContentType::kPlain, .media_type = "text/plain"};
}

bool begins_as_converted(std::string_view head) {
  return head.starts_with(kCompoundFile) || head.starts_with(kRtf) ||
         head.substr(std::min(kOpenDocumentAt, head.size())).starts_with(kOpenDocument);
}

}  // namespace mingxi::read
