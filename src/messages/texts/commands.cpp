#include "messages/texts/text_entry.h"

namespace mingxi::messages {
namespace {

// What each command is for, and the headings of help. In the order of Text.
constexpr TextEntry kCommandTexts[] = {
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
    {Text::kLoad, "写出把数据集装入 PostgreSQL 的 SQL（交给 psql 运行）",
     "Write the SQL that loads a dataset into PostgreSQL (for psql to run)"},
    {Text::kWorker, "从标准输入逐行读路径，逐行输出 JSON（供分布式引擎调用）",
     "Read a path a line, write a JSON a line (for distributed engines)"},
    {Text::kReview, "做一个网页：左边是页面，右边是读到的数字和发现的问题",
     "Make a web page: the pages on the left, figures and findings on the right"},
    {Text::kReport, "写一封给公开单位的核对意见（网页或 Word），附页面截图",
     "Write a letter of findings to a body (web page or Word), with crops of the pages"},
    {Text::kCompletion, "写出命令行补全脚本", "Write a script for completion in a shell"},
    {Text::kUsage, "用法", "Usage"},
    {Text::kOptions, "选项", "Options"},
    {Text::kOptionsMark, "选项", "OPTIONS"},
    {Text::kArguments, "参数", "Arguments"},
    {Text::kCommands, "命令", "Commands"},
    {Text::kCommandMark, "命令", "COMMAND"},
};

static_assert(in_order(kCommandTexts, Text::kAbout, Text::kCommandMark),
              "the table has each of its texts once, in the order of Text");

}  // namespace

std::span<const TextEntry> command_texts() { return kCommandTexts; }

}  // namespace mingxi::messages
