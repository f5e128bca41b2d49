#include "messages/sentence_entry.h"

namespace mingxi::messages {
namespace {

// What was checked and what was found. In the order of Sentence.
constexpr SentenceEntry<Sentence> kSentences[] = {
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
    {Sentence::kRowsRepeat,
     "《{table}》中有 {count} 个项目（如“{name}”）各列示多行而金额不同，表内没有写明各行的区别，"
     "例如所属单位。",
     "“{table}” lists {count} items, such as “{name}”, in several rows of other amounts and "
     "does not say what the rows differ in, such as their units."},
    {Sentence::kTableNamesNoUnit, "《{table}》没有写明金额单位。",
     "“{table}” does not name the unit of its amounts."},
    {Sentence::kTableUnitInferred, "《{table}》没有写明金额单位；按合计与其他表相同，应为{unit}。",
     "“{table}” does not name the unit of its amounts; its total stands in other tables in "
     "{unit}."},
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
    {Sentence::kClassesLeftOut,
     "文中所列各类不全：表中还有{names}，各类合计为 {total}，请核对原文。",
     "the list of classes is not complete: the table also has {names}, and all of them come to "
     "{total}; please check the original."},
    {Sentence::kItemsExchanged,
     "文字列有“{listed}”，表中没有数；表中有“{paid}”{amount}，文字没有列出，请核对原文。",
     "the text lists “{listed}”, of which the table has no amount, and not “{paid}”, of which it "
     "has {amount}; please check the original."},
    {Sentence::kIndicatorsWithoutUnit, "绩效指标{places}的指标值没有单位。",
     "Indicators have values without a unit: {places}."},
    {Sentence::kIndicatorUnitCutShort, "绩效指标值{places}的单位不完整。",
     "Units of indicators are cut short: {places}."},
    {Sentence::kCountInPercent, "数量指标“{name}”的指标值“{value}”以百分比为单位，请核对单位。",
     "The indicator of quantity “{name}” has a value in per cent, “{value}”; please check its "
     "unit."},
    {Sentence::kReasonRepeats, "{words}：原因只重复了增减本身，没有说明为什么。",
     "{words}: the reason only repeats the change."},
    {Sentence::kReasonOfAnother,
     "“{subject}”的说明“{words}”说的是“{other}”，与该项的说明相同，疑为复制，请核对。",
     "what is said of “{subject}”, “{words}”, speaks of “{other}” and is said there too: perhaps "
     "copied; please check."},
    {Sentence::kBudgetedAfterAll, "{subject}安排 {amount}，原因却写“{words}”，请核对原文。",
     "{subject} is budgeted at {amount}, yet the reason reads “{words}”; please check the "
     "original."},
    {Sentence::kReasonsDisagree,
     "{subject}增减 {amount}的原因写“{words}”，{other}增减 {other_amount}的原因写“{other_words}”，"
     "两处相反，请核对原文。",
     "the reason for the change of {subject} ({amount}) reads “{words}”, that for {other} "
     "({other_amount}) “{other_words}”: they contradict each other; please check the original."},
    {Sentence::kSaidTwice, "“{words}”和“{other_words}”：同一说法写了两个数，请核对原文。",
     "“{words}” and “{other_words}”: the same is said with two figures; please check the "
     "original."},
    {Sentence::kChangedTwice,
     "{subject}比上年的变化写了 {one} 和 {other} 两个数，比较的基数不同，请核对口径。",
     "{subject} is said to change by {one} and by {other} from the year before: the bases differ; "
     "please check what is compared."},
    {Sentence::kHasSubordinates, "文中写“{words}”，又写“{other_words}”，请核对原文。",
     "the text reads “{words}” and also “{other_words}”; please check the original."},
    {Sentence::kNoLastYear,
     "{subject}本年为 {amount}，文中写没有上年数，却写比上年变化为 0，请核对原文。",
     "{subject} is {amount}, and had no figure the year before, yet is said to have changed by 0; "
     "please check the original."},
    {Sentence::kMoreStaffThanPosts, "行政编制 {posts} 人，实有行政人员 {staff} 人，实有多于编制。",
     "{staff} administrative staff for {posts} posts: more than there are posts."},
    {Sentence::kWithheldButPrinted,
     "文中说“{group}”款下的项级科目不公开，表中却印有{code}{item} {amount}，请核对原文。",
     "the items of “{group}” are said not to be published, yet the tables print {code} {item} "
     "{amount}; please check the original."},
    {Sentence::kNoProjectsInTables,
     "文中说用于年度项目支出，而各表项目支出均为 0，全部 {amount}都是基本支出，请核对原文。",
     "said to pay for projects of the year, yet the tables have no project expenditure: all of "
     "{amount} is basic expenditure; please check the original."},
    {Sentence::kTitleMissing, "目录列有“{title}”，正文没有这一标题。",
     "the contents list “{title}”, which the text has not."},
    {Sentence::kTitlesDiffer, "目录写作“{title}”，正文写作“{other}”，名称不一致。",
     "the contents read “{title}”, the text “{other}”."},
    {Sentence::kNoFirstHeading, "“{part}”的标题从“{heading}”开始，缺少“一、”。",
     "the headings of “{part}” begin with “{heading}”: 一、 is missing."},
    {Sentence::kNameNearlyOfClass, "{words}：与科目名称“{name}”差一个字，请核对。",
     "{words}: one character away from the class “{name}”; please check."},
    {Sentence::kCodeOfOtherScheme,
     "“{words}”：编码属于另一种支出经济分类，同列的其他类都不是，请核对。",
     "“{words}”: the code is of the other economic classification than those listed with it; "
     "please check."},
    {Sentence::kWordsDoubled, "{words}，共 {count} 处：词语重复。",
     "{words} ({count} places): words are doubled."},
    {Sentence::kStopMissing, "{words}，共 {count} 处：缺少句号（文中同样的句子有）。",
     "{words} ({count} places): a full stop is missing, which the same sentences have elsewhere."},
    {Sentence::kNotExplained, "名词解释没有解释“{name}”，而文中列有{subject} {amount}。",
     "the glossary does not explain “{name}”, of which the text gives {subject} {amount}."},
    {Sentence::kTablesElsewhere, "表格另附，不在本文件中：“{words}”。",
     "the tables are published apart: “{words}”."},
    {Sentence::kNoTableOfStateCapital, "各表中没有国有资本经营预算的表。",
     "no table is of the state capital budget."},
    {Sentence::kItemRunIn, "“{words}”：编号混排在上一项的段落中，应另起一段。",
     "“{words}”: an item run into the paragraph of the one before."},
    {Sentence::kOwnNameCutShort, "{words}：单位名称“{name}”少一个字，请核对。",
     "{words}: the name of the body, “{name}”, lacks a character; please check."},
    {Sentence::kHalfWidthMarks, "{words}，共 {count} 处：句中标点为半角。",
     "{words} ({count} places): half-width marks in Chinese text."},
    {Sentence::kEndsInSemicolon, "{words}，共 {count} 处：段落以分号结束。",
     "{words} ({count} places): a paragraph ends with a semicolon."},
    {Sentence::kNothingUnderTable, "“{words}”：表中列有内容，表下却写“无”，请核对。",
     "“{words}” under a table that is not empty; please check."},
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
    {Sentence::kPair, "文字：{prose}；表格：{tables}。", "Prose: {prose}; tables: {tables}."},
    {Sentence::kPairedByManifest, "文字与表格分在两个文件，清单写明属于同一公开。",
     "The prose and the tables are two files that the manifest says belong together."},
    {Sentence::kPairedByName, "文字与表格分在两个文件，按文件名属于同一公开。",
     "The prose and the tables are two files that belong together by their names."},
    {Sentence::kPairedByFigures, "文字与表格分在两个文件，总计和“三公”经费都相同，属于同一公开。",
     "The prose and the tables are two files that belong together, for their totals and 三公 are "
     "the same."},
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

static_assert(in_order<Sentence>(kSentences, Sentence::kFails, Sentence::kStoreIsTaken),
              "the table has each of its sentences once, in the order of Sentence");

}  // namespace

std::span<const SentenceEntry<Sentence>> sentences_of_checks() { return kSentences; }

}  // namespace mingxi::messages
