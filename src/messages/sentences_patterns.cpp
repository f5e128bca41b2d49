#include "messages/sentence_entry.h"

namespace mingxi::messages {
namespace {

// What is wrong with patterns/. In the order of Sentence.
constexpr SentenceEntry<Sentence> kSentences[] = {
    {Sentence::kNoSuchCheck, "没有这种核对", "there is no such check"},
    {Sentence::kNoSuchKindOfTable, "没有这种表", "there is no such kind of table"},
    {Sentence::kIncomeOrExpenditure, "只能是 income 或 expenditure",
     "must be income or expenditure"},
    {Sentence::kUnknownScheme, "不认识分类“{name}”。", "Unknown scheme \"{name}\"."},
    {Sentence::kKeyIsNoCode, "键不是科目编码。", "The key is no code."},
    {Sentence::kNoSuchCode, "没有编码{code}。", "There is no code {code}."},
    {Sentence::kNameTwice, "名称重复。", "The name is given twice."},
    {Sentence::kNotDefined, "没有定义：{name}", "not defined: {name}"},
    {Sentence::kDefinitionUnused, "定义没有用到：{name}", "definition is never used: {name}"},
    {Sentence::kRuleWithoutAbout, "请写明这条规则是关于什么的。", "Say what this rule is about."},
    {Sentence::kCounterexampleWithoutReason, "反例要写明理由（why）。",
     "A counterexample needs its reason (why)."},
    {Sentence::kRuleWithoutExamples, "每条规则至少要有一个例子和一个反例。",
     "A rule needs an example and a counterexample."},
    {Sentence::kWordsWithoutExamples, "每组词至少要有一个例子和一个反例。",
     "A group of words needs an example and a counterexample."},
    {Sentence::kExpressionNotCompiled, "表达式“{shown}”无法编译：{why}。请改正。",
     "the expression \"{shown}\" cannot be compiled: {why}. Correct it."},
    {Sentence::kGroupMissing, "缺少命名组“{group}”。", "The named group \"{group}\" is missing."},
    {Sentence::kNestedTooDeep, "嵌套超过16层。", "Nested deeper than 16 levels."},
    {Sentence::kKeyTwice, "键“{key}”出现了两次。", "The key \"{key}\" is given twice."},
    {Sentence::kMalformedJson, "第{at_line}行第{at_column}列不是合法的JSON：{cause}",
     "Malformed JSON at line {at_line}, column {at_column}: {cause}"},
    {Sentence::kPatternsTooLarge, "文件超过2 MiB。", "Larger than 2 MiB."},
    {Sentence::kObjectWanted, "这里应是对象。", "An object is wanted here."},
    {Sentence::kKeyMissing, "缺少键“{name}”。", "The key \"{name}\" is missing."},
    {Sentence::kArrayWanted, "这里应是数组。", "An array is wanted here."},
    {Sentence::kStringWanted, "这里应是字符串。", "A string is wanted here."},
    {Sentence::kIntegerWanted, "这里应是整数。", "An integer is wanted here."},
    {Sentence::kBooleanWanted, "这里应是true或false。", "true or false is wanted here."},
    {Sentence::kUnknownKey, "不认识的键“{key}”。", "Unknown key \"{key}\"."},
    {Sentence::kUnknownWord, "不认识“{given}”。", "\"{given}\" is none of the words allowed here."},
    {Sentence::kTwoNumbersWanted, "应为两个数", "two numbers are wanted"},
    {Sentence::kGroupOfYearOrKindMissing,
     "缺少命名组：year，或 budget、final_account、other 之一。",
     "A named group is missing: year, or one of budget, final_account and other."},
    {Sentence::kIdTwice, "编号“{id}”重复。", "The id \"{id}\" is given twice."},
    {Sentence::kPatternFileMissing, "规则文件夹中缺少这个文件。",
     "this file is missing from the patterns folder."},
    {Sentence::kPatternFileUnknown, "规则文件夹中有不认识的文件，请移走。",
     "the patterns folder holds a file that is not known; move it away."},
    {Sentence::kNoDivision, "“{word}”不是六位代码加名称。",
     "\"{word}\" is not six digits and a name."},
    {Sentence::kCodeOutOfOrder, "代码{code}没有按顺序排列。", "The code {code} is out of order."},
    {Sentence::kNoSuchDivision, "没有代码{code}。", "There is no code {code}."},
    {Sentence::kPatternFileUnreadable, "无法读取这个规则文件。",
     "this pattern file cannot be read."},
    {Sentence::kNoPatternFiles,
     "这里没有规则文件（*.json）。请用 --patterns 指定规则文件夹，或不加此选项使用内置规则。",
     "there are no pattern files (*.json) here. Name the folder with --patterns, or leave the "
     "option out to use those built in."},
};

static_assert(in_order<Sentence>(kSentences, Sentence::kNoSuchCheck, Sentence::kNoPatternFiles),
              "the table has each of its sentences once, in the order of Sentence");

}  // namespace

std::span<const SentenceEntry<Sentence>> sentences_of_patterns() { return kSentences; }

}  // namespace mingxi::messages
