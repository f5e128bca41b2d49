#include "support/files.h"
#include "support/program.h"
#include "support/pdf_builder.h"

namespace mingxi::cli {
namespace {

using ::testing::AllOf;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

TEST_F(Program, WritesTheDocumentJsonAndNothingElse) {
  const Outcome outcome = run({"extract", file("预算.txt", kDisclosure)});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.out, StartsWith("{\n  \"schema\": \"mingxi.document/2\","));
  EXPECT_THAT(outcome.out, EndsWith("]\n}\n"));
  EXPECT_THAT(outcome.err, IsEmpty());
}

TEST_F(Program, ReadsStandardInputAsItReadsAFile) {
  const auto from_source = [](const std::string& json, const std::string& name) {
    const std::string path = "\"path\":\"" + name + "\"";
    EXPECT_THAT(json, HasSubstr(path));
    std::string rest = json;
    if (const std::size_t at = rest.find(path); at != std::string::npos)
      rest.erase(at, path.size());
    return rest;
  };
  const std::string words = "BT /F1 10 Tf 20 200 Td (Words that can be read) Tj ET";
  for (const std::string& name : {file("预算.txt", kDisclosure), file("预算.pdf", pdf_of(words))}) {
    input_ = "/dev/null";
    const Outcome named = run({"extract", name});
    input_ = name;
    const Outcome outcome = run({"extract", "-"});
    EXPECT_EQ(outcome.exit_code, 0);
    EXPECT_THAT(outcome.err, IsEmpty());
    EXPECT_EQ(from_source(outcome.out, "-"), from_source(named.out, name));
  }
}

TEST_F(Program, TakesANameThatLooksLikeAnOptionOrACommand) {
  const std::filesystem::path before = std::filesystem::current_path();
  std::filesystem::current_path(std::filesystem::path(file("doctor", kDisclosure)).parent_path());
  file("-x", kDisclosure);
  EXPECT_EQ(run({"extract", "doctor"}).exit_code, 0);
  EXPECT_EQ(run({"extract", "--", "-x"}).exit_code, 0);
  std::filesystem::current_path(before);
}

TEST_F(Program, RefusesABadInputInOneLineThatNamesTheFile) {
  const std::string html = file("文件.pdf", "<!DOCTYPE html><html><body>404</body></html>");
  const Outcome chinese = run({"extract", html});
  EXPECT_EQ(chinese.exit_code, 3);
  EXPECT_THAT(chinese.out, IsEmpty());
  EXPECT_THAT(chinese.err,
              AllOf(StartsWith("mingxi: " + html + "："), HasSubstr("HTML"), EndsWith("。\n")));
  EXPECT_EQ(chinese.err.find('\n'), chinese.err.size() - 1);
  const Outcome english = run({"--lang", "en", "extract", html});
  EXPECT_EQ(english.exit_code, 3);
  EXPECT_THAT(english.err,
              AllOf(StartsWith("mingxi: " + html + ": "), HasSubstr("HTML"), EndsWith(".\n")));
}

TEST_F(Program, RefusesInputsThatAreNotThere) {
  EXPECT_EQ(run({"extract", path("none.pdf")}).exit_code, 3);
  EXPECT_EQ(run({"extract", path("")}).exit_code, 3);
  EXPECT_EQ(run({"extract", ""}).exit_code, 3);
  EXPECT_EQ(run({"extract", file("empty.pdf", "")}).exit_code, 3);
  const Outcome input = run({"extract", "-"});
  EXPECT_EQ(input.exit_code, 3);
  EXPECT_THAT(input.err, StartsWith("mingxi: 标准输入："));
}

TEST_F(Program, ShowsBytesOfANameThatAreNotUtf8) {
  const Outcome outcome = run({"extract", path("\xB2\xBF\n.pdf")});
  EXPECT_EQ(outcome.exit_code, 3);
  EXPECT_THAT(outcome.err, HasSubstr("/\\xB2\\xBF\\x0A.pdf：")) << "部 in GBK";
}

TEST_F(Program, PrintsUsageErrorsInTheLanguageThatIsAskedForAnywhere) {
  const struct {
    std::vector<std::string> arguments;
    const char* said;
  } cases[] = {
      {{}, "缺少命令"},
      {{"--lang", "en"}, "A command is missing. See mingxi --help --lang en."},
      {{"extract"}, "缺少 FILE。用法见 mingxi extract --help。"},
      {{"extract", "--lang=en"}, "FILE is missing. See mingxi extract --help --lang en."},
      {{"--lang=en", "extract", "a.pdf", "b.pdf"}, "Unexpected argument b.pdf."},
      {{"extract", "a.pdf", "--jobs", "--lang", "en"}, "Unknown option --jobs."},
      {{"extract", "a.pdf", "--ocr=maybe", "--lang", "en"},
       "--ocr is auto, always or never, not maybe."},
      {{"extract", "a.pdf", "--lang", "fr"}, "--lang 只能是 zh 或 en，不能是 fr。"},
      {{"extract", "a.pdf", "--lang"}, "--lang 后面缺少值"},
      {{"extract", "--", "--lang", "en"}, "多余的参数 en"},
      {{"extract", "--"}, "缺少 FILE"},
      {{"explain", "a.pdf"}, "缺少 --page"},
      {{"explain", "a.pdf", "--page", "0"}, "不能是 0"},
      {{"explain", "a.pdf", "--page", "3x"}, "不能是 3x"},
      {{"explain", "a.pdf", "--page", "3", "--svg", "a.png"}, "应以 .svg 结尾，a.png 不是"},
      {{"tables", "a.pdf", "-o", "a.docx"},
       "-o 后的名称应以 .xlsx、.csv 或 .html 结尾，a.docx 不是"},
      {{"tables", "a.pdf", "-o", "a.docx", "--lang=en"}, "must end in .xlsx, .csv or .html"},
      {{"tables", "a.pdf", "-o", "a"}, "a 不是"},
      {{"tables", "a.pdf", "-o", "a.xlsx", "--csv-bom"}, "--csv-bom 只用于"},
      {{"patterns"}, "缺少命令。用法见 mingxi patterns --help。"},
      {{"detect"}, "没有 detect 这个命令"},
      {{MINGXI_PROGRAM}, "是文件，不是命令。读取它请运行 mingxi extract "},
  };
  for (const auto& each : cases) {
    const Outcome outcome = run(each.arguments);
    EXPECT_EQ(outcome.exit_code, 2) << each.said;
    EXPECT_THAT(outcome.out, IsEmpty());
    EXPECT_THAT(outcome.err, AllOf(StartsWith("mingxi: "), HasSubstr(each.said)));
  }
}

TEST_F(Program, HelpsInBothLanguagesForEveryCommand) {
  const std::vector<std::vector<std::string>> commands = {
      {},           {"extract"},           {"audit"},  {"tables"}, {"explain"},
      {"patterns"}, {"patterns", "check"}, {"doctor"}, {"build"},  {"validate"}};
  for (std::vector<std::string> arguments : commands) {
    arguments.push_back("--help");
    const Outcome chinese = run(arguments);
    EXPECT_EQ(chinese.exit_code, 0);
    EXPECT_THAT(chinese.out, AllOf(HasSubstr("用法: mingxi"), HasSubstr("示例："),
                                   HasSubstr("--patterns DIR"), Not(HasSubstr("Options"))));
    arguments.push_back("--lang=en");
    const Outcome english = run(arguments);
    EXPECT_EQ(english.exit_code, 0);
    EXPECT_THAT(english.out, AllOf(HasSubstr("Usage: mingxi"), HasSubstr("Examples:"),
                                   HasSubstr("--version"), Not(HasSubstr("选项"))));
    EXPECT_THAT(english.err, IsEmpty());
  }
}

TEST_F(Program, PrintsItsVersion) {
  EXPECT_THAT(run({"--version"}).out, StartsWith("mingxi "));
  EXPECT_THAT(run({"extract", "--version"}).out, StartsWith("mingxi "));
}

TEST_F(Program, SaysWhenStandardOutputIsBroken) {
  const std::string budget = file("预算.txt", kDisclosure);
  const Outcome closed = run_into_closed_pipe({"extract", budget});
  EXPECT_EQ(closed.exit_code, 3);
  EXPECT_THAT(closed.err, StartsWith("mingxi: 接收输出的程序先结束了"));
  const Outcome full = run({"extract", budget, "--lang", "en"}, "/dev/full");
  EXPECT_EQ(full.exit_code, 3);
  EXPECT_THAT(full.err, StartsWith("mingxi: Standard output cannot be written"));
  EXPECT_EQ(run({"--help"}, "/dev/full").exit_code, 3);
}

TEST_F(Program, CannotStartWithoutItsPatterns) {
  const std::string budget = file("预算.txt", kDisclosure);
  const Outcome outcome = run({"extract", budget, "--patterns", path("none")});
  EXPECT_EQ(outcome.exit_code, 4);
  EXPECT_THAT(outcome.out, IsEmpty());
  EXPECT_THAT(outcome.err, StartsWith("mingxi: "));
  EXPECT_EQ(run({"patterns", "check", path("none")}).exit_code, 4);
  setenv("MINGXI_PATTERNS", path("none").c_str(), 1);
  EXPECT_EQ(run({"extract", budget}).exit_code, 4);
  EXPECT_EQ(run({"doctor"}).exit_code, 4);
  unsetenv("MINGXI_PATTERNS");
}

TEST_F(Program, FindsThisMachineReady) {
  const Outcome outcome = run({"doctor", "--lang", "en"});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("✓ poppler-data"), HasSubstr("✓ patterns"),
                                 HasSubstr("compiled in"), EndsWith("Everything is there.\n")));
}

TEST_F(Program, HoldsAllItsPatternsToTheirExamples) {
  const Outcome outcome = run({"patterns", "check", "--lang", "en"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.out;
  EXPECT_THAT(outcome.out, HasSubstr(" 0 failures."));
}

TEST_F(Program, ExplainsEachLineOfAPage) {
  const Outcome outcome = run({"explain", file("预算.txt", kDisclosure), "--page", "1"});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.out,
              AllOf(StartsWith("第 1 页\n"), HasSubstr("1728.14"), HasSubstr("statements/level")));
  EXPECT_EQ(run({"explain", path("预算.txt"), "--page", "9"}).exit_code, 3);
}

TEST_F(Program, DrawsAPageWholeOrNotAtAll) {
  const std::string input = file("预算.txt", kDisclosure);
  EXPECT_EQ(run({"explain", input, "--page", "1", "--svg", path("页.svg")}).exit_code, 0);
  EXPECT_THAT(bytes_of(path("页.svg")), AllOf(HasSubstr("<svg"), HasSubstr("</svg>")));
  EXPECT_EQ(run({"explain", input, "--page", "9", "--svg", path("无.svg")}).exit_code, 3);
  EXPECT_FALSE(std::filesystem::exists(path("无.svg")));
}

}  // namespace
}  // namespace mingxi::cli
