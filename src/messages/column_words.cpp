#include "messages/column_words.h"

#include <algorithm>
#include <span>

namespace mingxi::messages {
namespace {

struct Word {
  std::string_view name;
  std::string_view chinese;
};

constexpr Word kHeadings[] = {
    {"id", "编号"},
    {"sha256", "SHA-256"},
    {"title", "标题"},
    {"publisher", "公开单位"},
    {"province_code", "省级代码"},
    {"province", "省"},
    {"city_code", "市级代码"},
    {"city", "市"},
    {"county_code", "县级代码"},
    {"county", "县"},
    {"kind", "种类"},
    {"scope", "范围"},
    {"fiscal_year", "年度"},
    {"page_count", "页数"},
    {"rounding_note", "四舍五入说明"},
    {"status", "读取结果"},
    {"bytes", "大小（字节）"},
    {"media_type", "文件类型"},
    {"checks_held", "核对一致"},
    {"checks_held_within_rounding", "误差内一致"},
    {"checks_failed", "不一致"},
    {"checks_not_possible", "无法核对"},
    {"json_sha256", "JSON的SHA-256"},
    {"from_manifest", "取自清单的列"},
    {"url", "来源网址"},
    {"retrieved_at", "取得时间"},
    {"path", "路径"},
    {"document", "文件"},
    {"reason", "原因"},
    {"reason_en", "原因（英文）"},
    {"unit", "单位"},
    {"unit_from", "单位出处"},
    {"prepared_by", "编制单位"},
    {"pages", "页"},
    {"rows", "行数"},
    {"columns", "列数"},
    {"header_rows", "表头行"},
    {"state", "状态"},
    {"joins", "跨页接续"},
    {"table", "表"},
    {"row", "行"},
    {"column", "列"},
    {"row_span", "占行"},
    {"column_span", "占列"},
    {"page", "页"},
    {"text", "文字"},
    {"box", "位置"},
    {"continues", "接上页"},
    {"key", "不变标识"},
    {"origin", "出处"},
    {"subject", "项目"},
    {"concept", "指标"},
    {"item", "统一项目"},
    {"code", "科目编码"},
    {"functional_code", "功能科目"},
    {"economic_code", "经济科目"},
    {"body", "预算单位"},
    {"codes", "全部编码"},
    {"funding", "资金来源"},
    {"components", "列的含义"},
    {"component", "列"},
    {"header", "列标题"},
    {"line_kind", "行的层次"},
    {"measure", "数的种类"},
    {"period", "数的年度"},
    {"basis", "预算或决算"},
    {"relative_to", "相比于"},
    {"relative_basis", "相比的数"},
    {"bound", "等于或不超过等"},
    {"value", "印出的数"},
    {"value_high", "上限"},
    {"currency", "货币"},
    {"amount_yuan", "金额（元）"},
    {"amount_wan", "金额（万元）"},
    {"decimals", "小数位数"},
    {"value_state", "印法"},
    {"section", "章节"},
    {"quote", "原文"},
    {"boxes", "原文位置"},
    {"in_file", "在原文件中的位置"},
    {"stored", "原文件存储的值"},
    {"text_source", "文字来源"},
    {"subject_from", "名称出处"},
    {"confidence", "把握"},
    {"alternatives", "其他读法"},
    {"rule", "规则"},
    {"check", "核对"},
    {"severity", "程度"},
    {"message", "说明"},
    {"message_en", "说明（英文）"},
    {"formula", "算式"},
    {"expected", "应为"},
    {"printed", "印出"},
    {"difference", "相差"},
    {"tolerance", "允许误差"},
    {"facts", "依据的数"},
    {"evidence", "依据的原文"},
    {"tables_document", "表格文件"},
    {"paired_by", "配对依据"},
    {"budget_yuan", "预算数（元）"},
    {"adjusted_yuan", "调整预算数（元）"},
    {"estimated_yuan", "执行数（元）"},
    {"actual_yuan", "决算数（元）"},
};

constexpr Word kSheets[] = {
    {"findings", "问题"},    {"facts", "数据"},     {"facts_by_phase", "预算与执行"},
    {"tables", "表格"},      {"cells", "表格原样"}, {"documents", "文件"},
    {"pairs", "文字与表格"}, {"inputs", "输入"},
};

constexpr Word kValues[] = {
    {"budget", "预算"},
    {"final_account", "决算"},
    {"other", "其他"},
    {"unknown", "未写明"},
    {"department", "部门"},
    {"unit", "单位"},
    {"government", "政府"},
    {"ok", "全部读出"},
    {"partial", "部分读出"},
    {"no_text", "没有文字"},
    {"narrative", "文字"},
    {"table", "表格"},
    {"page", "页"},
    {"document", "文件"},
    {"none", "无"},
    {"leaf", "末级"},
    {"subtotal", "小计"},
    {"total", "合计"},
    {"memo", "其中"},
    {"level", "数额"},
    {"change", "增减额"},
    {"change_rate", "增减率"},
    {"share", "占比"},
    {"execution_rate", "完成率"},
    {"adjusted", "调整预算"},
    {"estimated", "执行数"},
    {"actual", "决算"},
    {"target", "目标"},
    {"error", "错误"},
    {"warning", "警告"},
    {"info", "提示"},
    {"inconsistent", "不一致"},
    {"within_rounding", "误差内"},
    {"missing", "缺少"},
    {"unreadable", "未能读出"},
    {"unverified", "存疑"},
    {"noted", "记录"},
    {"data", "有数"},
    {"empty_declared", "空表，已注明"},
    {"empty_undeclared", "空表，未注明"},
    {"manifest", "清单"},
    {"name", "文件名"},
    {"figures", "总计和三公经费"},
};

/// Its word; the name itself where it has none.
std::string_view word_in(std::span<const Word> words, std::string_view name) {
  const auto found = std::ranges::find(words, name, &Word::name);
  return found == words.end() ? name : found->chinese;
}

}  // namespace

std::string_view heading_of(std::string_view column) { return word_in(kHeadings, column); }

std::string_view sheet_name_of(std::string_view table) { return word_in(kSheets, table); }

std::string_view word_of_value(std::string_view value) { return word_in(kValues, value); }

}  // namespace mingxi::messages
