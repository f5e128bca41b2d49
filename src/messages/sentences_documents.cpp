#include "messages/sentence_entry.h"

namespace mingxi::messages {
namespace {

// What a document lacks, and slips in its words. In the order of Sentence.
constexpr SentenceEntry<Sentence> kSentences[] = {
    {Sentence::kFormNotFilledIn,
     "全文有{count}处“{words}”一类的占位符，几乎没有数字：可能是没有填写的表样。",
     "There are {count} placeholders such as “{words}” and hardly a figure: the form may not have "
     "been filled in."},
    {Sentence::kNumbersNotFilledIn, "“{words}”等{count}处没有填写数字，可能是没有填写的表样。",
     "“{words}” and other places, {count} in all, lack their number: the form may not have been "
     "filled in."},
    {Sentence::kNameOfOtherCode,
     "编码{code}的名称印为“{name}”，这是编码{other}的名称；{about}，请核对。",
     "code {code} is printed with the name “{name}”, which is that of {other}; {about}."},
    {Sentence::kNameOfCode, "{code}的名称是“{name}”", "{code} is “{name}”"},
    {Sentence::kParentNotThere, "文中没有上级编码{code}",
     "its parent {code} is not in the document"},
    {Sentence::kNameOutdated,
     "“{name}”是旧科目名称，{year}年起为“{current}”，共{count}处：{words}。",
     "“{name}” is an outdated name; since {year} it is “{current}” ({count} place(s): {words})."},
    {Sentence::kBlankPages, "第 {pages} 页是空白页。", "Page(s) {pages} are blank."},
    {Sentence::kImagesMayHoldTables, "有的页面是图像，没有可读取的文字，表格可能在其中",
     "some pages are images without text, which may hold the tables"},
    {Sentence::kImagesMayHoldIt, "有的页面是图像，没有可读取的文字，有关内容可能在其中",
     "some pages are images without text, which may hold it"},
    {Sentence::kTablesMissing, "{words}：文中列出，但没有读到相应的表。",
     "{words}: announced, but no such table can be read."},
    {Sentence::kTablesPerhapsApart, "{words}：文中列出，但没有读到相应的表，可能另文公开。",
     "{words}: announced, but no such table can be read; it may be published apart."},
    {Sentence::kTablesEmpty, "{words}：表中没有数字，也没有说明为空表。",
     "{words}: no figures, and no note that says so."},
    {Sentence::kTableSaidEmpty, "“{table}”有数字，表下说明“{note}”，请核对原文。",
     "“{table}” holds figures, its note says “{note}”; please check the original."},
    {Sentence::kNotMentioned, "全文没有提到：{names}。", "The document says nothing of: {names}."},
    {Sentence::kWordingFound, "{words}：{what}", "{words}: {what}"},
    {Sentence::kWordingFoundOften, "{words}，共 {count} 处：{what}",
     "{words} ({count} places): {what}"},
    {Sentence::kFormWordingLeft, "保留了填表用语，没有写明增加还是减少。",
     "wording of the form is left in; it does not say whether this is an increase or a decrease."},
    {Sentence::kUnitNotPrinted, "数字后面没有单位。", "the figure is printed without its unit."},
    {Sentence::kNumberNotPrinted, "单位前面没有数字。", "the number before the unit is missing."},
    {Sentence::kMarksDoubled, "标点重复。", "a punctuation mark too many."},
    {Sentence::kMarksNotPaired, "{marks}不成对。", "{marks} are not paired."},
    {Sentence::kNoFullStop, "句末缺少句号。", "the sentence ends without its full stop."},
    {Sentence::kQuotationMarks, "引号", "quotation marks"},
    {Sentence::kTitleMarks, "书名号", "title marks"},
    {Sentence::kBrackets, "括号", "brackets"},
};

static_assert(in_order<Sentence>(kSentences, Sentence::kFormNotFilledIn, Sentence::kBrackets),
              "the table has each of its sentences once, in the order of Sentence");

}  // namespace

std::span<const SentenceEntry<Sentence>> sentences_of_documents() { return kSentences; }

}  // namespace mingxi::messages
