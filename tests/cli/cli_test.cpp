#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "support/pdf_builder.h"

namespace mingxi {
namespace {

using ::testing::AllOf;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

struct Outcome {
  int exit_code = -1;
  std::string out;
  std::string err;
};

/// A folder of its own for each test, gone afterwards.
class Program : public ::testing::Test {
 protected:
  Program() {
    std::string name = (std::filesystem::temp_directory_path() / "mingxi_cli_XXXXXX").string();
    folder_ = mkdtemp(name.data());
  }
  ~Program() override {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }

  std::string file(const std::string& name, std::string_view content) const {
    std::ofstream(path(name), std::ios::binary) << content;
    return path(name);
  }
  std::string path(const std::string& name) const { return (folder_ / name).string(); }

  /// Runs the program. Standard output goes to `output` instead of a file of ours if it is given.
  Outcome run(std::vector<std::string> arguments, const std::string& output = "") const {
    const std::string out = output.empty() ? path(".out") : output;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, input_.c_str(), O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    posix_spawn_file_actions_addopen(&actions, 2, path(".err").c_str(),
                                     O_WRONLY | O_CREAT | O_TRUNC, 0600);
    const Outcome outcome = spawned(std::move(arguments), actions);
    posix_spawn_file_actions_destroy(&actions);
    return {outcome.exit_code, output.empty() ? read(out) : "", read(path(".err"))};
  }

  /// Runs the program with a pipe as standard output that nobody reads.
  Outcome run_into_closed_pipe(std::vector<std::string> arguments) const {
    std::array<int, 2> ends{};
    EXPECT_EQ(pipe(ends.data()), 0);
    close(ends[0]);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
    posix_spawn_file_actions_addopen(&actions, 2, path(".err").c_str(),
                                     O_WRONLY | O_CREAT | O_TRUNC, 0600);
    const Outcome outcome = spawned(std::move(arguments), actions);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    return {outcome.exit_code, "", read(path(".err"))};
  }

  std::string input_ = "/dev/null";

 private:
  static Outcome spawned(std::vector<std::string> arguments,
                         const posix_spawn_file_actions_t& actions) {
    arguments.insert(arguments.begin(), MINGXI_PROGRAM);
    std::vector<char*> pointers;
    for (std::string& argument : arguments) pointers.push_back(argument.data());
    pointers.push_back(nullptr);
    pid_t child = 0;
    if (posix_spawn(&child, MINGXI_PROGRAM, &actions, nullptr, pointers.data(), environ) != 0) {
      return {};
    }
    int status = 0;
    waitpid(child, &status, 0);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, "", ""};
  }

  static std::string read(const std::string& name) {
    std::ifstream stream(name, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
  }

  std::filesystem::path folder_;
};

constexpr std::string_view kDisclosure =
    "某县商务局2023年部门预算\n\n一、收支情况\n\n2023年收入总计1728.14万元，比上年增加71."
    "94万元。\n";

TEST_F(Program, WritesTheDocumentJsonAndNothingElse) {
  const Outcome outcome = run({"extract", file("预算.txt", kDisclosure)});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.out, StartsWith("{\n  \"schema\": \"mingxi.document/1\","));
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

TEST_F(Program, TellsUsageErrorsInTheLanguageThatIsAskedForAnywhere) {
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
      {{"extract", "a.pdf", "--lang", "fr"}, "--lang 只能是 zh 或 en，不能是 fr。"},
      {{"extract", "a.pdf", "--lang"}, "--lang 后面缺少值"},
      {{"extract", "--", "--lang", "en"}, "多余的参数 en"},
      {{"extract", "--"}, "缺少 FILE"},
      {{"explain", "a.pdf"}, "缺少 --page"},
      {{"explain", "a.pdf", "--page", "0"}, "不能是 0"},
      {{"explain", "a.pdf", "--page", "3x"}, "不能是 3x"},
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

TEST_F(Program, TellsItsVersion) {
  EXPECT_THAT(run({"--version"}).out, StartsWith("mingxi "));
  EXPECT_THAT(run({"extract", "--version"}).out, StartsWith("mingxi "));
}

TEST_F(Program, TellsWhenStandardOutputIsBroken) {
  const std::string budget = file("预算.txt", kDisclosure);
  const Outcome closed = run_into_closed_pipe({"extract", budget});
  EXPECT_EQ(closed.exit_code, 3);
  EXPECT_THAT(closed.err, StartsWith("mingxi: 无法写入标准输出"));
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
  const Outcome again = run({"tables", kTables, "-o", path("a.csv"), "--lang=en"});
  EXPECT_EQ(again.exit_code, 4);
  EXPECT_THAT(again.err, HasSubstr("Remove it or choose another name."));
}

TEST_F(Program, TellsOfADocumentWithoutTables) {
  const std::string budget = file("预算.txt", kDisclosure);
  const Outcome outcome = run({"tables", budget, "-o", path("a.html")});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.err, HasSubstr("没有找到有框线的表格"));
  EXPECT_TRUE(std::filesystem::exists(path("a.html")));
  EXPECT_THAT(run({"tables", budget, "--quiet"}).err, IsEmpty());
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

TEST_F(Program, RefusesAFolderThatHoldsOtherThings) {
  const std::string text = file("a.txt", kDisclosure);
  EXPECT_EQ(run({"build", text, "-o", path(".")}).exit_code, 4);
  EXPECT_EQ(run({"build", text, "-o", text}).exit_code, 4);
  EXPECT_EQ(run({"build", text, "-o", "/proc/none"}).exit_code, 4);
  EXPECT_EQ(run({"build", text}).exit_code, 2);
  EXPECT_EQ(run({"build", "-o", path("out")}).exit_code, 2);
}

}  // namespace
}  // namespace mingxi
