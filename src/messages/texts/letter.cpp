#include "messages/texts/text_entry.h"

namespace mingxi::messages {
namespace {

// The letter of findings to a body. In the order of Text.
constexpr TextEntry kLetterTexts[] = {
    {Text::kLetterTitle, "关于《{1}》的核对意见", "Findings on “{1}”"},
    {Text::kLetterTo, "{1}：", "To {1}"},
    {Text::kLetterSummary,
     "我们对公开的《{1}》（共 {2} 页）所载数字进行了核对。共核对 {3} 项，成立 {4} 项（其中 {5} "
     "项在四舍五入范围内），不成立 {6} 项；另有 {7} 项缺少条件，没有核对。",
     "The figures printed in “{1}” ({2} pages) were checked against one another. Of {3} checks {4} "
     "hold ({5} of them within rounding) and {6} fail; {7} more could not be made."},
    {Text::kLetterCounts,
     "其中数字矛盾（错误）{1} 处，需要更正或说明（警告）{2} "
     "处，逐条列在下面。没有列出的内容不等于没有问题。",
     "Figures contradict each other in {1} places (errors); {2} more want mending or a word "
     "(warnings). They are listed below. What is not listed is not thereby right."},
    {Text::kLetterFindings, "一、需要核对的情况", "Findings"},
    {Text::kLetterNoFindings, "没有发现不一致。", "Nothing contradicts."},
    {Text::kLetterFinding, "{1}.［{2}］{3} {4}", "{1}. [{2}] {3} {4}"},
    {Text::kLetterFormula, "算式：{1}", "Formula: {1}"},
    {Text::kLetterNumbers, "印作 {1}，按算式应为 {2}，相差 {3}。",
     "Printed {1}, the formula gives {2}; the difference is {3}."},
    {Text::kLetterProposeNumber,
     "建议：核对“{1}”。若有误，将 {2} 更正为 {3}；若无误，请说明差额的原因。",
     "Proposal: check “{1}”. If it is wrong, mend {2} to {3}; if it is right, say why they "
     "differ."},
    {Text::kLetterProposeMissing, "建议：补充缺少的内容，或说明没有的原因。",
     "Proposal: add what is missing, or say why there is none."},
    {Text::kLetterPropose, "建议：对照原始资料核对，更正或说明。",
     "Proposal: check it with the source, and mend it or say why it is so."},
    {Text::kLetterMorePlaces, "另有 {1} 处依据，见复核页面。",
     "{1} more places it rests on: see the review page."},
    {Text::kLetterConfirmed, "复核：已确认。", "Review: confirmed."},
    {Text::kLetterNote, "复核备注：{1}", "Reviewer’s note: {1}"},
    {Text::kLetterHeld, "二、核对过并且成立的", "What was checked and holds"},
    {Text::kLetterCheck, "核对内容", "Check"},
    {Text::kLetterCount, "项数", "Number"},
    {Text::kLetterNotPossible, "三、没有核对的及其原因", "What could not be checked, and why"},
    {Text::kLetterMadeBy,
     "由 {1} {2}（规则 {3}）生成，文件 SHA-256：{4}。数字均取自公开文件，供核对用，不是审计结论。",
     "Made by {1} {2} (rules {3}); SHA-256 of the document: {4}. All figures are taken from the "
     "published document; this is help in checking, not an audit opinion."},
    {Text::kLetterNoDate, "　　　　年　　月　　日", "Date: ________________"},
    {Text::kLetterQuote, "“{1}”", "“{1}”"},
    {Text::kLetterQuotes, "{1}”“{2}", "{1}” “{2}"},
    {Text::kLetterReason, "{1}：{2}", "{1}: {2}"},
    {Text::kLetterYuan, "{1}元", "{1} yuan"},
};

static_assert(in_order(kLetterTexts, Text::kLetterTitle, Text::kLetterYuan),
              "the table has each of its texts once, in the order of Text");

}  // namespace

std::span<const TextEntry> letter_texts() { return kLetterTexts; }

}  // namespace mingxi::messages
