#include "messages/sentence_entry.h"

namespace mingxi::messages {
namespace {

// What of a page was not taken in. In the order of ReadingSentence.
constexpr SentenceEntry<ReadingSentence> kSentences[] = {
    {ReadingSentence::kNotANumber, "“{quote}”未能读作数字，没有计入，请核对原文。",
     "“{quote}” could not be read as a number and gives no figure; please compare the original."},
    {ReadingSentence::kCellsNotRead,
     "《{table}》有 {count} 个金额单元格未能读作数字{quotes}，有关的合计没有核对。",
     "“{table}” has {count} cells of amounts that could not be read as numbers{quotes}; their sums "
     "were not checked."},
    {ReadingSentence::kRegionNotRead, "第 {pages} 页有{what}，没有读入{quotes}。",
     "Page(s) {pages}: {what}, not read{quotes}."},
    {ReadingSentence::kRegionReadWithDoubts, "第 {pages} 页有{what}，请对照原文{quotes}。",
     "Page(s) {pages}: {what}; please compare the original{quotes}."},
    {ReadingSentence::kTextWithoutUnicode, "没有字符编码的文字", "text without Unicode"},
    {ReadingSentence::kTurnedText, "横排或倒置的文字", "text that is turned"},
    {ReadingSentence::kStruckText, "被划去的文字", "text that is struck out"},
    {ReadingSentence::kPaleText, "压在正文上下的浅色文字（水印）",
     "pale text over or under other text (a watermark)"},
    {ReadingSentence::kSlantedText, "斜排的文字（水印）", "text at an odd angle (a watermark)"},
    {ReadingSentence::kRegionLikeATable, "形如表格但没有可用框线的内容",
     "what looks like a table without usable rules"},
    {ReadingSentence::kTitleWithoutTable, "表名，却没有表",
     "the title of a table without its table"},
    {ReadingSentence::kInImage, "图像中的内容", "an image"},
    {ReadingSentence::kDoubtfulTableInImage, "图像中的表格，有的数字没有读准",
     "a table that is an image was not read for sure"},
    {ReadingSentence::kUnderSeal, "印章盖住的内容", "what lies under a seal was not read for sure"},
    {ReadingSentence::kDoubtfulRulings, "框线存疑的表格，数字可能不在原来的列",
     "figures of a grid may not be in their columns"},
    {ReadingSentence::kAttachedFiles, "附件文件", "attached files"},
    {ReadingSentence::kHiddenCells, "隐藏的工作表、行或列", "hidden sheets, rows or columns"},
};

static_assert(in_order<ReadingSentence>(kSentences, ReadingSentence::kNotANumber,
                                        ReadingSentence::kHiddenCells),
              "the table has each of its sentences once, in the order of ReadingSentence");

}  // namespace

std::span<const SentenceEntry<ReadingSentence>> sentences_of_unread() { return kSentences; }

}  // namespace mingxi::messages
