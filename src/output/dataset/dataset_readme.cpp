#include "output/dataset/dataset_readme.h"

#include "output/dataset/dataset_schema.h"
#include "output/dataset/dataset_views.h"

namespace mingxi::output {
namespace {

constexpr std::string_view kReadme = R"(# 公开的部门预算、决算数据

由公开的预算、决算文件读出的数据。每个数都带有原文、页码和页面上的位置，可以逐条核对。

| 文件 | 内容 |
|---|---|
| `documents.csv` `inputs.csv` `tables.csv` `cells.csv` `facts.csv` `findings.csv` `pairs.csv` | 表格数据（UTF-8，RFC 4180）；列、类型、主键、外键见 `datapackage.json` |
| `dataset.sqlite` | 同样的表，附索引、视图（各行的含义见 DICTIONARY.md）和全部名称 |
| `facts.jsonl` `findings.jsonl` | 同样的行，每行一个 JSON（`--jsonl`） |
| `documents/<sha256>.json.gz` | 每份文件读出的全部内容（gzip 压缩） |
| `run.jsonl` | 每个输入的结果和原因 |
| `DICTIONARY.md` | 数据字典：每一列的含义 |

- 加总：只加一张表（`table`）一种口径（`component`）的 `line_kind = leaf`，就不会重复。视图 `leaf_expenditure_by_function` 已经这样做好。
- 金额：`value` 和 `unit` 照原样，`amount_yuan` 折合成元。科目编码是文字，不是数。
- CSV 中会被电子表格当作公式的自由文本，前面加有一个单引号 `'`；其他格式照原样。
- 列名与文件 JSON 的键相同；`document` 是 `documents.id`，`table` 是 `tables.id`。在 SQL 中 `"table"`、`"check"` 要加双引号。
- `findings` 只说明做过的核对；没有列出不等于没有问题。
- 找科目：`SELECT * FROM subjects WHERE subject LIKE '%三公%'`，附每个名称有多少个数。
- 检查数据是否完整、未被改动：`mingxi validate 目录`。

# Published Chinese budget disclosures as data

Figures read from published budgets and final accounts. Each has its printed words, its page and its place on the page.

| file | holds |
|---|---|
| `documents.csv` `inputs.csv` `tables.csv` `cells.csv` `facts.csv` `findings.csv` `pairs.csv` | the tables (UTF-8, RFC 4180); `datapackage.json` tells columns, types and keys |
| `dataset.sqlite` | the same tables with indexes, views (DICTIONARY.md) and all subjects |
| `facts.jsonl` `findings.jsonl` | the same rows, one JSON object a line (`--jsonl`) |
| `documents/<sha256>.json.gz` | all that was read from a document, compressed with gzip |
| `run.jsonl` | what became of each input, and why |
| `DICTIONARY.md` | data dictionary: what each column means |

- To sum without counting twice, take `line_kind = leaf` of one table (`table`) and one `component`; the view
  `leaf_expenditure_by_function` does so.
- `value` and `unit` are as printed, `amount_yuan` is in yuan. Codes are text, never numbers.
- In CSV, free text that a spreadsheet would run as a formula has a `'` in front; other formats have it as printed.
- Columns are named as the keys of the document JSON; `document` is `documents.id`, `table` is `tables.id`. SQL wants quotes around
  `"table"` and `"check"`.
- To find a subject: `SELECT * FROM subjects WHERE subject LIKE '%三公%'`.
- `findings` speak of checks that were made; no finding does not mean that a document is right.
- `mingxi validate DIR` tells whether the dataset is whole and unchanged.

)";

std::string both(std::string_view chinese, std::string_view english) {
  return std::string(chinese) + " " + std::string(english);
}

std::string joined(ColumnNames names) {
  std::string list;
  for (const std::string_view name : names)
    list += (list.empty() ? "`" : ", `") + std::string(name) + "`";
  return list;
}

std::string_view type_of(ColumnType type) {
  switch (type) {
    case ColumnType::kInteger:
      return "integer";
    case ColumnType::kDecimal:
    case ColumnType::kAmount:
      return "decimal";
    case ColumnType::kRatio:
      return "number";
    case ColumnType::kBoolean:
      return "boolean";
    case ColumnType::kArray:
      return "array (JSON)";
    case ColumnType::kText:
      break;
  }
  return "text";
}

std::string line_of(const Column& column) {
  std::string line = "| `" + std::string(column.name) + "` | " + std::string(type_of(column.type));
  line += column.presence == Presence::kRequired ? "" : ", 可空 optional";
  line += " | " + both(column.chinese, column.english);
  if (column.allowed != nullptr) line += " (" + joined(column.allowed()) + ")";
  if (!column.fiscal_type.empty()) line += " columnType: " + std::string(column.fiscal_type);
  return line + " |\n";
}

std::string chapter_of(const TableSchema& schema) {
  std::string text = "\n## " + std::string(schema.name) + "\n\n";
  text += both(schema.chinese, schema.english) + "\n\n";
  text += "主键 primary key: " + joined(schema.primary_key) + "\n";
  for (const ForeignKey& key : schema.foreign_keys) {
    text += "\n外键 foreign key: " + joined(key.columns) + " → " + std::string(key.table) + "\n";
  }
  text += "\n| 列 column | 类型 type | 含义 meaning |\n|---|---|---|\n";
  for (const Column& column : schema.columns) text += line_of(column);
  return text;
}

}  // namespace

std::string dataset_readme(const Producer& producer) {
  std::string text(kReadme);
  text += "来源 provenance: " + producer.program + " " + producer.version +
          "，规则 patterns sha256 `" + producer.patterns_sha256 + "`\n";
  return text;
}

std::string dataset_dictionary() {
  std::string text = "# 数据字典 / Data dictionary\n";
  for (const TableSchema& schema : dataset_tables()) text += chapter_of(schema);
  text +=
      "\n## 视图 views (dataset.sqlite)\n\n| 视图 view | 一行是什么 what a row is |\n|---|---|\n";
  for (const View& view : dataset_views())
    text += "| `" + view.name + "` | " + both(view.chinese, view.english) + " |\n";
  return text;
}

}  // namespace mingxi::output
