// Poppler opens the document; pages.cpp goes through its pages. Whatever Poppler complains of
// meanwhile is gathered (pdf_file.cpp).

#include "read/pdf/pdf.h"

#include <poppler/Catalog.h>
#include <poppler/ErrorCodes.h>
#include <poppler/FileSpec.h>
#include <poppler/PDFDoc.h>
#include <poppler/Page.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "messages/reading_sentences.h"
#include "model/error.h"
#include "model/traced_text.h"
#include "read/pdf/complaints.h"
#include "read/pdf/pages.h"
#include "read/pdf/pdf_device.h"
#include "read/pdf/pdf_file.h"
#include "read/pdf/watermarks.h"
#include "text/utf8.h"

namespace mingxi::read {

using messages::ReadingSentence;
using messages::said;

namespace {

// The title in the document's properties, if it is text: programs also leave GBK bytes there.
std::string title_of(PDFDoc& document) {
  const std::unique_ptr<GooString> raw = document.getDocInfoTitle();
  if (raw == nullptr) return {};
  const std::string& bytes = raw->toStr();
  const bool is_utf16 = bytes.starts_with("\xFE\xFF") || bytes.starts_with("\xFF\xFE");
  if (!is_utf16 && std::ranges::any_of(bytes, [](char c) { return (c & 0x80) != 0; }))
    return text::valid_utf8_prefix(bytes) == bytes.size() ? bytes : std::string();
  std::string title;
  for (const char32_t c : decoded(*raw)) {
    if (c == 0xFEFF) continue;
    if (c < U' ' || c == 0xFFFD || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) return {};
    append_utf8(title, c);
  }
  return title;
}

std::string name_of(const std::unique_ptr<FileSpec>& file) {
  const GooString* name = file != nullptr && file->isOk() ? file->getFileName() : nullptr;
  std::string result;
  if (name == nullptr) return result;
  for (const char32_t c : decoded(*name))
    if (c >= U' ' && c != 0xFFFD && c <= 0x10FFFF && (c < 0xD800 || c >= 0xE000))
      append_utf8(result, c);
  return result;
}

// Every PDF ends in %%EOF; some programs leave a little rubbish after it.
bool is_cut_off(std::string_view bytes) {
  constexpr std::size_t kTail = 2048;
  return bytes.substr(bytes.size() - std::min(kTail, bytes.size())).find("%%EOF") ==
         std::string_view::npos;
}

Error truncated(const std::string& where) {
  return {ErrorKind::kTruncated, where, said(ReadingSentence::kPdfCutOff)};
}

Error unusable(PDFDoc& document, std::string_view bytes, const std::string& where,
               const ReadOptions& options) {
  if (document.getErrorCode() == errEncrypted) {
    if (options.password.empty())
      return {ErrorKind::kEncrypted, where, said(ReadingSentence::kPdfNeedsPassword)};
    return {ErrorKind::kEncrypted, where, said(ReadingSentence::kPdfOtherPassword)};
  }
  if (is_cut_off(bytes)) return truncated(where);
  return {ErrorKind::kCorrupt, where, said(ReadingSentence::kPdfDamaged)};
}

// Whether pages of a file without an end went missing with it.
bool has_lost_pages(PDFDoc& document) {
  for (int number = 1; number <= document.getNumPages(); ++number) {
    ::Page* page = document.getPage(number);
    if (page == nullptr || page->getContents().isNull()) return true;
  }
  return false;
}

// Nothing where ours met a complaint on its way: then Poppler reads the document from the start.
std::optional<Document> read_with(Interpreter interpreter, std::string_view bytes,
                                  const std::string& where, const ReadOptions& options,
                                  std::vector<DeclinedPage>& declined) {
  Messages messages;
  const Listening listening(messages);

  bool is_rebuilt = false;
  const std::unique_ptr<PDFDoc> file = opened_pdf(bytes, options, [&] { is_rebuilt = true; });
  PDFDoc& pdf = *file;
  if (!pdf.isOk() || pdf.getNumPages() < 1) throw unusable(pdf, bytes, where, options);
  if (is_cut_off(bytes) && is_rebuilt && has_lost_pages(pdf)) throw truncated(where);

  Document document;
  document.title = title_of(pdf);
  if (interpreter == Interpreter::kOurs && messages.has_error()) return std::nullopt;
  ReadPages read = read_pages(pdf, interpreter, messages);
  if (read.is_damaged) return std::nullopt;
  document.pages = std::move(read.pages);
  declined = std::move(read.declined);
  mark_watermarks(document.pages);
  Catalog* catalog = pdf.getCatalog();
  for (int i = 0; i < catalog->numEmbeddedFiles(); ++i)
    document.attachments.push_back(name_of(catalog->embeddedFile(i)));
  document.messages = std::move(messages).taken();
  return document;
}

}  // namespace

PdfReading read_pdf_by(Interpreter interpreter, std::string_view bytes, const std::string& where,
                       const ReadOptions& options) {
  PdfReading reading;
  std::optional<Document> document =
      read_with(interpreter, bytes, where, options, reading.declined);
  reading.is_by_poppler_alone = interpreter == Interpreter::kPoppler || !document;
  if (!document)
    document = read_with(Interpreter::kPoppler, bytes, where, options, reading.declined);
  if (document) reading.document = std::move(*document);
  return reading;
}

Document read_pdf(std::string_view bytes, const std::string& where, const ReadOptions& options) {
  return read_pdf_by(Interpreter::kOurs, bytes, where, options).document;
}

std::string poppler_version() { return POPPLER_VERSION; }

}  // namespace mingxi::read
