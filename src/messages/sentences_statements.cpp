#include "messages/sentence_entry.h"

namespace mingxi::messages {
namespace {

// What figures of the prose contradict, and why they may not. In the order of Sentence.
constexpr SentenceEntry<Sentence> kSentences[] = {
    {Sentence::kAllPartsNotRead, "文字中没有读到全部组成部分", "the text does not give all parts"},
    {Sentence::kFitsOtherFigures, "与同节各项的另一数相符",
     "it fits other figures of the same items"},
    {Sentence::kDifferenceInSection, "差额正是同节“{name}”的数",
     "the difference is the figure of “{name}” beside it"},
    {Sentence::kDifferenceIs, "差额正是“{name}”的数", "the difference is the figure of “{name}”"},
    {Sentence::kFitsInParagraph, "与同段“{name}”相符", "it fits “{name}” in its paragraph"},
    {Sentence::kFitsSumOfParts, "与各项之和相符", "it fits the sum of the parts"},
    {Sentence::kIsTheChange, "{figure} 是增减额，不是上年数",
     "{figure} is the change, not last year's figure"},
    {Sentence::kListIsPartial, "所列不是全部", "the list is not of all parts"},
    {Sentence::kFitsAfterAll, "{about}：{formula}：{reason}", "{about}: {formula}: {reason}"},
    {Sentence::kChangeOf, "{subject}的增减额", "The change of {subject}"},
    {Sentence::kRateOf, "{subject}的增减幅度", "The rate of change of {subject}"},
    {Sentence::kSharesOf, "{subject}各项占比", "The shares of {subject}"},
    {Sentence::kTwoValuesInItem, "同一项内{subject}写了两个数",
     "{subject} has two values in one item"},
    {Sentence::kTwoValuesInSections, "{subject}在两节中写了两个数",
     "{subject} has two values in two sections"},
    {Sentence::kTextAndTable, "文字中的{subject}与表中的{other}",
     "{subject} in the text and {other} in the table"},
    {Sentence::kSaidOtherWay,
     "{subject}预算为 {budget}，决算为 {outcome}，却写“{words}”，请核对原文。",
     "{subject} has a budget of {budget} and an outcome of {outcome}, yet the text says “{words}”; "
     "please check the original."},
    {Sentence::kRateOfNoBudget,
     "{subject}预算为 0，决算为 {outcome}，却写完成预算的 {rate}%，请核对原文。",
     "{subject} has a budget of 0 and an outcome of {outcome}, yet {rate}% of the budget; please "
     "check the original."},
    {Sentence::kUnitDiffers,
     "{subject}写为 {words}，同一数字在别处为 {other_words}（{other}），请核对单位。",
     "{subject} reads {words}, the same number elsewhere {other_words} ({other}); please check the "
     "unit."},
    {Sentence::kNoRateFromZero,
     "{subject}由 0 增加 {change}，增减幅度写为 {rate}：基数为 0 时没有增减幅度。",
     "{subject} grew by {change} from 0, and the rate reads {rate}: from 0 there is no rate."},
    {Sentence::kWrongRateFromZero,
     "{subject}由 0 增加 {change}，增减幅度写为 {rate}：基数为 0 时没有增减幅度，请核对原文。",
     "{subject} grew by {change} from 0, and the rate reads {rate}: from 0 there is no rate; "
     "please check the original."},
    {Sentence::kRateOfNothing, "{subject}上年和本年均为 0，增减幅度却写为 {rate}，请核对原文。",
     "{subject} is 0 in both years, yet the rate reads {rate}; please check the original."},
    {Sentence::kPerhapsOneFigure, "{subject}为 {value}，{other}为 {other_value}，请核对是否一致。",
     "{subject} is {value}, {other} {other_value}; please check whether both are meant."},
    {Sentence::kSameOnlyThisYear,
     "{subject}与{other}本年同为 {value}，上年数却为 {base} 和 {other_base}，增减额为 {change} 和 "
     "{other_change}，请核对原文。",
     "{subject} and {other} are both {value} this year, but {base} and {other_base} the year "
     "before, changed by {change} and {other_change}; please check the original."},
    {Sentence::kOtherNumberListed, "“{words}”，列出 {count} 个，请核对原文。",
     "“{words}”, but {count} are listed; please check the original."},
};

static_assert(in_order<Sentence>(kSentences, Sentence::kAllPartsNotRead,
                                 Sentence::kOtherNumberListed),
              "the table has each of its sentences once, in the order of Sentence");

}  // namespace

std::span<const SentenceEntry<Sentence>> sentences_of_statements() { return kSentences; }

}  // namespace mingxi::messages
