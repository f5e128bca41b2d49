#include "read/office/office.h"

#include <utility>

#include "messages/reading_sentences.h"
#include "model/error.h"
#include "read/office/docx/docx.h"
#include "read/office/flow/set_flow.h"
#include "read/office/html/html.h"
#include "read/office/libre_office.h"
#include "read/office/ofd/ofd.h"
#include "read/office/xlsx/xlsx.h"
#include "read/plain_text/charset.h"

namespace mingxi::read {

using messages::ReadingSentence;
using messages::said;

namespace {

Flow flow_of_html(std::string_view bytes, const std::string& where) {
  const std::optional<Utf8Text> text = Utf8Text::of(bytes);
  if (!text) throw Error(ErrorKind::kNoText, where, said(ReadingSentence::kWebPageEncoding));
  Flow flow = read_html(text->utf8());
  if (!flow.is_whole)
    throw Error(ErrorKind::kTooLarge, where, said(ReadingSentence::kWebPageTooLarge));
  return flow;
}

Document document_of(Flow flow) {
  Document document;
  document.pages = set_flow(flow.blocks);
  document.hidden = std::move(flow.hidden);
  document.title = std::move(flow.title);
  return document;
}

Document read_converted(const std::string& bytes, std::string_view kind, const std::string& where) {
  return document_of(kind == "docx" ? read_docx(bytes, where) : read_xlsx(bytes, where));
}

}  // namespace

Document read_office(std::string_view bytes, const Contents& contents, const std::string& converted,
                     const std::string& where) {
  switch (contents.type) {
    case ContentType::kDocx:
      return document_of(read_docx(bytes, where));
    case ContentType::kXlsx:
      return document_of(read_xlsx(bytes, where));
    case ContentType::kOfd:
      return read_ofd(bytes, where);
    case ContentType::kConverted:
      return read_converted(converted.empty() ? converted_file(bytes, contents, where) : converted,
                            contents.converted_to, where);
    default:
      return document_of(flow_of_html(bytes, where));
  }
}

}  // namespace mingxi::read
