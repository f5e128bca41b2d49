#include "output/write/spreadsheet.h"

#include <gmock/gmock.h>

#include "output/dataset/csv.h"
#include "support/hostile_texts.h"

namespace mingxi::output {
namespace {

TEST(NeedsGuard, IsTrueOfWhatASpreadsheetWouldRun) {
  for (const char* text :
       {"=1+1", "+A1", "-A1", "@SUM(A1)", "＝1+1", "＋A1", "－A1", "＠SUM(A1)", "\tx", "\rx", "\nx",
        "-5+3", "-1.2.3", "-cmd|'/c calc'!A1", " =1", "　=1", "+"})
    EXPECT_TRUE(needs_guard(text)) << text;
}

TEST(NeedsGuard, IsFalseOfNumbersDashesAndWords) {
  for (const char* text : {"-121.33", "-1,234.56", "-5.3%", "+5.2%", "－12.30", "-", "－", "--",
                           "—", "—x", "收入总计", "a=1", "1-2", "", "'", "'-5"})
    EXPECT_FALSE(needs_guard(text)) << text;
}

TEST(Guard, CanBeUndone) {
  for (const std::string text : {"=x", "'=x", "''=x", "'x", "'", "-", "'-", "-5", "'-5", "x", "",
                                 "+", "'@", " =x", "' =x", " '=x", "'＝x"})
    EXPECT_EQ(unguarded(std::string(guard_of(text)) + text), text);
}

/// Whether a spreadsheet that trims and folds widths sees a formula, judged by the first character
/// alone.
bool begins_like_a_formula(std::string text) {
  for (const auto& [wide, narrow] : {std::pair{"＝", "="}, {"＋", "+"}, {"－", "-"}, {"＠", "@"}}) {
    for (std::size_t at = 0; (at = text.find(wide, at)) != std::string::npos;)
      text.replace(at, 3, narrow);
  }
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string::npos) return false;
  text.erase(0, first);
  const bool is_number = text.find_first_not_of("+-0123456789.,%", 0) == std::string::npos &&
                         text.find_first_of("+-", 1) == std::string::npos;
  const bool is_dashes = text.find_first_not_of('-') == std::string::npos;
  return std::string_view("=+-@\t\r\n").find(text[0]) != std::string_view::npos &&
         !(is_number && text != "+") && !is_dashes;
}

TEST(Guard, LeavesNoFormulaAmongHostileTexts) {
  for (const std::string& text : hostile_texts(10'000)) {
    std::string line;
    append_csv_field(line, text, guard_of(text));
    CsvReader reader;
    reader.feed(line + "\r\n");
    const auto record = reader.next();
    ASSERT_TRUE(record && record->size() == 1) << text;
    EXPECT_FALSE(begins_like_a_formula(record->front())) << text;
    EXPECT_EQ(unguarded(record->front()), text);
  }
}

TEST(WorkbookText, IsCleanAndNoLongerThanACellHolds) {
  EXPECT_EQ(workbook_text("a\x01\xFF"), "a \uFFFD");
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "表";
  EXPECT_EQ(workbook_text(text).size(), 32'766U);
}

}  // namespace
}  // namespace mingxi::output
