#include "facts/identity.h"

#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "layout/layout.h"
#include "extract/load_patterns.h"
#include "support/printed_page.h"

namespace mingxi::facts {
namespace {

/// What pages say of their document.
Identity identity_of(std::vector<Page> pages) {
  static const patterns::Patterns patterns = extract::load_patterns("");
  const Document document = document_of(std::move(pages));
  std::vector<Line> lines;
  for (const Page& page : document.pages) {
    for (Line& line : layout::find_lines(page, {})) lines.push_back(std::move(line));
  }
  return identify(document, layout::lay_out(document, patterns.layout), lines, patterns);
}

const Evidence* evidence_of(const Identity& identity, const std::string& field) {
  for (const auto& [name, evidence] : identity.evidence) {
    if (name == field) return &evidence;
  }
  return nullptr;
}

PrintedPage cover() { return PrintedPage().size(22); }

TEST(Identify, ReadsTheTitleOfACover) {
  const Identity identity =
      identity_of({cover().print_centred(300, U"青禾市云杉区水务局2023年部门预算")});
  EXPECT_EQ(identity.publisher, "青禾市云杉区水务局");
  EXPECT_EQ(identity.fiscal_year, 2023);
  EXPECT_EQ(identity.kind, DocumentKind::kBudget);
  EXPECT_EQ(identity.scope, Scope::kDepartment);
  EXPECT_EQ(identity.page_count, 1);
  EXPECT_EQ(identity.title, "青禾市云杉区水务局2023年部门预算");
}

TEST(Identify, JoinsATitleOverTwoLines) {
  const struct {
    std::u32string first, second;
    DocumentKind kind;
    Scope scope;
  } cases[] = {
      {U"青禾市云杉区水务局", U"2023年度部门决算", DocumentKind::kFinalAccount, Scope::kDepartment},
      {U"2023年青禾市云杉区", U"水务局单位预算", DocumentKind::kBudget, Scope::kUnit},
  };
  for (const auto& each : cases) {
    const Identity identity =
        identity_of({cover().print_centred(300, each.first).print_centred(340, each.second)});
    EXPECT_EQ(identity.publisher, "青禾市云杉区水务局");
    EXPECT_EQ(identity.fiscal_year, 2023);
    EXPECT_EQ(identity.kind, each.kind);
    EXPECT_EQ(identity.scope, each.scope);
  }
}

TEST(Identify, ShowsWhereATitleOverTwoLinesIs) {
  const Identity identity = identity_of(
      {cover().print_centred(300, U"青禾市云杉区水务局").print_centred(340, U"2023年度部门决算")});
  const Evidence* title = evidence_of(identity, "title");
  ASSERT_NE(title, nullptr);
  EXPECT_EQ(title->page, 1);
  EXPECT_EQ(title->quote, "青禾市云杉区水务局2023年度部门决算");
  EXPECT_EQ(title->boxes.size(), 2U);
  const Evidence* publisher = evidence_of(identity, "publisher");
  ASSERT_NE(publisher, nullptr);
  EXPECT_EQ(publisher->quote, "青禾市云杉区水务局");
  EXPECT_EQ(publisher->boxes.size(), 1U);
}

TEST(Identify, TakesThePublisherFromTheLabelOnTheCover) {
  const Identity identity =
      identity_of({cover()
                       .print_centred(300, U"云杉区2023年部门预算")
                       .print_centred(400, U"预算主管部门：青禾市云杉区水务局")});
  EXPECT_EQ(identity.publisher, "青禾市云杉区水务局");
  EXPECT_EQ(identity.fiscal_year, 2023);
  EXPECT_EQ(identity.kind, DocumentKind::kBudget);
}

TEST(Identify, TakesThePublisherFromALabelBesideATable) {
  const Identity identity = identity_of(
      {cover().print_centred(300, U"2023年部门预算"),
       PrintedPage().print(50, 100, U"收支总表").print(50, 120, U"部门名称：青禾市云杉区水务局")});
  EXPECT_EQ(identity.publisher, "青禾市云杉区水务局");
  const Evidence* publisher = evidence_of(identity, "publisher");
  ASSERT_NE(publisher, nullptr);
  EXPECT_EQ(publisher->page, 2);
}

TEST(Identify, DoesNotTakeAUnitOfMeasureForABody) {
  const Identity identity = identity_of(
      {cover().print_centred(300, U"2023年部门预算"), PrintedPage().print(50, 100, U"单位：万元")});
  EXPECT_FALSE(identity.publisher.has_value());
}

TEST(Identify, GivesNoPublisherForABlankForm) {
  for (const std::u32string line :
       {U"上海市XX局2023年度部门决算", U"××局2023年部门决算", U"＊＊＊2023年度部门决算"}) {
    const Identity identity = identity_of({cover().print_centred(300, line)});
    EXPECT_FALSE(identity.publisher.has_value()) << identity.publisher.value_or("");
    EXPECT_EQ(identity.fiscal_year, 2023);
    EXPECT_EQ(identity.kind, DocumentKind::kFinalAccount);
  }
}

TEST(Identify, GivesNoYearThatIsNotPrinted) {
  const Identity identity = identity_of(
      {cover().print_centred(300, U"青禾市云杉区水务局").print_centred(340, U"部门预算")});
  EXPECT_FALSE(identity.fiscal_year.has_value());
  EXPECT_EQ(evidence_of(identity, "fiscal_year"), nullptr);
  EXPECT_EQ(identity.kind, DocumentKind::kBudget);
}

TEST(Identify, KnowsADocumentThatIsNoBudget) {
  for (const std::u32string line :
       {U"青禾市林业局2023年部门整体预算绩效目标申报表", U"青禾市林业局2023年工作总结"}) {
    EXPECT_EQ(identity_of({PrintedPage().print_centred(80, line)}).kind, DocumentKind::kOther);
  }
}

TEST(Identify, KnowsABudgetOfAGovernment) {
  const Identity identity = identity_of({cover().print_centred(300, U"云杉区2023年政府预算公开")});
  EXPECT_EQ(identity.scope, Scope::kGovernment);
  EXPECT_EQ(identity.kind, DocumentKind::kBudget);
  EXPECT_EQ(identity.publisher, "云杉区");
}

TEST(Identify, QuotesTheNoteOnRounding) {
  const Identity identity =
      identity_of({cover().print_centred(300, U"青禾市云杉区水务局2023年部门预算"),
                   PrintedPage()
                       .print(50, 100, U"一、说明")
                       .print(74, 130, U"金额转换为万元时，因四舍五入可能存在尾差。")});
  EXPECT_EQ(identity.rounding_note, "金额转换为万元时，因四舍五入可能存在尾差");
  const Evidence* note = evidence_of(identity, "rounding_note");
  ASSERT_NE(note, nullptr);
  EXPECT_EQ(note->page, 2);
}

TEST(Identify, SaysNothingOfAnEmptyDocument) {
  const Identity identity = identity_of({PrintedPage()});
  EXPECT_FALSE(identity.title.has_value());
  EXPECT_FALSE(identity.publisher.has_value());
  EXPECT_EQ(identity.kind, DocumentKind::kUnknown);
  EXPECT_TRUE(identity.evidence.empty());
}

}  // namespace
}  // namespace mingxi::facts
