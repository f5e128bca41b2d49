#include "messages/texts/text_entry.h"

namespace mingxi::messages {
namespace {

// In the order of Text.
constexpr TextEntry kExamples[] = {
    {Text::kGeneralExamples,
     "示例：\n"
     "  mingxi extract 部门预算.pdf > 预算.json\n"
     "  mingxi audit 部门预算.pdf\n"
     "  mingxi tables 部门预算.pdf -o 表格.xlsx\n"
     "  mingxi build 公开文件/ -o 数据集\n"
     "  mingxi review 部门预算.pdf -o 复核.html\n"
     "  mingxi explain 部门预算.pdf --page 5\n"
     "  mingxi doctor\n"
     "各命令的用法：mingxi 命令 --help。Help in English: mingxi --help --lang en",
     "Examples:\n"
     "  mingxi extract budget.pdf > budget.json\n"
     "  mingxi audit budget.pdf\n"
     "  mingxi tables budget.pdf -o tables.xlsx\n"
     "  mingxi build disclosures/ -o dataset\n"
     "  mingxi review budget.pdf -o review.html\n"
     "  mingxi explain budget.pdf --page 5\n"
     "  mingxi doctor\n"
     "How to use a command: mingxi COMMAND --help --lang en"},
    {Text::kExtractExamples,
     "示例：\n"
     "  把一份预算写成 JSON：\n"
     "    mingxi extract 部门预算.pdf > 预算.json\n"
     "  列出每个数的页码、名称、数值和单位：\n"
     "    jq -r '.facts[] | [.evidence.page, .subject, .value, .unit] | @tsv' 预算.json\n"
     "  只看公务接待费（经济分类 30217），折合成元：\n"
     "    mingxi extract 部门预算.pdf | jq '.facts[] | select(.code == "
     "\"economic:30217\") | {subject, period, amount_yuan}'\n"
     "  读取标准输入：\n"
     "    mingxi extract - < 部门决算.txt",
     "Examples:\n"
     "  Write a budget as JSON:\n"
     "    mingxi extract budget.pdf > budget.json\n"
     "  List page, name, value and unit of every figure:\n"
     "    jq -r '.facts[] | [.evidence.page, .subject, .value, .unit] | @tsv' budget.json\n"
     "  Only official receptions (economic code 30217), in yuan:\n"
     "    mingxi extract budget.pdf | jq '.facts[] | select(.code == "
     "\"economic:30217\") | {subject, period, amount_yuan}'\n"
     "  Read standard input:\n"
     "    mingxi extract - < final_account.txt"},
    {Text::kAuditExamples,
     "示例：\n"
     "  核对一份文件，看结果：\n"
     "    mingxi audit 部门预算.pdf\n"
     "  核对一批文件，每份只看汇总：\n"
     "    mingxi audit --quiet *.pdf\n"
     "  把全部问题导入电子表格：\n"
     "    mingxi audit --format csv *.pdf > 问题.csv\n"
     "  发布前把关，有错误或警告就停下：\n"
     "    mingxi audit --fail-on warning 部门预算.pdf && echo 可以发布\n"
     "  只看错误的页码和说明：\n"
     "    mingxi audit --format json 部门预算.pdf | jq -r '.[].findings[] | "
     "select(.severity == \"error\") | [.evidence[0].page, .message] | @tsv'\n"
     "退出码：0 没有 --fail-on 所指的问题；1 有；3 有文件读不了（优先于 1）。",
     "Examples:\n"
     "  Check a document and read the result:\n"
     "    mingxi audit budget.pdf --lang en\n"
     "  Check many, the summaries only:\n"
     "    mingxi audit --quiet --lang en *.pdf\n"
     "  All findings for a spreadsheet:\n"
     "    mingxi audit --format csv --lang en *.pdf > findings.csv\n"
     "  Stop before publishing at an error or a warning:\n"
     "    mingxi audit --fail-on warning budget.pdf && echo ready\n"
     "  Page and message of the errors only:\n"
     "    mingxi audit --format json budget.pdf | jq -r '.[].findings[] | "
     "select(.severity == \"error\") | [.evidence[0].page, .message_en] | @tsv'\n"
     "Exit codes: 0 nothing that --fail-on names; 1 something; 3 a file could not be read "
     "(outranks 1)."},
    {Text::kTablesExamples,
     "示例：\n"
     "  列出各表的编号、类型、页码、行数×列数、单位和标题：\n"
     "    mingxi tables 部门预算.pdf\n"
     "  存为 Excel 工作簿，一张表一个工作表：\n"
     "    mingxi tables 部门预算.pdf -o 表格.xlsx\n"
     "  存为目录“表格.csv”，一张表一个 CSV 文件，可直接用 Excel 打开：\n"
     "    mingxi tables 部门预算.pdf -o 表格.csv --csv-bom\n"
     "  存为一个网页：\n"
     "    mingxi tables 部门预算.pdf -o 表格.html",
     "Examples:\n"
     "  List id, kind, pages, rows×columns, unit and title of the tables:\n"
     "    mingxi tables budget.pdf\n"
     "  As an Excel workbook, a sheet for each table:\n"
     "    mingxi tables budget.pdf -o tables.xlsx\n"
     "  As a folder tables.csv with a CSV file for each table, for Excel to open:\n"
     "    mingxi tables budget.pdf -o tables.csv --csv-bom\n"
     "  As a web page:\n"
     "    mingxi tables budget.pdf -o tables.html"},
    {Text::kExplainExamples,
     "示例：\n"
     "  看第 5 页每一行读出了什么：\n"
     "    mingxi explain 部门预算.pdf --page 5\n"
     "  画出第 12 页的表是怎样读的：\n"
     "    mingxi explain 部门预算.pdf --page 12 --svg 第12页.svg",
     "Examples:\n"
     "  Show what was read on each line of page 5:\n"
     "    mingxi explain budget.pdf --page 5 --lang en\n"
     "  Draw how the tables of page 12 were read:\n"
     "    mingxi explain budget.pdf --page 12 --svg page12.svg"},
    {Text::kPatternsExamples,
     "示例：\n"
     "  mingxi patterns check             内置规则\n"
     "  mingxi patterns check ./patterns  自己修改过的规则",
     "Examples:\n"
     "  mingxi patterns check             the rules compiled in\n"
     "  mingxi patterns check ./patterns  rules of your own"},
    {Text::kDoctorExamples,
     "示例：\n"
     "  mingxi doctor && echo 可以运行",
     "Examples:\n"
     "  mingxi doctor && echo ready"},
    {Text::kBuildExamples,
     "示例：\n"
     "  把一个目录（含下级目录）里的全部 PDF 做成数据集：\n"
     "    mingxi build 公开文件/ -o 数据集\n"
     "  各单位的“三公”经费：\n"
     "    sqlite3 -box 数据集/dataset.sqlite 'SELECT * FROM three_public_by_body_and_year'\n"
     "  CSV 供 Excel 打开，另加一个工作簿：\n"
     "    mingxi build 公开文件/*.pdf 说明.txt -o 数据集 --csv-bom --xlsx\n"
     "  从标准输入读取文件清单：\n"
     "    find 公开文件 -newer 上次 -name '*.pdf' | mingxi build - -o 数据集",
     "Examples:\n"
     "  Make a dataset of every PDF in a folder and the folders below it:\n"
     "    mingxi build disclosures/ -o dataset\n"
     "  The three public expenses of each body:\n"
     "    sqlite3 -box dataset/dataset.sqlite 'SELECT * FROM three_public_by_body_and_year'\n"
     "  CSV that Excel opens, and a workbook:\n"
     "    mingxi build disclosures/*.pdf note.txt -o dataset --csv-bom --xlsx\n"
     "  Read a list of files from standard input:\n"
     "    find disclosures -newer last -name '*.pdf' | mingxi build - -o dataset"},
    {Text::kValidateExamples,
     "示例：\n"
     "  mingxi validate 数据集 && echo 完好",
     "Examples:\n"
     "  mingxi validate dataset && echo sound"},
    {Text::kMergeExamples,
     "示例：\n"
     "  在四台机器上各做四分之一，再合并；结果与一次做完的相同：\n"
     "    mingxi build 公开文件/ -o 部分1 --shard 1/4\n"
     "    mingxi merge 部分1 部分2 部分3 部分4 -o 数据集",
     "Examples:\n"
     "  A quarter on each of four machines, then joined; the same as one build of all:\n"
     "    mingxi build disclosures/ -o part1 --shard 1/4\n"
     "    mingxi merge part1 part2 part3 part4 -o dataset"},
    {Text::kLoadExamples,
     "示例：\n"
     "  装入数据库 budgets；同一数据集再装一次，什么也不变：\n"
     "    mingxi load 数据集 | psql budgets\n"
     "  各年各单位的支出总计：\n"
     "    psql budgets -c \"SELECT publisher, period, amount_yuan FROM mingxi.facts JOIN "
     "mingxi.documents d ON d.id = document WHERE item = 'expenditure.total'\"",
     "Examples:\n"
     "  Load into the database budgets; loading it again changes nothing:\n"
     "    mingxi load dataset | psql budgets\n"
     "  Total expenditure by body and year:\n"
     "    psql budgets -c \"SELECT publisher, period, amount_yuan FROM mingxi.facts JOIN "
     "mingxi.documents d ON d.id = document WHERE item = 'expenditure.total'\""},
    {Text::kWorkerExamples,
     "示例：\n"
     "  find 公开文件 -name '*.pdf' | mingxi worker > 文件.jsonl\n"
     "  find 公开文件 -name '*.pdf' | parallel --pipe -N 50 mingxi worker > 文件.jsonl\n"
     "  mingxi worker --into 结果 < 清单-17.txt && mingxi merge 结果 -o 数据集\n"
     "每行路径对应一行输出：文件的 JSON；没有读出的是 path、status、reason。每行都有回应时退出码为 "
     "0。",
     "Examples:\n"
     "  find disclosures -name '*.pdf' | mingxi worker > documents.jsonl\n"
     "  find disclosures -name '*.pdf' | parallel --pipe -N 50 mingxi worker > documents.jsonl\n"
     "  mingxi worker --into results < list-17.txt && mingxi merge results -o dataset\n"
     "Each path gives one line: the JSON of the document or, where there is none, path, status and "
     "reason. The exit code is 0 when every line was answered."},
    {Text::kReviewExamples,
     "示例：\n"
     "  做一个可以离线打开的网页，用浏览器复核：\n"
     "    mingxi review 部门预算.pdf -o 复核.html\n"
     "  多份文件放在一起：\n"
     "    mingxi review *.pdf -o 复核.html\n"
     "  复核 mingxi build 做成的数据集：\n"
     "    mingxi review --serve 数据集\n"
     "  在网页里标记误报、更正误读，导出意见文件，再按它重新核对：\n"
     "    mingxi audit 部门预算.pdf --decisions decisions.json",
     "Examples:\n"
     "  Make a page that opens offline, and review it in a browser:\n"
     "    mingxi review budget.pdf -o review.html --lang en\n"
     "  Several documents together:\n"
     "    mingxi review *.pdf -o review.html\n"
     "  Review a dataset made by mingxi build:\n"
     "    mingxi review --serve dataset\n"
     "  Mark false alarms and correct misreadings on the page, export the decisions, check anew:\n"
     "    mingxi audit budget.pdf --decisions decisions.json"},
    {Text::kReportExamples,
     "示例：\n"
     "  mingxi report 部门预算.pdf -o 核对意见.html\n"
     "  采用复核意见，写成 Word：\n"
     "    mingxi report 部门预算.pdf -o 核对意见.docx --decisions 复核意见.json --date "
     "2026年3月1日\n"
     "  数据集中一个单位的：\n"
     "    mingxi report 数据集 --body 青禾市水务局 -o 核对意见.html",
     "Examples:\n"
     "  mingxi report budget.pdf -o letter.html\n"
     "  With the decisions of a review, for a word processor:\n"
     "    mingxi report budget.pdf -o letter.docx --decisions decisions.json --date \"1 March "
     "2026\"\n"
     "  Of one body in a dataset:\n"
     "    mingxi report dataset --body 青禾市水务局 -o letter.html"},
    {Text::kCompletionExamples,
     "示例：\n"
     "  mingxi completion bash > /etc/bash_completion.d/mingxi\n"
     "  mingxi completion zsh > ~/.mingxi.zsh && echo \"source ~/.mingxi.zsh\" >> ~/.zshrc\n"
     "  mingxi completion fish > ~/.config/fish/completions/mingxi.fish",
     "Examples:\n"
     "  mingxi completion bash > /etc/bash_completion.d/mingxi\n"
     "  mingxi completion zsh > ~/.mingxi.zsh && echo \"source ~/.mingxi.zsh\" >> ~/.zshrc\n"
     "  mingxi completion fish > ~/.config/fish/completions/mingxi.fish"},
};
static_assert(in_order(kExamples, Text::kGeneralExamples, Text::kCompletionExamples),
              "the table has every example once, in the order of Text");

}  // namespace

std::span<const TextEntry> example_texts() { return kExamples; }

}  // namespace mingxi::messages
