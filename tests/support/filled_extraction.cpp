#include "support/filled_extraction.h"

namespace mingxi {
namespace {

Decimal decimal(const char* text) { return Decimal::parse(text).value(); }

std::string hash(char digit) { return std::string(64, digit); }

Evidence filled_evidence() {
  return {.page = 3,
          .quote = "减少 “121.33”\\万元",
          .boxes = {{3, {72, 700.25, 310.5, 714.07}}, {4, {72.01, 60, 96.9, -0.5}}},
          .document = hash('b'),
          .in_file = "收入预算表!C7",
          .stored = "121.3284"};
}

Fact filled_fact() {
  return {.id = "f1",
          .key = "0123456789abcdef",
          .origin = Origin::kTable,
          .subject = "公务接待费",
          .concept_id = "three_public.reception",
          .code = "functional:2080505",
          .body = "青禾市林业工作站",
          .codes = {"functional:2080505", "economic:30108"},
          .funding = "general_budget",
          .components = {"basic", "basic_public"},
          .component = "basic_public",
          .header = {"基本支出", "公用经费"},
          .line_kind = LineKind::kSubtotal,
          .measure = Measure::kChange,
          .period = 2023,
          .basis = Basis::kTarget,
          .relative_to = 2022,
          .relative_basis = Basis::kEstimated,
          .bound = Bound::kRange,
          .value = decimal("-121.30"),
          .value_high = decimal("0.5"),
          .unit = "万元",
          .currency = "CNY",
          .amount_yuan = decimal("-1213000"),
          .decimals = 2,
          .value_state = ValueState::kDash,
          .table = "t1",
          .row = 0,
          .column = 7,
          .section = 1,
          .evidence = filled_evidence(),
          .text_source = TextSource::kOcr,
          .confidence = 0.875,
          .alternatives = {"121.38", "127.33"},
          .rule = "statements/change"};
}

Finding filled_finding() {
  return {
      .id = "n1",
      .key = "fedcba",
      .check = {Check::kSum, "three_public"},
      .severity = Severity::kWarning,
      .state = FindingState::kWithinRounding,
      .message = "合计与各项之和不符",
      .message_en = "The total is not the sum of its parts",
      .formula = "0.43 = 0 + 0.43",
      .expected = decimal("0.43"),
      .printed = decimal("0.44"),
      .difference = decimal("0.01"),
      .tolerance = decimal("0.010"),
      .facts = {{"f1", std::nullopt}, {"f9", hash('c')}},
      .evidence = {filled_evidence(), {.page = 1, .quote = "0.44", .boxes = {}, .document = {}}}};
}

Identity filled_identity() {
  return {.title = "某县商务局\t2023年\"部门预算\"",
          .publisher = "某县商务局",
          .kind = DocumentKind::kFinalAccount,
          .scope = Scope::kGovernment,
          .fiscal_year = 2023,
          .page_count = 2,
          .rounding_note = "部分数据因四舍五入存在尾差",
          .evidence = {{"title", filled_evidence()}, {"fiscal_year", filled_evidence()}}};
}

Table filled_table() {
  return {.id = "t1",
          .kind = TableKind::kZ07,
          .title = "“三公”经费\t支出决算表",
          .unit = "万元",
          .unit_from = UnitFrom::kPage,
          .prepared_by = "某县商务局",
          .pages = {1, 2},
          .rows = 3,
          .columns = 2,
          .header_rows = {0, 2},
          .state = TableState::kEmptyDeclared,
          .joins = {{2, "repeated_header"}},
          .cells = {{.row = 0,
                     .column = 1,
                     .row_span = 2,
                     .column_span = 1,
                     .page = 1,
                     .text = "合\"计",
                     .box = {1.5, 2.25, 3, 4},
                     .continues = true},
                    {}}};
}

}  // namespace

Extraction filled_extraction() {
  Extraction extraction{
      .status = Status::kPartial,
      .source = {"预算\\xFF.pdf", hash('a'), 4'000'000'000'000, "application/pdf"},
      .identity = filled_identity(),
      .pages = {{1, 595.32, 841.9, TextSource::kPlain, 1200, 364}, {.number = 2}},
      .sections = {{0, "部门概况", 1, 1, -1}, {1, "收支情况", 2, 2, 0}},
      .tables = {filled_table(), {}},
      .facts = {filled_fact(), {}},
      .checks =
          {.held = 2,
           .held_within_rounding = 1,
           .failed = 1,
           .not_possible = {{{Check::kSum, "three_public"}, "没有“三公”经费表", "no 三公 table"}},
           .proofs = {{Check::kSum, "0.43 = 0 + 0.43", {"f1", "f2"}}}},
      .findings = {filled_finding(), {}},
  };
  extraction.facts[1].evidence.page = 1;
  return extraction;
}

}  // namespace mingxi
