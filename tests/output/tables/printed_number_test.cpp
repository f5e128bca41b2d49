#include "output/tables/printed_number.h"

#include <gmock/gmock.h>

namespace mingxi::output {
namespace {

TEST(PrintedNumber, ShowsWhatWasPrinted) {
  const struct {
    const char* text;
    PrintedNumber number;
  } cases[] = {
      {"0", {0, "0"}},
      {"0.00", {0, "0.00"}},
      {"1326", {1326, "0"}},
      {"1,234.56", {1234.56, "#,##0.00"}},
      {"12,345,678", {12345678, "#,##0"}},
      {"-12.30", {-12.3, "0.00"}},
      {"－12.30", {-12.3, "0.00"}},
      {"12.5%", {0.125, "0.0%"}},
      {"-100％", {-1, "0%"}},
      {"１２３．４５", {123.45, "0.00"}},
      {"(1,234.56)", {-1234.56, "#,##0.00;(#,##0.00)"}},
      {"（0.50）", {-0.5, "0.00;(0.00)"}},
      {"123456789012.345", {123456789012.345, "0.000"}},
  };
  for (const auto& each : cases) EXPECT_EQ(printed_number(each.text), each.number) << each.text;
}

TEST(PrintedNumber, LeavesWhatWouldNotComeBackAsPrinted) {
  for (const char* text :
       {"",       "-",        "—",     "%",    "()",     "(1)",      "（12）", "007",
        "00.5",   "-0.00",    "+5",    ".5",   "5.",     "1,23",     "1,2345", ",123",
        "1,234,", "1234,567", "1.2.3", "1 2",  "12.3 4", "1\u30002", "12.5%%", "1234567890123456",
        "1e5",    "0x10",     "=1",    "-2+3", "12元",   "--5",      "(-5.0",  "1，234.56"}) {
    EXPECT_EQ(printed_number(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace mingxi::output
