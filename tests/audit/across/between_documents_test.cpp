#include "audit/across/between_documents.h"

#include <gmock/gmock.h>

#include "support/compared_document.h"

namespace mingxi::audit {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr const char* kBureau = "云杉区林业局";
constexpr auto kBudget = DocumentKind::kBudget;
constexpr auto kAccount = DocumentKind::kFinalAccount;

std::vector<std::string> messages(const BetweenDocuments& between) {
  std::vector<std::string> all;
  for (const Finding& finding : between.findings) all.push_back(finding.message);
  return all;
}

std::vector<std::string> reasons(const BetweenDocuments& between) {
  std::vector<std::string> all;
  for (const ImpossibleCheck& check : between.checks.not_possible) all.push_back(check.reason);
  return all;
}

BetweenDocuments check(const std::vector<ComparableDocument>& documents) {
  return check_between_documents(documents);
}

TEST(BetweenDocuments, FindsLastYearsFigureThatLastYearsDocumentDoesNotPrint) {
  const BetweenDocuments between =
      check({Printed('b', kBureau, kBudget, 2025).prose({"收入总计", "688.20", 2024}),
             Printed('a', kBureau, kBudget, 2024).prose({"收入总计", "686.20", 2024})});
  ASSERT_THAT(between.findings, SizeIs(1));
  const Finding& finding = between.findings.front();
  EXPECT_EQ(finding.check, CheckName(Check::kCrossDocument, "last_year"));
  EXPECT_EQ(finding.severity, Severity::kWarning);
  EXPECT_EQ(finding.message,
            "云杉区林业局：2025年预算所列 2024 年“收入总计”为 688.20万元，2024年预算为 "
            "686.20万元，相差 2.00万元，请核对原文。");
  EXPECT_EQ(finding.formula, "688.20万元 = 686.20万元");
  EXPECT_THAT(finding.facts, ElementsAre(FactReference{"f1", std::string(64, 'b')},
                                         FactReference{"f1", std::string(64, 'a')}));
  EXPECT_EQ(finding.evidence.at(1).document, std::string(64, 'a'));
  EXPECT_EQ(document_of(finding), std::string(64, 'b'));
  EXPECT_THAT(between.documents, SizeIs(2));
  EXPECT_EQ(between.checks.failed, 1);
}

TEST(BetweenDocuments, ProvesWhatAgreesWithinTheDigitsPrinted) {
  const BetweenDocuments between =
      check({Printed('b', kBureau, kBudget, 2025)
                 .prose({"收入总计", "688.2", 2024})
                 .prose({"支出总计", "688.20", 2024}),
             Printed('a', kBureau, kBudget, 2024)
                 .prose({"收入总计", "6882149.00", 2024, Basis::kBudget, "元"})
                 .prose({"支出总计", "688.20", 2024})});
  EXPECT_THAT(messages(between), IsEmpty());
  EXPECT_EQ(between.checks.held, 1);
  EXPECT_EQ(between.checks.held_within_rounding, 1);
  EXPECT_EQ(between.checks.proofs.front().facts.size(), 2U);
}

TEST(BetweenDocuments, OnlyNotesLastDigitsThatMayBeCutOff) {
  const BetweenDocuments between =
      check({Printed('b', kBureau, kBudget, 2025)
                 .prose({"收入总计", "688", 2024})
                 .prose({"支出总计", "687", 2024})
                 .prose({"公务接待费", "0.70", 2024}),
             Printed('a', kBureau, kBudget, 2024)
                 .prose({"收入总计", "6887300", 2024, Basis::kBudget, "元"})
                 .prose({"支出总计", "6879200", 2024, Basis::kBudget, "元"})
                 .prose({"公务接待费", "0.72", 2024})});
  ASSERT_THAT(between.findings, SizeIs(2));
  EXPECT_EQ(between.findings[0].severity, Severity::kWarning);
  EXPECT_THAT(between.findings[0].message, HasSubstr("公务接待费"));
  EXPECT_EQ(between.findings[1].severity, Severity::kInfo);
  EXPECT_THAT(between.findings[1].message,
              AllOf(HasSubstr("另有 1 项"), HasSubstr("末位不同，可能是凑整或截尾")));
}

TEST(BetweenDocuments, TakesLastYearsFigureFromTheChangeWhereItIsNotPrinted) {
  const Printed last = Printed('a', kBureau, kBudget, 2024).prose({"收入总计", "688.20", 2024});
  EXPECT_EQ(
      check(
          {Printed('b', kBureau, kBudget, 2025).prose({"收入总计", "716.00", 2025}).change("27.80"),
           last})
          .checks.held,
      1);
  EXPECT_THAT(messages(check({Printed('b', kBureau, kBudget, 2025)
                                  .prose({"收入总计", "716.00", 2025})
                                  .change("-27.80"),
                              last})),
              ElementsAre(HasSubstr("增减 -27.80万元，推算 2024 年为 743.80万元，2024年预算为 "
                                    "688.20万元，相差 55.60万元")));
}

TEST(BetweenDocuments, ComparesABudgetWithNothingThatIsNoBudget) {
  const Printed last = Printed('a', kBureau, kBudget, 2024).prose({"收入总计", "688.20", 2024});
  EXPECT_THAT(messages(check({Printed('b', kBureau, kBudget, 2025)
                                  .prose({"收入总计", "700.00", 2024, Basis::kEstimated}),
                              last})),
              IsEmpty());
  EXPECT_THAT(messages(check({Printed('c', kBureau, kAccount, 2025)
                                  .prose({"收入总计", "700.00", 2024, Basis::kActual}),
                              last})),
              IsEmpty());
}

TEST(BetweenDocuments, KeepsToOneBodyAndScope) {
  const Printed later = Printed('b', kBureau, kBudget, 2025).prose({"收入总计", "700.00", 2024});
  const Said said{"收入总计", "688.20", 2024};
  EXPECT_THAT(
      check({later, Printed('a', kBureau, kBudget, 2024, Scope::kUnit).prose(said)}).documents,
      IsEmpty());
  EXPECT_THAT(
      check({later, Printed('a', "云杉区林业局（本级）", kBudget, 2024).prose(said)}).documents,
      IsEmpty());
  EXPECT_THAT(check({later, Printed('a', "松塔区林业局", kBudget, 2024).prose(said)}).documents,
              IsEmpty());
  EXPECT_THAT(check({later, Printed('a', kBureau, kBudget, 2023).prose(said)}).documents,
              IsEmpty());
  EXPECT_THAT(check({later, Printed('a', " 云杉区林业局 ", kBudget, 2024).prose(said)}).findings,
              SizeIs(1));
}

TEST(BetweenDocuments, DoesNotMixMoneyOfDifferentFunds) {
  const Printed last = Printed('a', kBureau, kBudget, 2024)
                           .table(TableKind::kB07, "一般公共预算“三公”经费支出表")
                           .row("", {"公务接待费", "0.70", 2024}, "reception");
  const BetweenDocuments other = check({Printed('b', kBureau, kBudget, 2025)
                                            .heading("“三公”经费情况")
                                            .prose({"公务接待费", "0.90", 2024}),
                                        last});
  EXPECT_THAT(messages(other), IsEmpty());
  EXPECT_THAT(reasons(other), ElementsAre(HasSubstr("“公务接待费”等 1 个数有几种口径")));
  EXPECT_THAT(check({Printed('b', kBureau, kBudget, 2025)
                         .heading("一般公共预算“三公”经费情况")
                         .prose({"公务接待费", "0.90", 2024}),
                     last})
                  .findings,
              SizeIs(1));
}

TEST(BetweenDocuments, SaysNothingOfAnItemWhereTablesPrintSeveralValues) {
  const Said of_prose{"行政运行", "11.00", 2024};
  const auto last = [](const char* general) {
    return Printed('a', kBureau, kBudget, 2024)
        .table(TableKind::kB03)
        .row("functional:2130201", {"行政运行", "12.00", 2024})
        .table(TableKind::kB05)
        .row("functional:2130201", {"行政运行", general, 2024});
  };
  const Printed later =
      Printed('b', kBureau, kBudget, 2025).coded_prose("functional:2130201", of_prose);
  EXPECT_THAT(check({later, last("10.00")}).findings, IsEmpty());
  EXPECT_THAT(check({later, last("12.00")}).findings, SizeIs(1));
  EXPECT_EQ(check({later, last("11.00")}).checks.held, 1);
  // One that says which money it is of is held against that.
  EXPECT_THAT(messages(check({Printed('b', kBureau, kBudget, 2025)
                                  .heading("一般公共预算支出情况")
                                  .coded_prose("functional:2130201", of_prose),
                              last("10.00")})),
              ElementsAre(HasSubstr("2024年预算为 10.00万元")));
}

TEST(BetweenDocuments, HoldsOpeningBudgetsOfAFinalAccountAgainstTheBudget) {
  const auto account = [](const char* quote) {
    return Printed('c', kBureau, kAccount, 2024)
        .heading("一般公共预算财政拨款支出决算具体情况")
        .coded_prose("functional:2130201", {"行政运行", "286.35", 2024}, quote);
  };
  const Printed budget = Printed('a', kBureau, kBudget, 2024)
                             .table(TableKind::kB05)
                             .row("functional:2130201", {"行政运行", "268.35", 2024});
  const BetweenDocuments between = check({account("年初预算为286.35万元"), budget});
  ASSERT_THAT(between.findings, SizeIs(1));
  EXPECT_EQ(between.findings.front().check, CheckName(Check::kCrossDocument, "opening_budget"));
  EXPECT_EQ(between.findings.front().severity, Severity::kError);
  EXPECT_THAT(between.findings.front().message,
              HasSubstr("2024年决算所列 2024 年“行政运行”年初预算为 286.35万元"));
  // 预算 alone may be the adjusted budget.
  EXPECT_THAT(check({account("预算为286.35万元"), budget}).findings, IsEmpty());
}

TEST(BetweenDocuments, AddsUpTheUnitsOfADepartment) {
  const auto department = [](const char* value) {
    return Printed('d', kBureau, kBudget, 2024)
        .lists_units({"合计", "云杉区林业局（本级）", "云杉区苗圃", "云杉区苗圃"})
        .table(TableKind::kB05)
        .row("functional:2130201", {"行政运行", value, 2024})
        .row("functional:2130205", {"森林资源培育", "6.00", 2024});
  };
  const Printed head = Printed('h', kBureau, kBudget, 2024, Scope::kUnit)
                           .table(TableKind::kB05)
                           .row("functional:2130201", {"行政运行", "40.00", 2024});
  const Printed nursery = Printed('n', "云杉区苗圃", kBudget, 2024, Scope::kUnit)
                              .table(TableKind::kB05)
                              .row("functional:2130201", {"行政运行", "10.00", 2024})
                              .row("functional:2130205", {"森林资源培育", "6.00", 2024});
  EXPECT_EQ(check({department("50.00"), head, nursery}).checks.held, 2);
  const BetweenDocuments between = check({department("60.00"), head, nursery});
  EXPECT_THAT(messages(between),
              ElementsAre(HasSubstr("“行政运行”为 60.00万元，所列单位的文件合计为 50")));
  EXPECT_EQ(between.findings.front().formula, "60.00万元 = 40.00万元 + 10.00万元");
  EXPECT_EQ(between.findings.front().facts.size(), 3U);
  // One that is not given.
  const BetweenDocuments without = check({department("60.00"), head});
  EXPECT_THAT(messages(without), IsEmpty());
  EXPECT_THAT(reasons(without), ElementsAre(HasSubstr("所列 2 个单位中，云杉区苗圃 1 个没有给出")));
}

TEST(BetweenDocuments, TrustsNoListOfUnitsWithoutTheHeadOffice) {
  const BetweenDocuments between = check(
      {Printed('d', kBureau, kBudget, 2024)
           .lists_units({"云杉区苗圃"})
           .prose({"收入总计", "50.00", 2024}),
       Printed('n', "云杉区苗圃", kBudget, 2024, Scope::kUnit).prose({"收入总计", "10.00", 2024})});
  EXPECT_THAT(messages(between), IsEmpty());
  EXPECT_THAT(reasons(between), ElementsAre("云杉区林业局：单位名单里没有本级"));
}

/// Budgets of two years whose later one prints last year's items, some of them changed.
BetweenDocuments with_items(const std::vector<const char*>& values) {
  Printed later('b', kBureau, kBudget, 2025);
  Printed last('a', kBureau, kBudget, 2024);
  later.table(TableKind::kB05);
  last.table(TableKind::kB05);
  const char* const codes[] = {"functional:213", "functional:21302", "functional:2130201",
                               "functional:208", "functional:210",   "functional:221"};
  for (std::size_t i = 0; i < values.size(); ++i) {
    later.row(codes[i], {"支出", values[i], 2024});
    last.row(codes[i], {"支出", "10.00", 2024});
  }
  return check({later, last});
}

TEST(BetweenDocuments, MakesOneFindingOfOneCause) {
  // An item with the classes over it.
  EXPECT_THAT(messages(with_items({"12.00", "12.00", "12.00", "10.00", "10.00", "10.00"})),
              ElementsAre(HasSubstr("另有 2 项同样不一致")));
  // Two that have nothing to do with one another.
  EXPECT_THAT(with_items({"10.00", "10.00", "10.00", "10.00", "10.50", "13.00"}).findings,
              SizeIs(2));
}

TEST(BetweenDocuments, ReportsOnceThatDocumentsAreNotDrawnUpAlike) {
  const BetweenDocuments between =
      with_items({"12.00", "14.00", "15.00", "16.00", "10.00", "17.00"});
  EXPECT_THAT(messages(between), ElementsAre(HasSubstr("所比 6 项中 5 项不一致，口径可能不同")));
  EXPECT_EQ(between.findings.front().severity, Severity::kWarning);
  EXPECT_EQ(
      with_items({"12.00", "10.00", "10.00", "10.00", "10.00", "10.00"}).findings.front().severity,
      Severity::kError);
}

TEST(BetweenDocuments, DoesNotChooseBetweenTwoDocumentsOfAYear) {
  const Said said{"收入总计", "688.20", 2024};
  const BetweenDocuments between =
      check({Printed('c', kBureau, kBudget, 2025).prose({"收入总计", "700.00", 2024}),
             Printed('a', kBureau, kBudget, 2024).prose(said),
             Printed('b', kBureau, kBudget, 2024).prose(said)});
  EXPECT_THAT(messages(between), IsEmpty());
  EXPECT_THAT(reasons(between), ElementsAre(HasSubstr("有 2 份 2024 年的文件")));
}

TEST(BetweenDocuments, DoesNotAccuseOnAnUncertainReading) {
  ComparableDocument later =
      Printed('b', kBureau, kBudget, 2025).prose({"收入总计", "688.20", 2024});
  later.figures.front().fact.confidence = 0.6;
  const BetweenDocuments between =
      check({later, Printed('a', kBureau, kBudget, 2024).prose({"收入总计", "686.20", 2024})});
  EXPECT_EQ(between.findings.front().severity, Severity::kInfo);
  EXPECT_EQ(between.findings.front().state, FindingState::kUnverified);
}

TEST(DocumentCard, NamesEachBodyThatTheTablesListOnce) {
  EXPECT_THAT(Printed('a', kBureau, kBudget, 2024)
                  .lists_units({"**", "合计", "云杉区林业局", "云杉区林业局本级（机关）",
                                "云杉区森林病虫害", ">防治站", "云杉区苗圃", "云杉区苗圃"})
                  .card()
                  .units,
              ElementsAre("云杉区林业局", "云杉区森林病虫害防治站", "云杉区苗圃"));
}

}  // namespace
}  // namespace mingxi::audit
