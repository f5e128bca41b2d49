#include "read/office/xlsx/number_format.h"

#include <gtest/gtest.h>

#include <string>

namespace mingxi::read {
namespace {

std::string printed(const char* code, double number) { return NumberFormat(code).printed(number); }

TEST(NumberFormat, PrintsWhatTheSheetShows) {
  struct Case {
    const char* code;
    double number;
    const char* text;
  };
  for (const Case& c : {
           Case{"General", 1234.5, "1234.5"},
           {"General", 0.1 + 0.2, "0.3"},
           {"General", -0.0, "0"},
           {"0", 2.5, "3"},
           {"0.00", 1.005, "1.01"},
           {"0.00", -0.001, "0.00"},
           {"#,##0.00", 1234567.891, "1,234,567.89"},
           {"#,##0.00", -1234.5, "-1,234.50"},
           {"#,##0", 999.5, "1,000"},
           {"#,##0.00_ ;[Red]\\-#,##0.00\\ ", -3, "-3.00 "},
           {"#,##0.00;[Red](#,##0.00)", -3, "(3.00)"},
           {"#,##0.00;-#,##0.00;\"-\"", 0, "-"},
           {"0.0%", 0.0286, "2.9%"},
           {"0.##", 1.5, "1.5"},
           {"00000", 42, "00042"},
           {"#,##0.00,", 1234567, "1,234.57"},
           {"0!.0,", 123456, "12.3"},
           {"0\"万元\"", 12, "12万元"},
           {"[$¥-804]#,##0.00", 12, "¥12.00"},
           {"yyyy\"年\"m\"月\"d\"日\"", 45292, "2024年1月1日"},
           {"yyyy-mm-dd", 59, "1900-02-28"},
       })
    EXPECT_EQ(printed(c.code, c.number), c.text) << c.code << " " << c.number;
}

TEST(NumberFormat, CountsDaysFrom1904WhereTheWorkbookDoes) {
  EXPECT_EQ(NumberFormat("yyyy-mm-dd", DateSystem::k1904).printed(0), "1904-01-01");
}

TEST(NumberFormat, SurvivesWhatIsNoFormat) {
  for (const char* code :
       {"", ";", "\"", "[", "\\", "_", "*", "%", ",", ".", "0.0.0", "[$", "\"\"\""})
    printed(code, -12.5);
}

TEST(PlainNumber, HasNoTracesOfItsBinaryForm) {
  EXPECT_EQ(plain_number(0.1 + 0.2), "0.3");
  EXPECT_EQ(plain_number(1234.5600000000001), "1234.56");
}

}  // namespace
}  // namespace mingxi::read
