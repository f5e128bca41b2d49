#include "messages/texts/text_entry.h"

namespace mingxi::messages {
namespace {

// What a run reports on its way and at its end. In the order of Text.
constexpr TextEntry kResultTexts[] = {
    {Text::kServing, "请在浏览器中打开 {1}（只有本机能访问；按 Ctrl-C 结束）。",
     "Open {1} in a browser (this machine only; end with Ctrl-C)."},
    {Text::kFailure, "mingxi: {1}：{2}", "mingxi: {1}: {2}"},
    {Text::kSentenceJoint, "", " "},
    {Text::kStandardInput, "标准输入", "standard input"},
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
    {Text::kSandboxOn, "读取文件的进程受限于：{1}", "processes that read are confined by {1}"},
    {Text::kSandboxNone, "内核没有 Landlock 和 seccomp，不设沙箱；时间和内存限额照常",
     "the kernel has neither Landlock nor seccomp: no sandbox, the limits of time and memory hold"},
    {Text::kAllThere, "一切齐全。", "Everything is there."},
    {Text::kOcrMissing, "可以使用；装好所缺的软件包后才能识别扫描页。",
     "The program works; to read scanned pages, install what is missing."},
    {Text::kSomethingMissing, "缺少必需的软件，程序无法运行。",
     "Something that the program needs is missing."},
    {Text::kNoInputs,
     "没有找到文件（已跳过 {1} 个）。目录中只读文档和图片；其他文件请直接写出文件名。",
     "No files were found ({1} skipped). In folders only documents and images are read; name other "
     "files "
     "themselves."},
    {Text::kOcrProgress, "识别第 {1} 页（{2}/{3}）", "reading page {1} by OCR ({2}/{3})"},
    {Text::kHashing, "查重", "hashing"},
    {Text::kReading, "读取", "reading"},
    {Text::kReadingScans, "识别", "scans"},
    {Text::kWriting, "写出", "writing"},
    {Text::kProgress, "{7} {1} {2}/{3}  {4}/秒  剩余 {5}  失败 {6}",
     "{7} {1} {2}/{3}  {4}/s  {5} left  {6} failed"},
    {Text::kProgressLine, "{7} {2}/{3}  {4}/秒  剩余 {5}  失败 {6}",
     "{7} {2}/{3}  {4}/s  {5} left  {6} failed"},
    {Text::kScansToCome, "{1}  另有扫描件 {2}", "{1}  {2} scans to come"},
    {Text::kSummaryInputs, "输入 {1} 个：{2}", "{1} inputs: {2}"},
    {Text::kSummaryRows, "文件 {1} 份，表 {2} 张，单元格 {3} 个，数据 {4} 条",
     "{1} documents, {2} tables, {3} cells, {4} facts"},
    {Text::kSummaryFindings, "情况 {1} 条，其中数字不一致 {2} 条（findings.csv）",
     "{1} findings, {2} of figures that contradict each other (findings.csv)"},
    {Text::kSummaryResumed, "沿用以前读出的结果 {1} 份", "{1} were read by an earlier run"},
    {Text::kSummarySkipped,
     "跳过：隐藏 {1} 个，链接 {2} 个，其他类型 {3} 个，mingxi 自己写出的 {4} 个",
     "Skipped: {1} hidden, {2} links, {3} of other types, {4} that mingxi wrote"},
    {Text::kSummaryConvertible, "其中 {1} 个是 RAR、7z、MHT、PPT 等，未读：请解压，或另存为 PDF",
     "{1} of them are RAR, 7z, MHT, PPT or the like, which are not read: unpack them, or save as "
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

static_assert(in_order(kResultTexts, Text::kServing, Text::kMoreProblems),
              "the table has each of its texts once, in the order of Text");

}  // namespace

std::span<const TextEntry> result_texts() { return kResultTexts; }

}  // namespace mingxi::messages
