#include "messages/sentences.h"

#include <cassert>
#include <cstddef>
#include <iterator>

namespace mingxi::messages {
namespace {

struct SentenceEntry {
  Sentence id;
  std::string_view chinese;
  std::string_view english;
};

// In the order of Sentence.
constexpr SentenceEntry kSentences[] = {
    {Sentence::kFails, "{about}：{formula} 不成立，{difference}，请核对原文。",
     "{about}: {formula} does not hold: {difference}; please check the original."},
    {Sentence::kTotalIsLess, "合计数比各项之和少 {size}",
     "the total is {size} less than its parts"},
    {Sentence::kTotalIsMore, "合计数比各项之和多 {size}",
     "the total is {size} more than its parts"},
    {Sentence::kFirstIsLess, "前者比后者少 {size}", "the first is {size} less than the second"},
    {Sentence::kFirstIsMore, "前者比后者多 {size}", "the first is {size} more than the second"},
    {Sentence::kAmountsGive, "按两数计算为 {expected}，相差 {size}",
     "the two figures give {expected}, off by {size}"},
    {Sentence::kRatesGive, "按金额计算为 {expected}%，相差 {size} 个百分点",
     "the amounts give {expected}%, off by {size} percentage points"},
    {Sentence::kLastDigit, "{about}：{formula} 末位相差 1 个单位，可能是凑整或截尾。",
     "{about}: {formula} is off by one in the last digit, perhaps cut off or made to add up."},
    {Sentence::kSameCause, "同一原因还涉及另外 {count} 项核对。",
     "{count} more checks have the same cause."},
    {Sentence::kPerhapsPartial, "如所列并非全部，可不必理会。",
     "If the list is not meant to be whole, never mind."},
    {Sentence::kUncertainReading, "（识别存疑）", "(uncertain reading)"},
    {Sentence::kRowsWithheld, "{about}：{formula}：所列各项少 {missing}，可能未全部公开。",
     "{about}: {formula}: the rows are {missing} short; perhaps not all are published."},
    {Sentence::kPlace, "《{table}》{row}", "《{table}》{row}"},
    {Sentence::kPlaceInColumn, "《{table}》{row}（{column}）", "《{table}》{row}（{column}）"},
    {Sentence::kTwoPlaces, "{first}与{second}", "{first} and {second}"},
    {Sentence::kSamePlaceInTable, "差额正是同表“{name}”的数",
     "the difference is the figure of “{name}” in the same table"},
    {Sentence::kSamePlaceInRow, "差额正是同行“{name}”的数",
     "the difference is the figure under “{name}” in the same row"},
    {Sentence::kPerhapsNotAllParts, "不能确定这些行是它的全部组成部分",
     "it is not sure that these rows make it up"},
    {Sentence::kMostRowsFail, "{table}：多数行不满足，表的结构未能确定",
     "{table}: most rows fail, so the table was not understood"},
    {Sentence::kFigureNotRead, "{table}：有数字未能读出", "{table}: a figure of it was not read"},
    {Sentence::kPerhapsOtherMoney, "{first}与{second}：口径可能不同",
     "{first} and {second}: perhaps of different money"},
    {Sentence::kFitsOtherBase, "与同行的 {base} 相比正好相符", "it fits {base} of the same row"},
    {Sentence::kPerhapsOtherProjects, "{amount} 涉及的项目与项目表所列的可能不同",
     "the projects of {amount} may not be those of the project table"},
    {Sentence::kTextAndForm, "文字中的“{name}”与该项目自评表",
     "“{name}” in the text and its evaluation form"},
    {Sentence::kRowNumber, "《{table}》的行次 {before}、{printed}、{after} 不连续，请核对原文。",
     "“{table}”: row numbers {before}, {printed}, {after} do not run on; please check the "
     "original."},
    {Sentence::kPaymentsDiffer,
     "按功能分类的“{first}”为 {a}，按经济分类的“{second}”为 {b}，同类的另有 {count} "
     "项一致，请核对原文。",
     "“{first}” is {a} by function, “{second}” is {b} by economic item, while {count} other such "
     "payments agree; please check the original."},
    {Sentence::kPaymentsCountedOtherwise, "“{name}”：两种分类的表口径不同，不能比较",
     "“{name}”: the tables of the two classifications count differently"},
    {Sentence::kNoSuchClass, "按经济分类列有{items}，按功能分类的表中却没有相应的类，请核对原文。",
     "By economic item there are {items}, but the tables by function have no such class; please "
     "check the original."},
    {Sentence::kRunsOnMore, "机关运行经费 {printed} 大于“{name}”公用经费 {cost}，未见说明。",
     "机关运行经费 {printed} is more than 公用经费 {cost} of “{name}”, which is not explained."},
    {Sentence::kRunsOnLess, "机关运行经费 {printed} 小于“{name}”公用经费 {cost}，未见说明。",
     "机关运行经费 {printed} is less than 公用经费 {cost} of “{name}”, which is not explained."},
    {Sentence::kGoalsOfProjects, "设定绩效目标的 {count} 个项目的资金与项目支出表的合计",
     "The money of the {count} projects with goals and the total of the project table"},
    {Sentence::kListedWithoutAmount,
     "文字说经费用于{names}等 {count} 项，按经济分类的表中这些项没有数，请核对原文。",
     "The text says that money is spent on {count} items such as {names}, for which the tables by "
     "economic item print no amount; please check the original."},
    {Sentence::kGoalsOfSomeProjects,
     "设定绩效目标的 {count} 个项目合计 {sum}，少于项目支出 {total}，可能有项目没有公开绩效目标。",
     "The {count} projects with goals come to {sum}, less than the project expenditure of {total}; "
     "perhaps not all goals are published."},
    {Sentence::kIndicatorsWithoutUnit, "绩效指标{places}的指标值没有单位。",
     "Indicators have values without a unit: {places}."},
    {Sentence::kIndicatorUnitCutShort, "绩效指标值{places}的单位不完整。",
     "Units of indicators are cut short: {places}."},
    {Sentence::kCountInPercent, "数量指标“{name}”的指标值“{value}”以百分比为单位，请核对单位。",
     "The indicator of quantity “{name}” has a value in per cent, “{value}”; please check its "
     "unit."},
    {Sentence::kCodesRepeated,
     "《{table}》有 {count} 个科目列了不止一行（如“{name}”{a} 和 {b}），没有写明各行属于哪个单位。",
     "《{table}》 prints {count} items in several rows (“{name}”: {a} and {b}) and does not say "
     "which body each is of."},
    {Sentence::kSlippedUp,
     "《{table}》“{column}”列自“{row}”起，数字比行名偏上 {count} 行；移回后 {sums} "
     "项合计全部成立，请核对原文。",
     "“{table}”, column “{column}”: from “{row}” on, amounts stand {count} rows too high; moved "
     "back, all {sums} sums hold. Please check the original."},
    {Sentence::kSlippedDown,
     "《{table}》“{column}”列自“{row}”起，数字比行名偏下 {count} 行；移回后 {sums} "
     "项合计全部成立，请核对原文。",
     "“{table}”, column “{column}”: from “{row}” on, amounts stand {count} rows too low; moved "
     "back, all {sums} sums hold. Please check the original."},
    {Sentence::kBudgetOfYear, "{year}年预算", "the {year} budget"},
    {Sentence::kAccountOfYear, "{year}年决算", "the {year} final account"},
    {Sentence::kUnitsGive, "{document}“{subject}”为 {value}，所列单位的文件合计为 {sum}",
     "“{subject}” is {value} in {document}; the documents of the units it lists add up to {sum}"},
    {Sentence::kChangeImplies,
     "{document}“{subject}”为 {value}，增减 {change}，推算 {year} 年为 {base}，{against}为 "
     "{printed}",
     "“{subject}” is {value} in {document}, changed by {change}, so it was {base} in {year}; "
     "{against} prints {printed}"},
    {Sentence::kPrintsLastYear,
     "{document}所列 {year} 年“{subject}”为 {value}，{against}为 {printed}",
     "{document} prints {value} for “{subject}” of {year}; {against} prints {printed}"},
    {Sentence::kPrintsOpening,
     "{document}所列 {year} 年“{subject}”年初预算为 {value}，{against}为 {printed}",
     "{document} prints {value} for “{subject}” in the opening budget of {year}; {against} prints "
     "{printed}"},
    {Sentence::kDocumentsDisagree, "{body}：{statement}，相差 {difference}，请核对原文。",
     "{body}: {statement}, off by {difference}; please check the originals."},
    {Sentence::kMoreDisagree, "另有 {count} 项同样不一致。", "So are {count} more figures."},
    {Sentence::kLastDigitBetween, "末位不同，可能是凑整或截尾。",
     "The last digit differs, perhaps cut off or made to add up."},
    {Sentence::kDrawnUpOtherwise, "所比 {compared} 项中 {differing} 项不一致，口径可能不同。",
     "Of {compared} figures compared {differing} differ: perhaps they cover different things."},
    {Sentence::kSeveralDocuments, "{body}：有 {count} 份 {year} 年的文件，不知以哪份为准",
     "{body}: which of its {count} documents of {year} holds is not known"},
    {Sentence::kNoHeadOffice, "{body}：单位名单里没有本级",
     "{body}: its list of units lacks the body itself"},
    {Sentence::kUnitsMissing,
     "{body}：所列 {all} 个单位中，{names} {count} 个没有给出（或不止一份）文件",
     "{body}: of the {all} units listed, {count} have no document here, or several: {names}"},
    {Sentence::kSeveralScopes, "{body}：“{name}”等 {count} 个数有几种口径，不能确定哪个可比",
     "{body}: {count} figures such as “{name}” are printed for several scopes, and which can be "
     "compared is not known"},
    {Sentence::kNothingCompared, "{body}：与 {year} 年的文件没有可以比较的数",
     "{body}: no figure can be compared with its document of {year}"},
    {Sentence::kNameInherited, "{count} 个数字的名称取自前面的段落，如“{quote}”，请核对。",
     "{count} figures take their name from a paragraph before, such as “{quote}”; please check."},
    {Sentence::kNameNotRead, "{count} 个数字没有读出是什么的数，如“{quote}”，请核对。",
     "what {count} figures are of was not read, such as “{quote}”; please check."},
    {Sentence::kTwoNames, "{count} 个数字可以有两种理解，如“{quote}”，请核对。",
     "{count} figures can be of either of two things, such as “{quote}”; please check."},
    {Sentence::kStoreUnwritable, "结果目录无法写入（{reason}）。请检查路径、权限和磁盘空间。",
     "The folder of results cannot be written ({reason}). Check the path, its permissions and the "
     "space on the disk."},
    {Sentence::kStoreOfOthers,
     "这里的结果由其他版本的程序或其他规则生成。请换一个目录，或用同一版本。",
     "The results here were made by another version of the program or with other patterns. Name "
     "another folder, or use the same version."},
    {Sentence::kStoreIsTaken, "目录里有别的文件，不是存放结果的目录。请换一个空目录或新目录。",
     "The folder holds other files and no results. Name an empty or a new folder."},
};

constexpr bool are_in_order() {
  std::size_t expected = 0;
  for (const SentenceEntry& entry : kSentences)
    if (static_cast<std::size_t>(entry.id) != expected++) return false;
  return true;
}
static_assert(are_in_order(), "a row for each Sentence, in its order");

std::string filled(std::string_view sentence, std::initializer_list<Slot> slots,
                   std::string Said::*language) {
  std::string result;
  while (!sentence.empty()) {
    const std::size_t open = sentence.find('{');
    result += sentence.substr(0, open);
    if (open == std::string_view::npos) break;
    const std::size_t close = sentence.find('}', open);
    const std::string_view name = sentence.substr(open + 1, close - open - 1);
    for (const Slot& slot : slots)
      if (slot.name == name) result += slot.value.*language;
    sentence.remove_prefix(close + 1);
  }
  return result;
}

}  // namespace

Said said(Sentence id, std::initializer_list<Slot> slots) {
  const auto at = static_cast<std::size_t>(id);
  assert(at < std::size(kSentences));
  return {filled(kSentences[at].chinese, slots, &Said::chinese),
          filled(kSentences[at].english, slots, &Said::english)};
}

Said joined(Said first, const Said& second) {
  first.chinese += second.chinese;
  first.english += " " + second.english;
  return first;
}

}  // namespace mingxi::messages
