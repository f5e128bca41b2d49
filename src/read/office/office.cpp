#include "read/office/office.h"

#include <utility>

#include "model/error.h"
#include "read/office/docx/docx.h"
#include "read/office/flow/set_flow.h"
#include "read/office/html/html.h"
#include "read/office/libre_office.h"
#include "read/office/ofd/ofd.h"
#include "read/office/xlsx/xlsx.h"
#include "read/plain_text/charset.h"

namespace mingxi::read {
namespace {

Flow flow_of_html(std::string_view bytes, const std::string& where) {
  const std::optional<Utf8Text> text = Utf8Text::of(bytes);
  if (!text)
    throw Error(ErrorKind::kNoText, where,
                "网页的文字编码无法识别（不是UTF-8、UTF-16或GB18030）。请用浏览器打开后另存再试。",
                "The encoding of the web page is not known (it is neither UTF-8, UTF-16 nor "
                "GB18030). Open it in a browser and save it anew.");
  Flow flow = read_html(text->utf8());
  if (!flow.is_whole)
    throw Error(ErrorKind::kTooLarge, where,
                "网页过大，或层层嵌套过深，不予读取。请用浏览器打开后另存为PDF再试。",
                "The web page is too large or nested too deeply and is not read. Open it in a "
                "browser and save it as PDF.");
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
