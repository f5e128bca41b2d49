#include "messages/texts/text_entry.h"

namespace mingxi::messages {
namespace {

// The help of arguments and options. In the order of Text.
constexpr TextEntry kOptionTexts[] = {
    {Text::kHelpOption, "显示帮助后退出", "Show this help and exit"},
    {Text::kVersionOption, "显示版本后退出", "Show the version and exit"},
    {Text::kPatternsOption, "改用该目录中的规则（缺省：$MINGXI_PATTERNS，否则为内置规则）",
     "Use the rules in this folder (default: $MINGXI_PATTERNS, else those compiled in)"},
    {Text::kPasswordOption, "PDF 的打开密码", "Password that opens the PDF"},
    {Text::kLangOption, "提示和帮助的语言：zh 或 en（缺省 zh）",
     "Language of messages and help: zh or en (default zh)"},
    {Text::kOcrOption, "识别图像中的文字：auto（文字层没有的内容）、always 或 never（缺省 auto）",
     "Read images by OCR: auto (what the text does not say), always or never (default auto)"},
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
    {Text::kPageOption, "页码，从 1 开始；一段写作 3-5", "Page number, from 1; several as 3-5"},
    {Text::kSvgOption, "不逐行列出，而把这一页的文字、线条、单元格和表的类型画成图",
     "Draw text, lines, cells and kinds of tables of the page instead of listing its lines"},
    {Text::kTablesOutputOption, "写到 X.xlsx、X.csv（目录）或 X.html；不给则列出各表",
     "Write X.xlsx, X.csv (a folder) or X.html; without it the tables are listed"},
    {Text::kCsvBomOption, "CSV 文件以 BOM 开头，供 Excel 识别 UTF-8",
     "Begin CSV files with a byte order mark, by which Excel knows UTF-8"},
    {Text::kDirectoryArgument, "规则目录（缺省同 --patterns）",
     "Folder of rules (default as for --patterns)"},
    {Text::kInputsArgument,
     "文件、目录（读其中的文档和图片）、带 * 的路径；- 表示从标准输入读取文件清单",
     "Files, folders (their documents and images), paths with *; - is a list on standard input"},
    {Text::kOutputOption, "数据集目录：新目录、空目录或已有的数据集（将被替换）",
     "Folder of the dataset: new, empty, or a dataset that is replaced"},
    {Text::kXlsxOption, "另写一个工作簿 dataset.xlsx", "Also write a workbook, dataset.xlsx"},
    {Text::kJsonLinesOption, "另写 JSON Lines：facts.jsonl、findings.jsonl",
     "Also write JSON Lines: facts.jsonl, findings.jsonl"},
    {Text::kManifestOption,
     "文件清单（CSV：path, publisher, year, kind, url, retrieved_at, "
     "belongs_with），补充文件没有写明的内容",
     "A list of files (CSV: path, publisher, year, kind, url, retrieved_at, belongs_with) with "
     "what they do not say"},
    {Text::kLicenceOption, "数据集的许可：标识（如 CC-BY-4.0）或网址",
     "The licence of the dataset: an identifier (CC-BY-4.0) or an address"},
    {Text::kSourceOption, "数据来源，写作 名称=网址；可以多次给出",
     "Where the data comes from, as NAME=ADDRESS; can be given again"},
    {Text::kCreatedOption, "数据集的日期（2026-03-01）；缺省为清单中最后的取得时间",
     "The date of the dataset (2026-03-01); by default the last retrieval in the manifest"},
    {Text::kDatasetArgument, "数据集目录", "Folder of the dataset"},
    {Text::kDatasetsArgument, "要合并的数据集目录", "Folders of the datasets to join"},
    {Text::kJobsOption, "同时读取的进程数（缺省为处理器核数）",
     "Processes that read at the same time (default: the number of cores)"},
    {Text::kShardOption, "只做全部输入的第 I 份（共 N 份），之后用 merge 合并",
     "Only part I of N of the inputs, to be joined by merge"},
    {Text::kRetryOption, "重试以前超限、出错中止或没有读全的文件",
     "Try again what reached a limit, broke down or was not read whole before"},
    {Text::kNoSandboxOption, "不用沙箱（Landlock、seccomp）读取",
     "Read without the sandbox (Landlock, seccomp)"},
    {Text::kIntoOption, "结果写入该目录，每个内容只写一次；各台机器可共用，最后用 merge 合并",
     "Write what is read to this folder, each content once; machines may share it; merge makes "
     "the dataset"},
    {Text::kTaskOption, "任务名，记录在 DIR/records/ 中（缺省：主机名和进程号）",
     "Name of the task, under which DIR/records/ lists what it read (default: host and process)"},
    {Text::kNullOption, "路径以 NUL 而不是换行分隔（find -print0）",
     "Paths end with NUL instead of a line break (find -print0)"},
    {Text::kReviewOutputOption, "要写的网页，如 复核.html",
     "The web page to write, like review.html"},
    {Text::kDecisionsOption, "复核意见文件：误报不再列出，更正的数字重新核对",
     "Decisions of a review: false alarms are left out, corrected figures are checked anew"},
    {Text::kReportInput, "一份文件，或数据集目录", "A document, or the folder of a dataset"},
    {Text::kReportOutputOption, "写到哪里：.html 或 .docx（需要 LibreOffice）",
     "Where to write: .html, or .docx (needs LibreOffice)"},
    {Text::kBodyOption, "数据集中的哪个单位（或文件 SHA-256 的开头）",
     "Which body of the dataset (or how the SHA-256 of a document begins)"},
    {Text::kDateOption, "落款日期，照原样印出；缺省留空待填",
     "The date of the letter, as it is to be printed; by default left to be filled in"},
    {Text::kFileOutputOption, "写到这个文件，而不是标准输出",
     "Write to this file, not to standard output"},
    {Text::kShellArgument, "bash、zsh 或 fish", "bash, zsh or fish"},
    {Text::kServeOption, "不写网页，而在本机打开 mingxi build 做成的数据集；意见保存在其中",
     "Instead of writing a page, open a dataset of mingxi build on this machine; decisions are "
     "kept in it"},
    {Text::kNoLimitsOption, "不限处理器时间和内存，在本进程内读取（只用于可信的文件）",
     "Read in this process without limits of time and memory (for files you trust)"},
    {Text::kPortOption, "--serve 的端口（缺省由系统选）",
     "Port of --serve (default: the system chooses)"},
};

static_assert(in_order(kOptionTexts, Text::kHelpOption, Text::kPortOption),
              "the table has each of its texts once, in the order of Text");

}  // namespace

std::span<const TextEntry> option_texts() { return kOptionTexts; }

}  // namespace mingxi::messages
