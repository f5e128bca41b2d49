#include "messages/sentence_entry.h"

namespace mingxi::messages {
namespace {

// Why a document was not read, or not all of it. In the order of ReadingSentence.
constexpr SentenceEntry<ReadingSentence> kSentences[] = {
    {ReadingSentence::kNoSuchFile, "文件不存在。请检查路径和文件名。",
     "There is no such file. Check the path and the name."},
    {ReadingSentence::kFileNotAllowed, "没有读取该文件的权限。请检查文件权限。",
     "The file may not be read. Check its permissions."},
    {ReadingSentence::kFileUnreadable, "文件无法读取（{reason}）。请检查磁盘和路径。",
     "The file cannot be read ({reason}). Check the disk and the path."},
    {ReadingSentence::kFileTooLarge, "文件超过512 MiB，不予读取。请拆分后再试。",
     "The file is larger than 512 MiB and is not read. Split it and try again."},
    {ReadingSentence::kIsFolder, "这是一个目录，不是文件。请给出目录中的文件。",
     "This is a directory, not a file. Give the files in it."},
    {ReadingSentence::kIsDevice, "这是管道或设备，不是普通文件。请给出普通文件。",
     "This is a pipe or a device, not a regular file. Give a regular file."},
    {ReadingSentence::kFileEmpty, "文件是空的（0字节）。请重新下载或重新获取该文件。",
     "The file is empty (0 bytes). Download it or ask for it again."},
    {ReadingSentence::kPdfCutOff, "PDF文件不完整，后面的部分缺失。请重新下载或重新获取该文件。",
     "The PDF is cut off: its end is missing. Download it or ask for it again."},
    {ReadingSentence::kPdfNeedsPassword, "PDF文件已加密，需要密码才能打开。请提供密码。",
     "The PDF is encrypted and needs a password to be opened. Give the password."},
    {ReadingSentence::kPdfOtherPassword, "密码不正确，无法打开该PDF文件。请核对密码。",
     "The password does not open this encrypted PDF. Check the password."},
    {ReadingSentence::kPdfDamaged, "PDF文件已损坏，无法打开。请重新下载，或用阅读器另存后再试。",
     "The PDF is damaged and cannot be opened. Download it again, or open it in a PDF reader and "
     "save it anew."},
    {ReadingSentence::kPagesNotShown, "无法打开为PDF，页面不能显示为图像。请确认文件没有被改动。",
     "It cannot be opened as a PDF, so its pages cannot be shown. Check that the file was not "
     "changed."},
    {ReadingSentence::kPdfIsOther,
     "文件名以.pdf结尾，内容却是{type}。请取得PDF原件，或用相应软件打开后另存为PDF。",
     "The name ends in .pdf, but the file is {type}. Get the PDF itself, or open the file with its "
     "own program and save it as PDF."},
    {ReadingSentence::kTypeNotRead,
     "这是{type}，不支持读取。请取得PDF原件，或用相应软件打开后另存为PDF。",
     "This is {type}, which is not read. Get the PDF itself, or open the file with its own program "
     "and save it as PDF."},
    {ReadingSentence::kPdfIsNoPdf,
     "文件名以.pdf结尾，但内容不是PDF（没有%PDF-"
     "文件头）。请重新下载，确认得到的是PDF原件；若是文本，请改用.txt文件名。",
     "The name ends in .pdf, but the file is no PDF (it has no %PDF- header). Download it again "
     "and make sure to get the PDF itself; name it .txt if it is text."},
    {ReadingSentence::kTextTooLarge, "文本文件超过64 MiB，不予读取。请拆分后再试。",
     "The text file is larger than 64 MiB and is not read. Split it and try again."},
    {ReadingSentence::kNeitherPdfNorText,
     "文件既不是PDF，也不是文本（UTF-8、UTF-16或GB18030）。请提供PDF或文本文件。",
     "The file is neither a PDF nor a text (UTF-8, UTF-16 or GB18030). Give a PDF or a text file."},
    {ReadingSentence::kRequirementMissing,
     "本机缺少运行所需的内容（{detail}）。请安装软件包{package}。",
     "Something needed to run is missing on this machine ({detail}). Install the package "
     "{package}."},
    {ReadingSentence::kFileNotRead, "文件无法读取。请检查磁盘和权限。",
     "The file cannot be read. Check the disk and its permissions."},
    {ReadingSentence::kNoSuchPage,
     "没有第 {asked} 页，这个文件共 {last} 页。请用 --page 1 到 {last}。",
     "there is no page {asked}; the file has {last}. Use --page 1 to {last}."},
    {ReadingSentence::kImageNotShown, "图片无法显示（{why}）。请用看图软件另存后再试。",
     "The image cannot be shown ({why}). Save it anew with an image viewer and try again."},
    {ReadingSentence::kInvisibleCharacters,
     "第 {pages} 页有 {count} 个看不见的字符（被裁切、遮挡或无墨色），没有读入。",
     "Page(s) {pages} hold {count} characters that cannot be seen (clipped, covered or without "
     "ink); they were not read."},
    {ReadingSentence::kScansNotRead, "第 {pages} 页是图像，未能识别：{reason}",
     "Page(s) {pages} are images and were not read: {reason}"},
    {ReadingSentence::kCpuLimit, "读取用时超过处理器时间上限，已停止。",
     "Reading took more processor time than is allowed and was stopped."},
    {ReadingSentence::kWallLimit, "读取用时超过时间上限，已停止。",
     "Reading took longer than is allowed and was stopped."},
    {ReadingSentence::kMemoryLimit, "读取所需内存超过上限，已停止。",
     "Reading needed more memory than is allowed and was stopped."},
    {ReadingSentence::kAnswerLimit, "读出的数据超过大小上限，没有保存。",
     "What was read is larger than is allowed and was not kept."},
    {ReadingSentence::kCrashed, "读取时程序出错中止，其他文件不受影响。",
     "The program broke down while reading it; other files are not affected."},
    {ReadingSentence::kRetryOrOpen, "可用 --retry 重试，或另行打开检查该文件。",
     "Try again with --retry, or open the file in another program to see."},
    {ReadingSentence::kMissing, "有 {count} 处没有读出：{reasons}", "{count} not read:{reasons}"},
    {ReadingSentence::kMissingAndMore, "有 {count} 处没有读出：{reasons}……",
     "{count} not read:{reasons} …"},
    {ReadingSentence::kCorrected,
     "{subject}：按复核意见由 {from} 更正为 {to}，核对按更正后的数进行。",
     "{subject}: corrected by the review from {from} to {to}; the checks were made with it."},
    {ReadingSentence::kReasonOfReview, "理由：{reason}", "Reason: {reason}"},
    {ReadingSentence::kCorrectionUnmatched, "复核意见更正的数（{key}）没有读到，未能更正。",
     "A figure that the review corrects ({key}) was not read; it could not be corrected."},
    {ReadingSentence::kReadOtherwise, "应为“{wanted}”，实际读出：{got}",
     "expected “{wanted}”, read: {got}"},
    {ReadingSentence::kPagesAreImages,
     "第 {pages} 页是图像，没有可读取的文字，页上的数字未能读取。",
     "Page(s) {pages} are images without readable text; their figures were not read."},
    {ReadingSentence::kPagesAreBlank, "第 {pages} 页只有图形或空白，没有可读取的文字。",
     "Page(s) {pages} hold a drawing or nothing; there is no text that can be read."},
    {ReadingSentence::kDoubtfulNumbers,
     "第 {page} 页是扫描件，有 {count} 个数字识别存疑，请对照原文。",
     "Page {page} is a scan; {count} of its numbers were read with doubts; please compare the "
     "original."},
    {ReadingSentence::kDoubtfulNumbersInPart,
     "第 {page} 页有识别的内容，其中 {count} 个数字识别存疑，请对照原文。",
     "Page {page} was read in part by OCR; {count} of its numbers were read with doubts; please "
     "compare the original."},
    {ReadingSentence::kReaderError, "读取 PDF 时出错：{message}。",
     "The PDF reader reported an error: {message}."},
    {ReadingSentence::kLanguagePackMissing, "文字需要缺少的语言包，请安装 poppler-data。",
     "The text needs a language pack that is missing: install poppler-data."},
    {ReadingSentence::kReaderNote, "读取 PDF 时的提示：{message}",
     "The PDF reader said: {message}"},
};

static_assert(in_order<ReadingSentence>(kSentences, ReadingSentence::kNoSuchFile,
                                        ReadingSentence::kReaderNote),
              "the table has each of its sentences once, in the order of ReadingSentence");

}  // namespace

std::span<const SentenceEntry<ReadingSentence>> sentences_of_reading() { return kSentences; }

}  // namespace mingxi::messages
