#include "messages/sentence_entry.h"

namespace mingxi::messages {
namespace {

// Why an office file or an image was not read. In the order of ReadingSentence.
constexpr SentenceEntry<ReadingSentence> kSentences[] = {
    {ReadingSentence::kFileDamaged, "文件已损坏，无法解开。请重新下载或重新获取该文件。",
     "The file is damaged and cannot be unpacked. Download it again or ask for it again."},
    {ReadingSentence::kUnpackedTooLarge,
     "文件解开后过大（单个部分超过64 MiB、合计超过256 MiB或部分过多），不予读取。请拆分后再试。",
     "The file is too large when unpacked (a part of more than 64 MiB, 256 MiB in all, or too many "
     "parts) and is not read. Split it and try again."},
    {ReadingSentence::kFileEncrypted, "文件已加密，不予读取。请用相应软件取消加密后再试。",
     "The file is encrypted and is not read. Remove the encryption with its own program and try "
     "again."},
    {ReadingSentence::kXmlBroken,
     "文件已损坏：其中的XML不完整或不合规范。请重新下载，或用原软件另存后再试。",
     "The file is damaged: XML in it is incomplete or not well-formed. Download it again, or save "
     "it anew with its own program."},
    {ReadingSentence::kPartMissing,
     "文件不完整，缺少其中的{part}。请重新下载，或用原软件另存后再试。",
     "The file is incomplete: its part {part} is missing. Download it again, or save it anew with "
     "its own program."},
    {ReadingSentence::kSheetTooLarge, "工作表的单元格超过30万个，不予读取。请拆分后再试。",
     "A sheet has more than 300,000 cells and is not read. Split it and try again."},
    {ReadingSentence::kOfdWithoutPages, "OFD文件中没有页面。请重新下载或重新获取该文件。",
     "The OFD file has no pages. Download it again or ask for it again."},
    {ReadingSentence::kOfdTooComplex, "OFD文件的一页过于复杂，不予读取。请拆分后再试。",
     "A page of the OFD file is too complex and is not read. Split it and try again."},
    {ReadingSentence::kWebPageEncoding,
     "网页的文字编码无法识别（不是UTF-8、UTF-16或GB18030）。请用浏览器打开后另存再试。",
     "The encoding of the web page is not known (it is neither UTF-8, UTF-16 nor GB18030). Open it "
     "in a browser and save it anew."},
    {ReadingSentence::kWebPageTooLarge,
     "网页过大，或层层嵌套过深，不予读取。请用浏览器打开后另存为PDF再试。",
     "The web page is too large or nested too deeply and is not read. Open it in a browser and "
     "save it as PDF."},
    {ReadingSentence::kLibreOfficeMissing,
     "读取这种旧版办公文件需要LibreOffice。请安装软件包{package}，或另存为{kind}或PDF。",
     "Reading this kind of office file takes LibreOffice. Install the package {package}, or save "
     "the file as {kind} or PDF."},
    {ReadingSentence::kLibreOfficeFails,
     "LibreOffice打不开该文件。请用原软件另存为DOCX、XLSX或PDF后再试。",
     "LibreOffice cannot open the file. Save it as DOCX, XLSX or PDF with its own program and try "
     "again."},
    {ReadingSentence::kImageWithoutOcr,
     "这是图片，不识别文字就无法读取。请去掉--ocr never，或提供PDF原件。",
     "This is an image, which is not read without OCR. Leave out --ocr never, or give the PDF "
     "itself."},
    {ReadingSentence::kImageUnreadable, "图片无法读取（{reason}）。请用看图软件另存后再试。",
     "The image cannot be read ({reason}). Save it anew with an image viewer and try again."},
    {ReadingSentence::kOcrNeeds, "缺少文字识别所需的{name}，请安装软件包{package}。",
     "{name} is missing; install the package {package}."},
    {ReadingSentence::kOcrTooLong, "全文识别已用去300秒，其余页不再识别。",
     "OCR took 300 seconds for the document; its other pages are left out."},
    {ReadingSentence::kOcrStopped, "识别所需时间或内存超过上限，已停止。",
     "OCR took more time or memory than is allowed and was stopped."},
    {ReadingSentence::kOcrFailed, "识别出错（{reason}）。", "OCR failed ({reason})."},
};

static_assert(in_order<ReadingSentence>(kSentences, ReadingSentence::kFileDamaged,
                                        ReadingSentence::kOcrFailed),
              "the table has each of its sentences once, in the order of ReadingSentence");

}  // namespace

std::span<const SentenceEntry<ReadingSentence>> sentences_of_office() { return kSentences; }

}  // namespace mingxi::messages
