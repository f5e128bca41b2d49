#include "output/report/audit_csv.h"

#include <algorithm>

#include <gmock/gmock.h>

#include "support/audited_extraction.h"

namespace mingxi::output {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

Extraction with_message(const char* message) {
  Extraction extraction;
  extraction.findings = {{.check = Check::kReader, .message = message, .message_en = "English"}};
  return extraction;
}

TEST(AuditCsv, GivesOneRowForEachFinding) {
  const std::string hash(64, 'a');
  const std::string csv = audit_csv(audited_extraction(), messages::Language::kChinese);
  EXPECT_THAT(csv, EndsWith("预算.pdf," + hash +
                            ",某县商务局,2026,sum/class,error,inconsistent,4,"
                            "支出合计：16.50 = 16.00 + 0.40 不成立，相差 0.10万元，请核对原文。,"
                            "16.50 = 16.00 + 0.40,164000,165000,1000,150,"
                            "支出合计16.50万元 | 16.00 | 0.40\r\n"));
  EXPECT_THAT(csv, HasSubstr(",no_text,info,unreadable,8,第 8-9 页是图像。,,,,,,\r\n"));
}

TEST(AuditCsv, HasAsManyNamesAsFields) {
  const auto commas = [](const std::string& line) {
    return std::count(line.begin(), line.end(), ',');
  };
  EXPECT_EQ(commas(audit_csv(with_message("x"), messages::Language::kChinese)),
            commas(audit_csv_header()));
}

TEST(AuditCsv, QuotesCommasQuotesAndLineBreaks) {
  EXPECT_THAT(audit_csv(with_message("a,\"b\"\nc"), messages::Language::kChinese),
              HasSubstr(",\"a,\"\"b\"\"\nc\","));
  EXPECT_THAT(audit_csv(with_message("甲，乙"), messages::Language::kChinese),
              HasSubstr(",甲，乙,"));
}

TEST(AuditCsv, GuardsTextsThatASpreadsheetWouldRun) {
  for (const char* text : {"=1+1", "+A1", "-1+2", "@SUM(A1)"}) {
    EXPECT_THAT(audit_csv(with_message(text), messages::Language::kChinese),
                HasSubstr(std::string(",'") + text + ","));
  }
}

TEST(AuditCsv, LeavesNegativeNumbersNumbers) {
  Extraction extraction = with_message("x");
  extraction.findings[0].difference = Decimal::parse("-0.50");
  EXPECT_THAT(audit_csv(extraction, messages::Language::kChinese), HasSubstr(",-0.50,"));
}

TEST(AuditCsv, SpeaksTheLanguageThatIsAskedFor) {
  EXPECT_THAT(audit_csv(with_message("x"), messages::Language::kEnglish), HasSubstr(",English,"));
}

TEST(AuditCsv, HasNoRowForADocumentWithoutFindings) {
  EXPECT_THAT(audit_csv(Extraction{}, messages::Language::kChinese), IsEmpty());
}

}  // namespace
}  // namespace mingxi::output
