#include <filesystem>

#include "support/files.h"
#include "support/program.h"

namespace mingxi::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr const char* kSample = MINGXI_SOURCE_DIR "/samples/budget_pdf/budget.pdf";

/// Outputs that would destroy something: each is refused before anything is read, and every file
/// is what it was.
class OutputPlace : public Program {
 protected:
  void expect_refused(const std::vector<std::string>& arguments, const std::string& kept,
                      const std::string& said) const {
    const std::string before = bytes_of(kept);
    const Outcome outcome = run(arguments);
    EXPECT_EQ(outcome.exit_code, 2) << arguments[0] << " " << kept;
    EXPECT_THAT(outcome.err, HasSubstr(said)) << arguments[0] << " " << kept;
    EXPECT_THAT(outcome.out, IsEmpty());
    EXPECT_EQ(bytes_of(kept), before) << arguments[0] << " " << kept;
  }

  std::string pdf(const std::string& name) const { return file(name, bytes_of(kSample)); }
};

TEST_F(OutputPlace, IsNeverAnInput) {
  const std::string a = pdf("a.pdf");
  const std::string b = pdf("b.pdf");
  expect_refused({"review", a, "-o", a}, a, "应以 .html 结尾");
  expect_refused({"review", "-o", a, b}, a, "应以 .html 结尾");
  expect_refused({"tables", a, "-o", a}, a, "应以");
  expect_refused({"explain", a, "--page", "1", "--svg", a}, a, "应以 .svg 结尾");
  for (const char* name : {"page.html", "PAGE.HTML"}) {
    std::filesystem::create_hard_link(a, path(name));
    expect_refused({"review", b, a, "-o", path(name)}, a, "正是要读取的文件");
    expect_refused({"tables", a, "-o", path(name)}, a, "正是要读取的文件");
  }
  std::filesystem::create_symlink(a, path("a.svg"));
  expect_refused({"explain", a, "--page", "1", "--svg", path("a.svg")}, a, "正是要读取的文件");
  const std::string decisions = file("d.html", "{}");
  expect_refused({"review", a, "-o", decisions, "--decisions", decisions}, decisions,
                 "正是要读取的文件");
}

TEST_F(OutputPlace, IsNotTheInputByWayOfStandardOutput) {
  const std::string text = file("a.txt", kDisclosure);
  for (const std::vector<std::string>& command :
       {std::vector<std::string>{"extract"}, {"audit"}, {"tables"}, {"explain", "--page", "1"}}) {
    std::vector<std::string> arguments = command;
    arguments.push_back(text);
    const Outcome outcome = append(arguments, text);
    EXPECT_EQ(outcome.exit_code, 2) << command[0];
    EXPECT_THAT(outcome.err, HasSubstr("标准输出正是要读取的文件"));
    EXPECT_EQ(bytes_of(text), kDisclosure);
  }
}

TEST_F(OutputPlace, IsNoFileThatSomethingElseWrote) {
  const std::string a = pdf("a.pdf");
  const std::string html = file("mine.html", "<!DOCTYPE html><title>mine</title>");
  expect_refused({"review", a, "-o", html}, html, "不是 mingxi 写的文件");
  expect_refused({"tables", a, "-o", html}, html, "不是 mingxi 写的文件");
  const std::string workbook = file("mine.xlsx", "PK\x03\x04 mine");
  expect_refused({"tables", a, "-o", workbook}, workbook, "不是 mingxi 写的文件");
  const std::string drawing = file("mine.svg", "<?xml version=\"1.0\"?><svg/>");
  expect_refused({"explain", a, "--page", "1", "--svg", drawing}, drawing, "不是 mingxi 写的文件");
  // Before anything is read: the input need not be there.
  expect_refused({"review", path("none.pdf"), "-o", html}, html, "不是 mingxi 写的文件");
}

TEST_F(OutputPlace, MayHoldWhatMingxiWroteBefore) {
  const std::string a = pdf("a.pdf");
  for (int time = 0; time < 2; ++time) {
    EXPECT_EQ(run({"review", a, "-o", path("r.html")}).exit_code, 0) << time;
    EXPECT_EQ(run({"tables", a, "-o", path("t.html")}).exit_code, 0) << time;
    EXPECT_EQ(run({"tables", a, "-o", path("t.xlsx")}).exit_code, 0) << time;
    EXPECT_EQ(run({"tables", a, "-o", path("t.csv"), "--csv-bom"}).exit_code, 0) << time;
    EXPECT_EQ(run({"explain", a, "--page", "9", "--svg", path("p.svg")}).exit_code, 0) << time;
    EXPECT_EQ(run({"report", a, "-o", path("l.html")}).exit_code, 0) << time;
    for (const char* format : {"text", "json", "csv"})
      EXPECT_EQ(run({"audit", a, "-o", path(format), "--format", format}).exit_code, 0)
          << format << " " << time;
  }
}

TEST_F(OutputPlace, MayHoldALetterThatMingxiWroteBefore) {
  const std::string a = pdf("a.pdf");
  if (run({"report", a, "-o", path("l.docx")}).exit_code != 0)
    GTEST_SKIP() << "no LibreOffice here";
  EXPECT_EQ(run({"report", a, "-o", path("l.docx")}).exit_code, 0);
}

}  // namespace
}  // namespace mingxi::cli
