#include <sstream>

#include "support/files.h"
#include "support/program.h"

namespace mingxi::cli {
namespace {

using ::testing::AllOf;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

constexpr std::string_view kUnfinished =
    "某县商务局2023年部门预算\n\n一、收支情况\n\n2023年收入总计1728.14万元，比上年增加（减少）71."
    "94万元。\n";

TEST_F(Program, AuditsEachFileAndAddsThemUp) {
  const std::string budget = file("预算.txt", kDisclosure);
  const Outcome one = run({"audit", budget});
  EXPECT_EQ(one.exit_code, 0);
  EXPECT_THAT(one.err, IsEmpty());
  EXPECT_THAT(one.out, AllOf(StartsWith(budget + "\n某县商务局2023年部门预算"), EndsWith(" 处。\n"),
                             Not(HasSubstr("份文件"))));
  const Outcome two = run({"audit", budget, file("二.txt", kUnfinished), "--lang=en"});
  EXPECT_THAT(two.out, AllOf(HasSubstr("\n\n" + path("二.txt") + "\n"),
                             HasSubstr("template_leftover"), HasSubstr("\n\n2 documents: ")));
}

TEST_F(Program, AuditsTheOthersWhenAFileFails) {
  const Outcome outcome =
      run({"audit", path("none.pdf"), file("预算.txt", kUnfinished), "--fail-on", "warning"});
  EXPECT_EQ(outcome.exit_code, 3) << "outranks 1";
  EXPECT_THAT(outcome.err, StartsWith("mingxi: " + path("none.pdf") + "："));
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("template_leftover"), HasSubstr("另有 1 份读不了。\n")));
}

TEST_F(Program, FailsAnAuditAtTheSeverityThatIsAskedFor) {
  const std::string budget = file("预算.txt", kUnfinished);
  EXPECT_EQ(run({"audit", budget, "--fail-on", "warning"}).exit_code, 1);
  EXPECT_EQ(run({"audit", budget, "--fail-on", "never"}).exit_code, 0);
  EXPECT_EQ(run({"audit", budget, "--fail-on", "info"}).exit_code, 2);
  EXPECT_EQ(run({"audit", budget, "--format", "xml"}).exit_code, 2);
  EXPECT_EQ(run({"audit"}).exit_code, 2);
}

TEST_F(Program, LetsNothingPassThatCouldNotBeChecked) {
  const std::string empty = file("空.txt", "某县商务局2023年部门预算\n\n本部门负责商务工作。\n");
  const Outcome outcome = run({"audit", empty, "--fail-on", "error", "--lang", "en"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("Nothing in this document could be checked"));
  EXPECT_EQ(run({"audit", empty}).exit_code, 0);
}

TEST_F(Program, WritesToAFileWhereItIsAskedTo) {
  const std::string budget = file("预算.txt", kUnfinished);
  EXPECT_EQ(run({"audit", budget, "--format", "csv", "--csv-bom", "-o", path("a.csv")}).out, "");
  EXPECT_TRUE(bytes_of(path("a.csv")).starts_with("\xEF\xBB\xBFpath,sha256,"));
  EXPECT_EQ(run({"extract", budget, "-o", path("a.json")}).out, "");
  EXPECT_EQ(bytes_of(path("a.json")), run({"extract", budget}).out);
  EXPECT_EQ(run({"audit", budget, "--csv-bom"}).exit_code, 2);
}

TEST_F(Program, NamesTheNearestWordAndHelps) {
  EXPECT_THAT(run({"valdiate"}).err, HasSubstr("是不是 validate？"));
  EXPECT_THAT(run({"help", "build", "--lang", "en"}).out, HasSubstr("--manifest"));
  EXPECT_THAT(run({"completion", "bash"}).out, HasSubstr("complete -o default -F _mingxi mingxi"));
}

TEST_F(Program, WritesALetter) {
  const std::string budget = file("预算.txt", kUnfinished);
  EXPECT_EQ(run({"report", budget, "-o", path("a.html")}).exit_code, 0);
  EXPECT_THAT(bytes_of(path("a.html")), HasSubstr("核对意见"));
  EXPECT_EQ(run({"report", budget, "-o", path("a.txt")}).exit_code, 2);
}

TEST_F(Program, WritesAnAuditAsJsonAndCsv) {
  const std::string budget = file("预算.txt", kUnfinished);
  const Outcome json = run({"audit", budget, budget, "--format", "json"});
  const auto array = nlohmann::json::parse(json.out);
  ASSERT_EQ(array.size(), 2U);
  EXPECT_EQ(array[0].at("source").at("path"), budget);
  EXPECT_EQ(nlohmann::json::parse(run({"audit", path("none"), "--format", "json"}).out).size(), 0U);
  const Outcome csv = run({"audit", budget, "--format", "csv"});
  EXPECT_THAT(csv.out, AllOf(StartsWith("path,sha256,"), HasSubstr(",template_leftover,warning,"),
                             EndsWith("\r\n")));
}

constexpr std::string_view kLastYears =
    "云杉区林业局2024年部门预算\n\n一、收支情况\n\n2024年收入总计688.20万元。\n";
constexpr std::string_view kThisYears =
    "云杉区林业局2025年部门预算\n\n一、收支情况\n\n2025年收入总计716.00万元，比上年增加"
    "25.80万元。\n";

TEST_F(Program, AuditsSeveralFilesAgainstOneAnother) {
  const std::string last = file("二四.txt", kLastYears);
  const std::string now = file("二五.txt", kThisYears);
  const Outcome text = run({"audit", last, now, "--fail-on", "warning"});
  EXPECT_EQ(text.exit_code, 1);
  EXPECT_THAT(text.out, AllOf(HasSubstr("\n\n文件之间\n相互核对了 2 份文件。\n"),
                              HasSubstr("cross_document/last_year"),
                              HasSubstr("算式  716.00万元 - 25.80万元 = 688.20万元\n"),
                              HasSubstr("”，" + last), HasSubstr("份文件：错误 0 处，警告 1 处")));
  const Outcome json = run({"audit", last, now, "--format", "json"});
  const auto between = nlohmann::json::parse(json.out).back();
  EXPECT_EQ(between.at("documents").size(), 2U);
  EXPECT_EQ(between.at("findings").at(0).at("printed"), "6902000");
  EXPECT_EQ(between.at("findings").at(0).at("facts").at(2).at("document"),
            between.at("documents").at(0).at("path") == last
                ? between.at("documents").at(0).at("sha256")
                : between.at("documents").at(1).at("sha256"));
  const Outcome csv = run({"audit", last, now, "--format", "csv"});
  EXPECT_THAT(csv.out, HasSubstr("\n" + now + ","));
  EXPECT_THAT(csv.out, HasSubstr(",云杉区林业局,2025,cross_document/last_year,warning,"));
}

TEST_F(Program, AuditsQuietlyWithASummary) {
  const Outcome outcome = run({"audit", file("预算.txt", kUnfinished), "--quiet"});
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("警告 1 处"), Not(HasSubstr("template_leftover"))));
}

constexpr const char* kTables = MINGXI_SOURCE_DIR "/samples/budget_pdf/budget.pdf";

TEST_F(Program, ListsTheTablesOfADocument) {
  const Outcome outcome = run({"tables", kTables});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.out, AllOf(StartsWith("t1  B01  "), HasSubstr("  12×4 "),
                                 HasSubstr("  万元  收支总表\n"), HasSubstr("\nt2  B02  10,11  ")));
  EXPECT_THAT(outcome.err, IsEmpty());
  EXPECT_EQ(run({"tables", kTables, "-o", "-"}).out, outcome.out);
}

TEST_F(Program, WritesTheTablesInEachFormat) {
  for (const char* name : {"a.xlsx", "a.csv", "a.html", "B.HTML"}) {
    const Outcome outcome = run({"tables", kTables, "-o", path(name)});
    EXPECT_EQ(outcome.exit_code, 0) << name;
    EXPECT_THAT(outcome.out, IsEmpty());
    EXPECT_THAT(outcome.err, IsEmpty());
    EXPECT_TRUE(std::filesystem::exists(path(name))) << name;
  }
  EXPECT_TRUE(std::filesystem::exists(path("a.csv/t01_收支总表.csv")));
  EXPECT_EQ(run({"tables", kTables, "-o", path("a.html")}).exit_code, 0) << "written anew";
  EXPECT_EQ(run({"tables", kTables, "--csv-bom", "-o", path("b.csv/")}).exit_code, 0);
  EXPECT_EQ(std::filesystem::file_size(path("b.csv/index.csv")),
            std::filesystem::file_size(path("a.csv/index.csv")) + 3);
}

TEST_F(Program, WritesTablesWholeOrNotAtAll) {
  const Outcome folder = run({"tables", kTables, "-o", path("none/a.xlsx")});
  EXPECT_EQ(folder.exit_code, 4);
  EXPECT_THAT(folder.err, StartsWith("mingxi: " + path("none/a.xlsx") + "：无法写入"));
  EXPECT_EQ(run({"tables", path("none.pdf"), "-o", path("a.xlsx")}).exit_code, 3);
  EXPECT_FALSE(std::filesystem::exists(path("a.xlsx")));
  EXPECT_EQ(run({"tables", kTables, "-o", path("a.csv")}).exit_code, 0);
  EXPECT_EQ(run({"tables", kTables, "-o", path("a.csv")}).exit_code, 0) << "written anew";
  file("a.csv/mine.txt", "mine");
  const Outcome again = run({"tables", kTables, "-o", path("a.csv"), "--lang=en"});
  EXPECT_EQ(again.exit_code, 2);
  EXPECT_THAT(again.err, HasSubstr("Remove it or choose another name."));
}

TEST_F(Program, SaysThatADocumentHasNoTables) {
  const std::string budget = file("预算.txt", kDisclosure);
  const Outcome outcome = run({"tables", budget, "-o", path("a.html")});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.err, HasSubstr("没有找到有框线的表格"));
  EXPECT_TRUE(std::filesystem::exists(path("a.html")));
  EXPECT_THAT(run({"tables", budget, "--quiet"}).err, IsEmpty());
}

TEST_F(Program, WritesAReviewPageWholeOrNotAtAll) {
  const std::string text = file("a.txt", kDisclosure);
  const Outcome one = run({"review", text, path("none.pdf"), "-o", path("a.html")});
  EXPECT_EQ(one.exit_code, 3) << "one could not be read";
  EXPECT_THAT(one.err, StartsWith("mingxi: " + path("none.pdf") + "："));
  EXPECT_TRUE(std::filesystem::exists(path("a.html")));
  EXPECT_EQ(run({"review", path("none.pdf"), "-o", path("b.html")}).exit_code, 3);
  EXPECT_FALSE(std::filesystem::exists(path("b.html")));
  EXPECT_EQ(run({"review", text, "-o", path("none/a.html")}).exit_code, 4);
  EXPECT_EQ(run({"review", text, "-o", path("a.html")}).exit_code, 0) << "written anew";
}

TEST_F(Program, ReviewsFilesOrServesADataset) {
  const std::string text = file("a.txt", kDisclosure);
  EXPECT_THAT(run({"review", text}).err, HasSubstr("缺少 -o。"));
  EXPECT_THAT(run({"review", "-o", path("a.html")}).err, HasSubstr("缺少 FILE。"));
  EXPECT_EQ(run({"review", text, "--serve", path("."), "-o", "a.html"}).exit_code, 2);
  EXPECT_EQ(run({"review", "--serve", path("."), "--port", "0x"}).exit_code, 2);
  EXPECT_THAT(run({"review", "--serve", path(".")}).err, HasSubstr("这里没有数据集"));
}

TEST_F(Program, MakesADatasetAndChecksIt) {
  const std::string text = file("a.txt", kDisclosure);
  const Outcome built = run({"build", text, "-o", path("out"), "--lang", "en"});
  EXPECT_EQ(built.exit_code, 0);
  EXPECT_THAT(built.out, IsEmpty());
  EXPECT_THAT(built.err, HasSubstr("1 inputs: ok 1\n1 documents, "));
  EXPECT_THAT(run({"build", text, "-o", path("out"), "--quiet"}).err, IsEmpty());
  const Outcome sound = run({"validate", path("out"), "--lang", "en"});
  EXPECT_EQ(sound.exit_code, 0);
  EXPECT_THAT(sound.out, StartsWith("The dataset is sound: 1 documents, "));

  std::ofstream(path("out/facts.csv"), std::ios::app) << "x";
  const Outcome broken = run({"validate", path("out"), "--lang", "en"});
  EXPECT_EQ(broken.exit_code, 3);
  EXPECT_THAT(broken.err, HasSubstr("mingxi: facts.csv: Its size or SHA-256"));
}

TEST_F(Program, ListsTheInputsThatFailAndGoesOn) {
  input_ = file("list", file("a.txt", kDisclosure) + "\n" + path("none.pdf") + "\n");
  const Outcome outcome = run({"build", "-", "-o", path("out"), "--lang", "en", "--quiet"});
  EXPECT_EQ(outcome.exit_code, 3);
  EXPECT_EQ(outcome.err, "mingxi: " + path("none.pdf") +
                             ": There is no such file. Check the path and the name.\n");
  EXPECT_EQ(run({"validate", path("out")}).exit_code, 0);
}

TEST_F(Program, AnswersAWorkerLineByLine) {
  input_ = file("list", file("a.txt", kDisclosure) + "\n\n" + path("none.pdf") + "\r\n");
  const Outcome outcome = run({"worker"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  std::vector<nlohmann::json> lines;
  std::istringstream stream(outcome.out);
  for (std::string line; std::getline(stream, line);) lines.push_back(nlohmann::json::parse(line));
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[0]["source"]["path"], path("a.txt"));
  EXPECT_EQ(lines[1]["status"], "unreadable");
  EXPECT_EQ(lines[2]["path"], path("none.pdf"));
  EXPECT_EQ(lines[2]["status"], "unreadable");
  input_ = "/dev/null";
  EXPECT_EQ(lines[0], nlohmann::json::parse(run({"extract", path("a.txt")}).out));
}

TEST_F(Program, BuildsInPartsAndMergesThem) {
  const std::string samples = MINGXI_SOURCE_DIR "/samples";
  ASSERT_EQ(run({"build", samples, "-o", path("all"), "--jobs", "1"}).exit_code, 0);
  for (const std::string part : {"1", "2"})
    ASSERT_EQ(run({"build", samples, "-o", path(part), "--shard", part + "/2"}).exit_code, 0);
  ASSERT_EQ(run({"merge", path("1"), path("2"), "-o", path("merged")}).exit_code, 0);
  EXPECT_EQ(bytes_of(path("all/datapackage.json")), bytes_of(path("merged/datapackage.json")));
  EXPECT_EQ(bytes_of(path("all/dataset.sqlite")), bytes_of(path("merged/dataset.sqlite")));
  EXPECT_EQ(run({"build", samples, "-o", path("x"), "--shard", "3/2"}).exit_code, 2);
  EXPECT_EQ(run({"build", samples, "-o", path("x"), "--jobs", "none"}).exit_code, 2);
}

TEST_F(Program, RefusesAFolderThatHoldsOtherThings) {
  const std::string text = file("a.txt", kDisclosure);
  EXPECT_EQ(run({"build", text, "-o", path(".")}).exit_code, 2);
  EXPECT_EQ(run({"build", text, "-o", text}).exit_code, 2);
  EXPECT_EQ(run({"build", text, "-o", "/proc/none"}).exit_code, 4);
  EXPECT_EQ(run({"build", text}).exit_code, 2);
  EXPECT_EQ(run({"build", "-o", path("out")}).exit_code, 2);
}

}  // namespace
}  // namespace mingxi::cli
