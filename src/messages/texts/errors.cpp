#include "messages/texts/text_entry.h"

namespace mingxi::messages {
namespace {

// What is wrong with a command line, or with where it writes. In the order of Text.
constexpr TextEntry kErrorTexts[] = {
    {Text::kHint, "用法见 {1} --help。", "See {1} --help --lang en."},
    {Text::kUnknownOption, "不认识的选项 {1}。", "Unknown option {1}."},
    {Text::kUnexpectedArgument, "多余的参数 {1}。", "Unexpected argument {1}."},
    {Text::kUnknownCommand, "没有 {1} 这个命令。", "There is no command {1}."},
    {Text::kFileIsNoCommand, "{1} 是文件，不是命令。读取它请运行 mingxi extract {1}。",
     "{1} is a file, not a command. To read it run mingxi extract {1}."},
    {Text::kMissingCommand, "缺少命令。", "A command is missing."},
    {Text::kMissingArgument, "缺少 {1}。", "{1} is missing."},
    {Text::kMissingValue, "{1} 后面缺少值。", "{1} needs a value."},
    {Text::kBadUsage, "参数有误。", "The arguments cannot be understood."},
    {Text::kBadLanguage, "--lang 只能是 zh 或 en，不能是 {1}。", "--lang is zh or en, not {1}."},
    {Text::kBadOcr, "--ocr 只能是 auto、always 或 never，不能是 {1}。",
     "--ocr is auto, always or never, not {1}."},
    {Text::kBadPage, "--page 应当是从 1 开始的页码，不能是 {1}。",
     "--page is a page number from 1, not {1}."},
    {Text::kBadFormat, "--format 只能是 text、json 或 csv，不能是 {1}。",
     "--format is text, json or csv, not {1}."},
    {Text::kBadFailOn, "--fail-on 只能是 error、warning 或 never，不能是 {1}。",
     "--fail-on is error, warning or never, not {1}."},
    {Text::kNothingChecked,
     "这份文件里没有能核对的数字，--fail-on 不能放行。请换用带文字的 PDF，或用 mingxi doctor "
     "检查扫描件识别。",
     "Nothing in this document could be checked, so --fail-on does not let it pass. Use a PDF with "
     "text, or see mingxi doctor for reading scans."},
    {Text::kBadTablesOutput, "-o 后的名称应以 .xlsx、.csv 或 .html 结尾，{1} 不是。",
     "The name after -o must end in .xlsx, .csv or .html; {1} does not."},
    {Text::kBadReportOutput, "-o 应当是 X.html 或 X.docx，不能是 {1}。",
     "-o is X.html or X.docx, not {1}."},
    {Text::kBadShell, "应当是 bash、zsh 或 fish，不能是 {1}。",
     "It is bash, zsh or fish, not {1}."},
    {Text::kPerhaps, "是不是 {1}？", "Did you mean {1}?"},
    {Text::kBadSvgOutput, "--svg 后的名称应以 .svg 结尾，{1} 不是。",
     "The name after --svg must end in .svg; {1} does not."},
    {Text::kBadReviewOutput, "-o 后的名称应以 .html 结尾，{1} 不是。",
     "The name after -o must end in .html; {1} does not."},
    {Text::kBadCsvBom, "--csv-bom 只用于 -o X.csv。", "--csv-bom goes with -o X.csv only."},
    {Text::kBadAuditBom, "--csv-bom 只用于 --format csv。",
     "--csv-bom goes with --format csv only."},
    {Text::kBadJobs, "--jobs 应当是 1 到 1000 的整数，不能是 {1}。",
     "--jobs is a number from 1 to 1000, not {1}."},
    {Text::kBadShard, "--shard 应当写作 I/N，I 从 1 到 N，不能是 {1}。",
     "--shard is I/N with I from 1 to N, not {1}."},
    {Text::kBadCreated, "--created 应当写作 2026-03-01 或 2026-03-01T08:00:00Z，不能是 {1}。",
     "--created is a date as 2026-03-01 or 2026-03-01T08:00:00Z, not {1}."},
    {Text::kBadLicence, "--licence 应当是标识（字母、数字、点、横线）或网址，不能是 {1}。",
     "--licence is an identifier (letters, digits, points, dashes) or an address, not {1}."},
    {Text::kManifestColumn,
     "清单的列应当是 path, publisher, year, kind, url, retrieved_at, belongs_with 中的，且要有 "
     "path；有问题的是 {1}。",
     "The columns of a manifest are path, publisher, year, kind, url, retrieved_at and "
     "belongs_with, and path must be there; look at {1}."},
    {Text::kManifestYear, "清单中的 year 应当是四位数的年份，不能是 {1}。",
     "A year in a manifest has four digits, not {1}."},
    {Text::kManifestKind,
     "清单中的 kind 应当是 budget、final_account、other 或 unknown，不能是 {1}。",
     "A kind in a manifest is budget, final_account, other or unknown, not {1}."},
    {Text::kReportNoDataset,
     "这里没有数据集（dataset.sqlite）。请给出一份文件，或 mingxi build 做成的目录。",
     "There is no dataset here (dataset.sqlite). Name a document, or a folder made by mingxi "
     "build."},
    {Text::kReportWhichBody, "数据集里有几个单位（如 {1}），请用 --body 指定。",
     "The dataset has several bodies (such as {1}): name one with --body."},
    {Text::kReportNoBody, "数据集里没有单位 {1}。请核对名称（documents.csv 的 publisher）。",
     "The dataset has no body {1}. Check its name (publisher in documents.csv)."},
    {Text::kReportNoOffice,
     "没有做成 .docx：需要 LibreOffice（apt-get install libreoffice-writer）。也可以改写 "
     ".html，再用文字处理软件打开。",
     "No .docx was made: it needs LibreOffice (apt-get install libreoffice-writer). Or write .html "
     "and open it in a word processor."},
    {Text::kServeAlone, "--serve 不能与文件、-o、--decisions 一起用。",
     "--serve goes without files, -o and --decisions."},
    {Text::kBadPort, "--port 应当是 1 至 65535 的数，不能是 {1}。",
     "--port is a number from 1 to 65535, not {1}."},
    {Text::kNothingReviewed, "没有一份文件能读，网页没有写出。",
     "None of the documents could be read; no page was written."},
    {Text::kOutputFailed,
     "无法写入标准输出：{1}。输出不完整，请检查磁盘空间或接收输出的程序后重试。",
     "Standard output cannot be written: {1}. The output is incomplete; check the disk space or "
     "the program that takes the output, then try again."},
    {Text::kReaderGone, "接收输出的程序先结束了，输出没有写完。",
     "The program that takes the output has ended; the output is incomplete."},
    {Text::kOutputIsInput, "这正是要读取的文件，写在这里会毁掉它。请换一个名称。",
     "This is a file that is to be read, and writing here would destroy it. Choose another name."},
    {Text::kStandardOutputIsInput, "标准输出正是要读取的文件，写入会毁掉它。请换一个名称。",
     "Standard output is a file that is to be read, and writing would destroy it. Choose another "
     "name."},
    {Text::kOutputIsForeign, "这里已有一个不是 mingxi 写的文件，不会覆盖它。请删除它或换一个名称。",
     "There is a file here that mingxi did not write, and it is not overwritten. Remove it or "
     "choose another name."},
    {Text::kOutputIsFolder, "已有同名的目录。请换一个名称。",
     "There is a folder of this name. Choose another name."},
    {Text::kOutputIsDevice, "这是管道或设备，不是普通文件。请换一个名称。",
     "This is a pipe or a device, not a regular file. Choose another name."},
    {Text::kOutputFolderIsTaken,
     "要在这里新建目录，但已有同名的文件，或目录里有不是 mingxi 写的东西。请删除它或换一个名称。",
     "A folder is to be made here, but there is a file, or a folder with something that mingxi did "
     "not write. Remove it or choose another name."},
    {Text::kDatasetFolderIsTaken,
     "输出目录里有别的文件（{1}），不是 mingxi 的数据集。请换一个空目录或新目录。",
     "The output folder holds other files ({1}) and is no dataset of mingxi. Name an empty or a "
     "new folder."},
    {Text::kInputInDataset, "要读取的文件 {1} 在输出目录里，写数据集会毁掉它。请换一个输出目录。",
     "{1}, which is to be read, is in the output folder, and writing the dataset could destroy it. "
     "Choose another output folder."},
    {Text::kDatasetIsMerged, "它是要合并的数据集之一，不能同时是输出目录。请换一个输出目录。",
     "It is one of the datasets to be joined and cannot be the output folder too. Choose another "
     "output folder."},
    {Text::kNoStandardInput, "标准输入没有打开，读不到路径清单。请用 < 或管道给出。",
     "Standard input is not open, and no list of paths can be read. Give one with < or a pipe."},
    {Text::kInterrupted, "已中断，没有写出任何文件。", "Interrupted; no file was written."},
    {Text::kBuildInterrupted, "已中断。已读完的结果保留在 {1}，再次运行同一条命令即可接着做。",
     "Interrupted. What was read is kept in {1}; run the same command again to go on."},
    {Text::kFileChanged, "文件在读取过程中被改动。请等它写完后重新运行。",
     "The file changed while it was read. Run again when it is complete."},
    {Text::kTryWithoutLimits, "如果这是可信的文件，可加 --no-limits 再试。",
     "If you trust the file, try again with --no-limits."},
    {Text::kOutOfMemory, "内存不足。请关闭其他程序或换一台内存更大的机器后重试。",
     "Out of memory. Close other programs or use a machine with more memory, then try again."},
    {Text::kUnforeseen, "意外错误：{1}。请把该文件和这条信息一起报告给开发者。",
     "Unforeseen error: {1}. Please report it together with the file."},
};

static_assert(in_order(kErrorTexts, Text::kHint, Text::kUnforeseen),
              "the table has each of its texts once, in the order of Text");

}  // namespace

std::span<const TextEntry> error_texts() { return kErrorTexts; }

}  // namespace mingxi::messages
