#include "messages/texts.h"

#include <cassert>
#include <iterator>

#include "messages/text_entry.h"

namespace mingxi::messages {
namespace {

// In the order of Text.
constexpr TextEntry kEntries[] = {
    {Text::kAbout, "明细：把公开的部门预算、决算文件变成可追溯的数据。",
     "mingxi turns published Chinese budget disclosures into data that can be traced to the page."},
    {Text::kExtract, "读取一份文件，把其中的数据写成 JSON",
     "Read one document and write its data as JSON"},
    {Text::kAudit, "核对文件里的数字，列出不一致和需要留意的地方",
     "Check the figures of documents and list what needs a look"},
    {Text::kTables, "取出文件中的表格，存为 Excel、CSV 或网页",
     "Take the tables out of a document, as Excel, CSV or a web page"},
    {Text::kExplain, "逐行说明某一页的哪个数由哪条规则读出",
     "Show line by line which rule read what on a page"},
    {Text::kPatterns, "检查读数规则", "Work with the rules that read the figures"},
    {Text::kPatternsCheck, "运行规则所附的全部正例和反例",
     "Run every example and counterexample of the rules"},
    {Text::kDoctor, "检查运行所需的软件是否齐全", "Check that what the program needs is installed"},
    {Text::kBuild, "把许多文件做成数据集（CSV、SQLite、JSON Lines）",
     "Make a dataset of many documents (CSV, SQLite, JSON Lines)"},
    {Text::kValidate, "检查数据集是否完整、未被改动",
     "Check that a dataset is whole and unchanged"},
    {Text::kMerge, "把几个数据集合并成一个", "Join datasets into one"},
    {Text::kWorker, "从标准输入逐行读路径，逐行输出 JSON（供分布式引擎调用）",
     "Read a path a line, write a JSON a line (for distributed engines)"},
    {Text::kReview, "做一个网页：左边是页面，右边是读到的数字和发现的问题",
     "Make a web page: the pages on the left, figures and findings on the right"},
    {Text::kUsage, "用法", "Usage"},
    {Text::kOptions, "选项", "Options"},
    {Text::kOptionsMark, "选项", "OPTIONS"},
    {Text::kArguments, "参数", "Arguments"},
    {Text::kCommands, "命令", "Commands"},
    {Text::kCommandMark, "命令", "COMMAND"},
    {Text::kHelpOption, "显示帮助后退出", "Show this help and exit"},
    {Text::kVersionOption, "显示版本后退出", "Show the version and exit"},
    {Text::kPatternsOption, "改用该目录中的规则（缺省：$MINGXI_PATTERNS，否则为内置规则）",
     "Use the rules in this folder (default: $MINGXI_PATTERNS, else those compiled in)"},
    {Text::kPasswordOption, "PDF 的打开密码", "Password that opens the PDF"},
    {Text::kLangOption, "提示和帮助的语言：zh 或 en（缺省 zh）",
     "Language of messages and help: zh or en (default zh)"},
    {Text::kOcrOption, "识别扫描页的文字：auto（没有文字的页）、always 或 never（缺省 auto）",
     "Read scanned pages by OCR: auto (pages without text), always or never (default auto)"},
    {Text::kQuietOption, "不显示提醒，只显示错误；audit 只显示汇总",
     "Say nothing but errors; of an audit only the summaries"},
    {Text::kFileArgument, "PDF、DOCX、XLSX、HTML、OFD、图片或文本文件；- 表示标准输入",
     "A PDF, DOCX, XLSX, HTML, OFD, image or text file; - is standard input"},
    {Text::kFilesArgument,
     "一份或多份文件（PDF、DOCX、XLSX、HTML、OFD、图片或文本）；- 表示标准输入",
     "Files (PDF, DOCX, XLSX, HTML, OFD, images or text); - is standard input"},
    {Text::kFormatOption, "输出格式（缺省 text，供人阅读）",
     "Form of the output (default text, for people)"},
    {Text::kFailOnOption, "有这一级或更重的问题时退出码为 1（缺省 error）",
     "Exit with 1 at findings this grave or graver (default error)"},
    {Text::kPageOption, "页码，从 1 开始", "Page number, from 1"},
    {Text::kSvgOption, "不逐行列出，而把这一页的文字、线条、单元格和表的类型画成图",
     "Draw text, lines, cells and kinds of tables of the page instead of listing its lines"},
    {Text::kTablesOutputOption, "写到 X.xlsx、X.csv（目录）或 X.html；不给则列出各表",
     "Write X.xlsx, X.csv (a folder) or X.html; without it the tables are listed"},
    {Text::kCsvBomOption, "CSV 文件以 BOM 开头，供 Excel 识别 UTF-8",
     "Begin CSV files with a byte order mark, by which Excel knows UTF-8"},
    {Text::kDirectoryArgument, "规则目录（缺省同 --patterns）",
     "Folder of rules (default as for --patterns)"},
    {Text::kInputsArgument,
     "文件、目录（读其中的 PDF 和图片）、带 * 的路径；- 表示从标准输入读取文件清单",
     "Files, folders (their PDF files and images), paths with *; - is a list on standard input"},
    {Text::kOutputOption, "数据集目录：新目录、空目录或已有的数据集（将被替换）",
     "Folder of the dataset: new, empty, or a dataset that is replaced"},
    {Text::kXlsxOption, "另写一个工作簿 dataset.xlsx", "Also write a workbook, dataset.xlsx"},
    {Text::kDatasetArgument, "数据集目录", "Folder of the dataset"},
    {Text::kDatasetsArgument, "要合并的数据集目录", "Folders of the datasets to join"},
    {Text::kJobsOption, "同时读取的进程数（缺省为处理器核数）",
     "Processes that read at the same time (default: the number of cores)"},
    {Text::kShardOption, "只做全部输入的第 I 份（共 N 份），之后用 merge 合并",
     "Only part I of N of the inputs, to be joined by merge"},
    {Text::kRetryOption, "重试以前超限、出错中止或没有读全的文件",
     "Try again what reached a limit, broke down or was not read whole before"},
    {Text::kNoSandboxOption, "不用文件沙箱（Landlock）读取", "Read without the sandbox (Landlock)"},
    {Text::kReviewOutputOption, "要写的网页，如 复核.html",
     "The web page to write, like review.html"},
    {Text::kDecisionsOption, "复核意见文件：误报不再列出，更正的数字重新核对",
     "Decisions of a review: false alarms are left out, corrected figures are checked anew"},
    {Text::kServeOption, "不写网页，而在本机打开 mingxi build 做成的数据集；意见保存在其中",
     "Instead of writing a page, open a dataset of mingxi build on this machine; decisions are "
     "kept in it"},
    {Text::kPortOption, "--serve 的端口（缺省由系统选）",
     "Port of --serve (default: the system chooses)"},
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
    {Text::kBadTablesOutput, "-o 后的名称应以 .xlsx、.csv 或 .html 结尾，{1} 不是。",
     "The name behind -o must end in .xlsx, .csv or .html; {1} does not."},
    {Text::kBadSvgOutput, "--svg 后的名称应以 .svg 结尾，{1} 不是。",
     "The name behind --svg must end in .svg; {1} does not."},
    {Text::kBadCsvBom, "--csv-bom 只用于 -o X.csv。", "--csv-bom goes with -o X.csv only."},
    {Text::kBadJobs, "--jobs 应当是 1 到 1000 的整数，不能是 {1}。",
     "--jobs is a number from 1 to 1000, not {1}."},
    {Text::kBadShard, "--shard 应当写作 I/N，I 从 1 到 N，不能是 {1}。",
     "--shard is I/N with I from 1 to N, not {1}."},
    {Text::kServeAlone, "--serve 不能与文件、-o、--decisions 一起用。",
     "--serve goes without files, -o and --decisions."},
    {Text::kBadPort, "--port 应当是 1 至 65535 的数，不能是 {1}。",
     "--port is a number from 1 to 65535, not {1}."},
    {Text::kNothingReviewed, "没有一份文件能读，网页没有写出。",
     "None of the documents could be read; no page was written."},
    {Text::kServing, "请在浏览器中打开 {1}（只有本机能访问；按 Ctrl-C 结束）。",
     "Open {1} in a browser (this machine only; end with Ctrl-C)."},
    {Text::kFailure, "mingxi: {1}：{2}", "mingxi: {1}: {2}"},
    {Text::kSentenceJoint, "", " "},
    {Text::kStandardInput, "标准输入", "standard input"},
    {Text::kOutputFailed,
     "无法写入标准输出：{1}。输出不完整，请检查磁盘空间或接收输出的程序后重试。",
     "Standard output cannot be written: {1}. The output is incomplete; check the disk space or "
     "the program that takes the output, then try again."},
    {Text::kOutOfMemory, "内存不足。请关闭其他程序或换一台内存更大的机器后重试。",
     "Out of memory. Close other programs or use a machine with more memory, then try again."},
    {Text::kUnforeseen, "意外错误：{1}。请把该文件和这条信息一起报告给开发者。",
     "Unforeseen error: {1}. Please report it together with the file."},
    {Text::kNoTextNote, "没有可读的文字（可能是扫描件），未读出任何数据。",
     "There is no text to read (perhaps a scan); no data was read."},
    {Text::kPartialNote, "部分内容没有读出，见 JSON 中的 findings。",
     "Some of it could not be read; see findings in the JSON."},
    {Text::kPartialTablesNote, "部分内容没有读出，表格可能不全。",
     "Some of it could not be read; tables may be missing."},
    {Text::kNoTablesNote, "没有找到有框线的表格。", "No ruled table was found."},
    {Text::kPageHead, "第 {1} 页", "Page {1}"},
    {Text::kPartProse, "正文", "prose"},
    {Text::kPartRuled, "表格", "ruled"},
    {Text::kPartRunningHead, "页眉页脚", "running head"},
    {Text::kPartContents, "目录", "contents"},
    {Text::kPartHeading, "标题", "heading"},
    {Text::kPartCover, "封面", "cover"},
    {Text::kPartNote, "表注", "note"},
    {Text::kChecked, "规则 {1} 条，正例 {2} 个，反例 {3} 个，不符 {4} 处。",
     "{1} rules, {2} examples, {3} counterexamples, {4} failures."},
    {Text::kCheckFailures, "有 {1} 处不符，详见 mingxi patterns check。",
     "{1} failures; see mingxi patterns check."},
    {Text::kInstall, "请安装：apt install {1}", "to install: apt install {1}"},
    {Text::kPatternsName, "规则", "patterns"},
    {Text::kCompiledIn, "内置", "compiled in"},
    {Text::kPatternsDetail, "{1}，规则 {2} 条，正反例 {3} 个，sha256 {4}",
     "{1}, {2} rules, {3} examples and counterexamples, sha256 {4}"},
    {Text::kSandboxName, "沙箱", "sandbox"},
    {Text::kSandboxOn,
     "Landlock 第 {1} 版：build 和 worker 读取文件的进程只能读，除识别过的页外不能写",
     "Landlock version {1}: processes that read for build and worker can write nothing but pages "
     "read by OCR"},
    {Text::kSandboxNone, "内核没有 Landlock，不设沙箱；时间和内存限额照常",
     "the kernel has no Landlock: no sandbox, the limits of time and memory hold"},
    {Text::kAllThere, "一切齐全。", "Everything is there."},
    {Text::kOcrMissing, "可以使用；装好所缺的软件包后才能识别扫描页。",
     "The program works; to read scanned pages, install what is missing."},
    {Text::kSomethingMissing, "缺少必需的软件，程序无法运行。",
     "Something that the program needs is missing."},
    {Text::kNoInputs,
     "没有找到文件（已跳过 {1} 个）。目录中只读 PDF 和图片；其他文件请直接写出文件名。",
     "No files were found ({1} skipped). In folders only PDF files and images are read; name other "
     "files "
     "themselves."},
    {Text::kOcrProgress, "识别第 {1} 页（{2}/{3}）", "reading page {1} by OCR ({2}/{3})"},
    {Text::kHashing, "查重", "hashing"},
    {Text::kReading, "读取", "reading"},
    {Text::kWriting, "写出", "writing"},
    {Text::kProgress, "{7} {1} {2}/{3}  {4}/秒  剩余 {5}  失败 {6}",
     "{7} {1} {2}/{3}  {4}/s  {5} left  {6} failed"},
    {Text::kProgressLine, "{7} {2}/{3}  {4}/秒  剩余 {5}  失败 {6}",
     "{7} {2}/{3}  {4}/s  {5} left  {6} failed"},
    {Text::kSummaryInputs, "输入 {1} 个：{2}", "{1} inputs: {2}"},
    {Text::kSummaryRows, "文件 {1} 份，表 {2} 张，单元格 {3} 个，数据 {4} 条",
     "{1} documents, {2} tables, {3} cells, {4} facts"},
    {Text::kSummaryFindings, "情况 {1} 条，其中数字不一致 {2} 条（findings.csv）",
     "{1} findings, {2} of figures that contradict each other (findings.csv)"},
    {Text::kSummaryResumed, "沿用以前读出的结果 {1} 份", "{1} were read by an earlier run"},
    {Text::kSummarySkipped, "跳过：隐藏 {1} 个，链接 {2} 个，其他类型 {3} 个",
     "Skipped: {1} hidden, {2} links, {3} of other types"},
    {Text::kSummaryConvertible, "其中 {1} 个是压缩包、MHT、PPT 等，未读：请解压，或另存为 PDF",
     "{1} of them are archives, MHT, PPT or the like, which are not read: unpack them, or save as "
     "PDF"},
    {Text::kSummaryFailed, "没有读出 {1} 个，原因见 run.jsonl",
     "{1} inputs gave no document; run.jsonl has the reasons"},
    {Text::kSummaryNoText, "没有可读文字（扫描件）{1} 份", "{1} documents have no text (scans)"},
    {Text::kSummaryPlace, "数据集：{1}（说明见 README.md，数据库 dataset.sqlite）",
     "Dataset: {1} (begin with README.md; the database is dataset.sqlite)"},
    {Text::kDatasetWhole, "数据集完好：{1} 份文件，{2} 行。",
     "The dataset is sound: {1} documents, {2} rows."},
    {Text::kDatasetBroken, "数据集有 {1} 处问题。请重新生成，或换用原来的副本。",
     "The dataset has {1} problems. Make it anew, or use the copy it was made from."},
    {Text::kMoreProblems, "……另有 {1} 处。", "… and {1} more."},
};

static_assert(in_order(kEntries, Text::kAbout, Text::kMoreProblems),
              "the table has every text once, in the order of Text");

}  // namespace

std::string_view text(Text id, Language language) {
  const auto number = static_cast<std::size_t>(id);
  const TextEntry& entry = number < std::size(kEntries)
                               ? kEntries[number]
                               : example_texts()[number - std::size(kEntries)];
  return language == Language::kChinese ? entry.chinese : entry.english;
}

std::string filled(Text id, Language language, std::initializer_list<std::string_view> values) {
  const std::string_view pattern = text(id, language);
  std::string result;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] != '{') {
      result += pattern[i];
      continue;
    }
    const auto number = static_cast<std::size_t>(pattern[i + 1] - '1');
    assert(number < values.size());
    result += values.begin()[number];
    i += 2;
  }
  return result;
}

}  // namespace mingxi::messages
