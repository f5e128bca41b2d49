#include "messages/sentence_entry.h"

namespace mingxi::messages {
namespace {

// What a file is. In the order of ReadingSentence.
constexpr SentenceEntry<ReadingSentence> kSentences[] = {
    {ReadingSentence::kPostScript, "PostScript文件", "a PostScript file"},
    {ReadingSentence::kPng, "PNG图片", "a PNG image"},
    {ReadingSentence::kJpeg, "JPEG图片", "a JPEG image"},
    {ReadingSentence::kGif, "GIF图片", "a GIF image"},
    {ReadingSentence::kTiff, "TIFF图片", "a TIFF image"},
    {ReadingSentence::kWebp, "WebP图片", "a WebP image"},
    {ReadingSentence::kRar, "RAR压缩包", "a RAR archive"},
    {ReadingSentence::kSevenZip, "7z压缩包", "a 7z archive"},
    {ReadingSentence::kGzip, "gzip压缩包", "a gzip archive"},
    {ReadingSentence::kZip, "ZIP压缩包", "a ZIP archive"},
    {ReadingSentence::kDamagedZip, "已损坏的ZIP文件", "a damaged ZIP file"},
    {ReadingSentence::kDocx, "DOCX文档", "a DOCX document"},
    {ReadingSentence::kXlsx, "XLSX工作簿", "an XLSX workbook"},
    {ReadingSentence::kPptx, "PPTX演示文稿", "a PPTX presentation"},
    {ReadingSentence::kOfd, "OFD版式文件", "an OFD document"},
    {ReadingSentence::kOdt, "ODT文档", "an ODT document"},
    {ReadingSentence::kOds, "ODS工作簿", "an ODS workbook"},
    {ReadingSentence::kOpenDocument, "OpenDocument文件", "an OpenDocument file"},
    {ReadingSentence::kOldWord, "旧版Word文档（DOC或WPS）", "an old Word document (DOC or WPS)"},
    {ReadingSentence::kOldExcel, "旧版Excel工作簿（XLS或ET）", "an old Excel workbook (XLS or ET)"},
    {ReadingSentence::kOldOffice, "旧版Office文件", "an old Office file"},
    {ReadingSentence::kRtf, "RTF文档", "an RTF document"},
    {ReadingSentence::kWebPage, "网页（HTML）", "a web page (HTML)"},
    {ReadingSentence::kXml, "XML文件", "an XML file"},
};

static_assert(in_order<ReadingSentence>(kSentences, ReadingSentence::kPostScript,
                                        ReadingSentence::kXml),
              "the table has each of its sentences once, in the order of ReadingSentence");

}  // namespace

std::span<const SentenceEntry<ReadingSentence>> sentences_of_kinds() { return kSentences; }

}  // namespace mingxi::messages
