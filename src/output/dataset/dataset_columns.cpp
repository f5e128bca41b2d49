// Each table's columns: dataset_rows.cpp fills them in this order, and every format and description
// is made from this list. Names are the keys of the document JSON; of what it nests the inner name
// is alone (evidence.page is page) or after the outer one (checks_held). document and table
// name the row of another table. Where a name is a word of SQL ("table", "check"), a query quotes
// it.
#include "output/dataset/dataset_schema.h"

#include <array>

#include "output/document_json/names.h"

namespace mingxi::output {
namespace {

using enum ColumnType;
using enum Presence;

constexpr Column kDocument{"document", kText, "所在文件，即documents表的id。",
                           "Its document: id of documents.", kRequired};
constexpr Column kTable{"table", kText, "所在表，即tables表的id。", "Its table: id of tables.",
                        kRequired};
constexpr Column kPage{"page", kInteger, "页码，从1开始。", "Page, from 1.", kRequired};

constexpr auto kDocumentColumns = std::to_array<Column>({
    {"id", kText, "文件的编号：d加SHA-256的前16位。",
     "The document's id: d and the first 16 digits of its SHA-256.", kRequired},
    {"sha256", kText, "文件内容的SHA-256。", "SHA-256 of the file's content.", kRequired},
    {"title", kText, "标题，照原样。", "Title as printed."},
    {"publisher", kText, "公开单位，照原样。", "Publishing body as printed.", kOptional, nullptr,
     "administrator:generic:name"},
    {"province_code", kText, "省级行政区划代码；名称或标题没有写明的为空，下同。",
     "Code of the province; missing where neither publisher nor title says it, as those below.",
     kOptional, nullptr, "geo-source:address:region:code"},
    {"province", kText, "省、自治区、直辖市。", "Province.", kOptional, nullptr,
     "geo-source:address:region:label"},
    {"city_code", kText, "地级行政区划代码。", "Code of the prefecture.", kOptional, nullptr,
     "geo-source:address:city:code"},
    {"city", kText, "地级市、自治州、盟。", "Prefecture.", kOptional, nullptr,
     "geo-source:address:city:label"},
    {"county_code", kText, "县级行政区划代码。", "Code of the county.", kOptional, nullptr,
     "geo-source:address:county:code"},
    {"county", kText, "区、县、县级市、旗。", "County or urban district.", kOptional, nullptr,
     "geo-source:address:county:label"},
    {"kind", kText, "budget 预算，final_account 决算。", "Budget or final account.", kRequired,
     names<DocumentKind>},
    {"scope", kText, "department 部门，unit 单位，government 政府。",
     "Whether a department, a unit or a government publishes it.", kRequired, names<Scope>},
    {"fiscal_year", kInteger, "预算年度。", "The year it is for.", kOptional, nullptr,
     "date:fiscal-year"},
    {"page_count", kInteger, "页数。", "Number of pages.", kRequired},
    {"rounding_note", kText, "关于四舍五入的说明，照原样。", "Note on rounding as printed."},
    {"status", kText, "ok 全部读出，partial 部分内容没有读出，no_text 没有可读的文字（扫描件）。",
     "Whether all, some or nothing of it was read.", kRequired, names<Status>},
    {"bytes", kInteger, "文件大小（字节）。", "Size of the file in bytes.", kRequired},
    {"media_type", kText, "文件的类型，如 application/pdf。",
     "Type of the file, such as application/pdf.", kRequired},
    {"checks_held", kInteger, "完全成立的核对数。", "Checks that hold exactly.", kRequired},
    {"checks_held_within_rounding", kInteger, "在四舍五入范围内成立的核对数。",
     "Checks that hold within rounding.", kRequired},
    {"checks_failed", kInteger, "不成立的核对数。", "Checks that failed.", kRequired},
    {"checks_not_possible", kInteger, "无法进行的核对数。", "Checks that could not be made.",
     kRequired},
    {"json_sha256", kText, "文件JSON（documents/<sha256>.json.gz解压后）的SHA-256。",
     "SHA-256 of its JSON, which is compressed in documents/<sha256>.json.gz.", kRequired},
    {"from_manifest", kArray, "上面各列中，文件没有写明而取自清单的。",
     "Which of the columns above the manifest says, where the document says nothing.", kRequired},
    {"url", kText, "来源网址（清单）。", "Where it was published (manifest).", kOptional, nullptr},
    {"retrieved_at", kText, "取得时间（清单）。", "When it was retrieved (manifest)."},
});

constexpr auto kInputColumns = std::to_array<Column>({
    {"path", kText, "给出的路径；不是UTF-8的字节、控制字符写作\\xNN。",
     "The path as given; bytes that are not UTF-8 and control characters as \\xNN.", kRequired},
    {"sha256", kText, "文件内容的SHA-256；读不到内容时为空。",
     "SHA-256 of the content; missing where it could not be read."},
    {"document", kText, "读出的文件，documents表的键；没有读出时为空。",
     "The document it gave, key of documents; missing where it gave none."},
    {"status", kText, "结果；ok、partial、no_text 之外都是没有读出。",
     "The outcome; all but ok, partial and no_text gave no document.", kRequired, input_statuses},
    {"reason", kText, "没有读出或没有全部读出的原因和办法。",
     "Why it gave no document or not all of it, and what to do (Chinese)."},
    {"reason_en", kText, "同上，英文。", "The same in English."},
});

constexpr auto kTableColumns = std::to_array<Column>({
    kDocument,
    {"id", kText, "文件内的表号。", "The table within its document.", kRequired},
    {"kind", kText, "B01至B15为预算表，Z01至Z09为决算表，其余为other。",
     "B01 to B15 for tables of a budget, Z01 to Z09 of a final account, else other.", kRequired},
    {"title", kText, "表名，照原样。", "Title as printed."},
    {"unit", kText, "单位，照原样。", "Unit as printed."},
    {"unit_from", kText, "单位印在哪里。", "Where the unit stands.", kRequired, names<UnitFrom>},
    {"prepared_by", kText, "编制单位，照原样。", "Preparing body as printed."},
    {"pages", kArray, "所在页。", "The pages it stands on.", kRequired},
    {"rows", kInteger, "行数。", "Number of rows.", kRequired},
    {"columns", kInteger, "列数。", "Number of columns.", kRequired},
    {"header_rows", kArray, "表头行号，从0开始。", "Numbers of its header rows, from 0.",
     kRequired},
    {"state", kText, "data 有数，empty_declared 空表且注明，empty_undeclared 空表未注明。",
     "Whether it holds figures, and if not, whether the document says so.", kRequired,
     names<TableState>},
    {"joins", kArray, "在哪一页接续，依据是什么。", "Where it goes on, and why it was joined.",
     kRequired},
});

constexpr auto kCellColumns = std::to_array<Column>({
    kDocument,
    kTable,
    {"row", kInteger, "行号，从0开始，跨页连续。", "Row from 0, running on over pages.", kRequired},
    {"column", kInteger, "列号，从0开始。", "Column from 0.", kRequired},
    {"row_span", kInteger, "占几行。", "Rows it covers.", kRequired},
    {"column_span", kInteger, "占几列。", "Columns it covers.", kRequired},
    kPage,
    {"text", kText, "文字，照原样；空白格为空。", "Text as printed; empty for a blank cell."},
    {"box", kArray, "位置：[左, 上, 右, 下]，单位为点，自页面左上角起。",
     "Its place: [left, top, right, bottom] in points from the top left corner of the page.",
     kRequired},
    {"continues", kBoolean, "是否接着上一页的单元格。", "Whether it goes on with a cell before.",
     kRequired},
});

constexpr auto kFactColumns = std::to_array<Column>({
    kDocument,
    {"id", kText, "文件内的数据号。", "The fact within its document.", kRequired, nullptr,
     "budget-line-id"},
    {"key", kText, "重新读取后不变的标识。", "Survives a new run of the program.", kRequired},
    {"origin", kText, "narrative 正文，table 表格。", "Prose or a table.", kRequired,
     names<Origin>},
    {"subject", kText, "是什么的数，照原样。", "What the figure is of, as printed."},
    {"concept", kText, "统一的指标标识，如 three_public.reception。",
     "The id for it where known, as three_public.reception."},
    {"item", kText, "统一的项目：正文同concept，表格按行名或列，如 three_public.reception。",
     "What it is of, in prose and tables alike: the concept, or that of the row or the column."},
    {"code", kText, "分类科目编码，如 functional:2080505、economic:30108。",
     "Classification code, as functional:2080505."},
    {"functional_code", kText, "支出功能分类科目编码。", "Code of the functional classification.",
     kOptional, nullptr, "functional-classification:generic:code"},
    {"economic_code", kText, "支出经济分类科目编码。", "Code of the economic classification.",
     kOptional, nullptr, "economic-classification:generic:code"},
    {"body", kText, "该行所属的预算单位；表中未列多个单位时为空。",
     "The unit the row is of, where a table lists several."},
    {"codes", kArray, "该行的全部分类编码，每种分类一个。", "Every code of the row, one a scheme.",
     kRequired},
    {"funding", kText, "资金来源，正文中写明的。", "The source of the money where words name one."},
    {"components", kArray, "该列的含义，自外而内。", "Meanings of the column, outer to inner.",
     kRequired},
    {"component", kText, "表中该列是什么：total 合计，basic 基本支出，project 项目支出……",
     "What the column is, in a table.", kOptional, nullptr, "value-kind:code"},
    {"header", kArray, "列标题，自上而下，照原样。", "The column's headers as printed.", kRequired},
    {"line_kind", kText, "leaf 末级，subtotal 小计，total 合计，memo 其中项；只加 leaf 不会重复。",
     "Leaves of one table and component can be summed without counting twice.", kOptional,
     names<LineKind>},
    {"measure", kText,
     "level 数额，change 增减额，change_rate 增减率，share 占比，execution_rate 执行率。",
     "What kind of statement it is.", kRequired, names<Measure>},
    {"period", kInteger, "数所属的年度。", "The year the figure is for.", kOptional, nullptr,
     "date:fiscal-year"},
    {"basis", kText, "budget 预算，adjusted 调整预算，estimated 执行数，actual 决算，target 目标。",
     "Which figure of that year it is.", kRequired, names<Basis>, "phase:id"},
    {"relative_to", kText, "与哪一年或什么相比。", "What it is compared with, or a share is of."},
    {"relative_basis", kText, "相比的数是预算、执行还是决算。",
     "Basis of what it is compared with.", kOptional, names<Basis>},
    {"bound", kText, "等于、不低于、不超过、约……", "How the number bounds the figure; ~ is about.",
     kRequired, names<Bound>},
    {"value", kDecimal, "印出的数，精确小数，减少为负。",
     "The printed number, exact; a decrease is negative.", kRequired},
    {"value_high", kDecimal, "范围的上限。", "Upper end of a range."},
    {"unit", kText, "单位，照原样；没有印出时为空。", "Unit as printed; empty where none is."},
    {"currency", kText, "货币（ISO 4217）；不是金额时为空。", "ISO 4217; missing if not money.",
     kOptional, nullptr, "value-currency:code"},
    {"amount_yuan", kAmount, "折合成元，精确；不是人民币金额时为空。",
     "The value in yuan, exact; missing if not money in CNY.", kOptional, nullptr, "value"},
    {"decimals", kInteger, "印出的小数位数。", "Digits printed after the point.", kRequired},
    {"value_state", kText, "印的是数、零、空白还是横线。", "How the value is printed.", kRequired,
     names<ValueState>},
    {"table", kText, "所在表，即tables表的id；正文为空。",
     "Its table: id of tables; missing in prose."},
    {"row", kInteger, "行号，从0开始。", "Row in the table, from 0."},
    {"column", kInteger, "列号，从0开始。", "Column in the table, from 0."},
    {"section", kText, "所在章节，见文件JSON。", "Its section, see the document JSON."},
    kPage,
    {"quote", kText, "印出的原文。", "The words as printed.", kRequired},
    {"boxes", kArray, "原文的位置：页和[左, 上, 右, 下]。", "Where they stand: page and box.",
     kRequired},
    {"in_file", kText, "在没有页的文件（网页、工作簿、文档）中的位置：单元格或段落。",
     "Where it is in a file without pages: sheet and cell, or paragraph."},
    {"stored", kText, "工作簿存储的数，显示时经过取舍的。",
     "What a workbook stores where it shows a rounded number."},
    {"text_source", kText, "文字来源：embedded 文字层，ocr 识别，plain 文本文件。",
     "Where the characters come from.", kRequired, names<TextSource>},
    {"subject_from", kText, "名称在哪里找到。", "Where the name was found.", kRequired,
     names<SubjectFrom>},
    {"confidence", kRatio, "把握，1为确定。", "1 for text; the reader's own for OCR.", kRequired},
    {"alternatives", kArray, "其他可能的读法。", "Other readings.", kRequired},
    {"rule", kText, "读出它的规则。", "The rule that read it.", kRequired},
});

constexpr auto kFindingColumns = std::to_array<Column>({
    kDocument,
    {"id", kText, "文件内的编号。", "The finding within its document.", kRequired},
    {"key", kText, "重新读取后不变的标识。", "Survives a new run of the program.", kRequired},
    {"check", kText, "哪一种核对。", "Which check found it.", kRequired},
    {"severity", kText, "error 数字矛盾，warning 应当更正，info 供参考。",
     "Error: figures contradict each other; warning: to be mended; info.", kRequired,
     names<Severity>},
    {"state", kText, "inconsistent 不一致，within_rounding 尾差，missing 缺少，noted 记录……",
     "What was found out.", kRequired, names<FindingState>},
    {"message", kText, "说明。", "What was found (Chinese).", kRequired},
    {"message_en", kText, "说明，英文。", "What was found.", kRequired},
    {"formula", kText, "代入印出数的算式。", "The identity with its printed values."},
    {"expected", kAmount, "应有的数。", "The number expected."},
    {"printed", kAmount, "印出的数。", "The number printed."},
    {"difference", kAmount, "差额。", "The difference."},
    {"tolerance", kAmount, "允许的尾差。", "The difference that rounding allows."},
    {"facts", kArray, "依据的数：编号，所在文件（本文件为null）。",
     "The facts it rests on: id and document, null for this one.", kRequired},
    {"evidence", kArray, "依据的原文和位置。", "The words it rests on and their places.",
     kRequired},
});

constexpr auto kPairColumns = std::to_array<Column>({
    {"document", kText, "文字所在的文件，即documents表的id。",
     "The document with the prose: id of documents.", kRequired},
    {"tables_document", kText, "表格所在的文件，即documents表的id。",
     "The document with the tables: id of documents.", kRequired},
    {"paired_by", kText,
     "依据：manifest 清单写明，name 文件名只差“说明”“表”等字，figures 总计和三公经费相同。",
     "Why they are one: the manifest, their names, or the same total and 三公.", kRequired,
     names<PairedBy>},
    {"checks_held", kInteger, "文字与表格之间完全成立的核对数。",
     "Checks of the prose against the tables that hold exactly.", kRequired},
    {"checks_held_within_rounding", kInteger, "在四舍五入范围内成立的核对数。",
     "Those that hold within rounding.", kRequired},
    {"checks_failed", kInteger, "不成立的核对数，见findings表中p1、p2……",
     "Those that failed: the findings p1, p2 … of either.", kRequired},
});

}  // namespace

std::span<const Column> document_columns() { return kDocumentColumns; }
std::span<const Column> input_columns() { return kInputColumns; }
std::span<const Column> table_columns() { return kTableColumns; }
std::span<const Column> cell_columns() { return kCellColumns; }
std::span<const Column> fact_columns() { return kFactColumns; }
std::span<const Column> finding_columns() { return kFindingColumns; }
std::span<const Column> pair_columns() { return kPairColumns; }

}  // namespace mingxi::output
