// Closed streams, readers that go, signals: what is said, and what is left.
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <thread>

#include "support/files.h"
#include "support/program.h"

namespace mingxi::cli {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

/// Runs lines of the shell, in which $M is the program.
class Streams : public Program {
 protected:
  int shell(const std::string& line) const {
    const std::string command = "cd '" + path(".") + "'; M=" MINGXI_PROGRAM "; " + line;
    return WEXITSTATUS(std::system(command.c_str()));
  }
};

TEST_F(Streams, BuildNeedsNoStandardError) {
  file("a.txt", kDisclosure);
  EXPECT_EQ(shell("$M build a.txt -o out 2>&-"), 0);
  EXPECT_EQ(shell("$M validate out > sound"), 0);
  EXPECT_EQ(shell("$M extract a.txt 2>&- > a.json"), 0);
  EXPECT_THAT(bytes_of(path("a.json")), HasSubstr("1728.14"));
  EXPECT_EQ(shell("$M build a.txt -o out2 <&- >&- 2>&-"), 0);
  EXPECT_EQ(shell("$M validate out2 > sound"), 0);
}

TEST_F(Streams, AClosedStandardInputIsReported) {
  for (const char* command : {"worker", "extract -", "build - -o out"}) {
    EXPECT_EQ(shell("$M " + std::string(command) + " <&- 2> said"), 3) << command;
    EXPECT_THAT(bytes_of(path("said")), HasSubstr("标准输入没有打开")) << command;
  }
}

TEST_F(Streams, AClosedStandardOutputIsReported) {
  file("a.txt", kDisclosure);
  EXPECT_EQ(shell("$M extract a.txt >&- 2> said"), 3);
  EXPECT_THAT(bytes_of(path("said")), HasSubstr("无法写入标准输出"));
}

TEST_F(Streams, AReaderThatGoesIsNoFullDisk) {
  file("a.txt", kDisclosure);
  EXPECT_EQ(shell("(sleep 0.3; $M extract a.txt 2> said; echo $? > code) | true"), 0);
  EXPECT_THAT(bytes_of(path("said")),
              AllOf(HasSubstr("接收输出的程序先结束了"), Not(HasSubstr("磁盘"))));
  EXPECT_EQ(bytes_of(path("code")), "3\n");
}

TEST_F(Streams, AWorkerTakesPathsThatEndWithNul) {
  file("a\nb.txt", kDisclosure);
  EXPECT_EQ(shell("printf 'a\\nb.txt\\0' | $M worker -0 > lines"), 0);
  const std::string lines = bytes_of(path("lines"));
  EXPECT_EQ(std::count(lines.begin(), lines.end(), '\n'), 1);
  EXPECT_THAT(lines, HasSubstr("1728.14"));
}

/// Ends a program by a signal once it has begun; gives what it said.
std::string said_at(int signal, const std::vector<std::string>& arguments, const std::string& place,
                    const std::string& begun) {
  const pid_t child = fork();
  if (child == 0) {
    if (chdir(place.c_str()) != 0 || freopen("said", "w", stderr) == nullptr) _exit(99);
    std::vector<char*> pointers{const_cast<char*>(MINGXI_PROGRAM)};
    for (const std::string& argument : arguments)
      pointers.push_back(const_cast<char*>(argument.c_str()));
    pointers.push_back(nullptr);
    execv(MINGXI_PROGRAM, pointers.data());
    _exit(99);
  }
  for (int i = 0; i < 500 && !std::filesystem::exists(place + "/" + begun); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  std::this_thread::sleep_for(std::chrono::milliseconds(300));
  kill(child, signal);
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == signal) << status;
  return bytes_of(place + "/said");
}

/// Sentences that take seconds.
std::string long_disclosure() {
  std::string text = "某县商务局2023年部门预算\n\n一、收支情况\n\n";
  for (int i = 0; i < 60'000; ++i)
    text += "2023年收入总计1728.14万元，比上年增加71.94万元，增长4.3%。\n";
  return text;
}

TEST_F(Streams, AnInterruptedBuildSaysHowToGoOn) {
  file("long.txt", long_disclosure());
  for (const int signal : {SIGINT, SIGTERM}) {
    EXPECT_THAT(
        said_at(signal, {"build", "long.txt", "-o", "out", "--quiet"}, path("."),
                "out/.work/answers/0"),
        AllOf(HasSubstr("已中断"), HasSubstr("out/.work"), HasSubstr("再次运行同一条命令")));
  }
  EXPECT_TRUE(std::filesystem::exists(path("out/.work")));
  EXPECT_FALSE(std::filesystem::exists(path("out/datapackage.json")));
}

TEST_F(Streams, AnInterruptedCommandLeavesNothing) {
  const std::string name = "long.txt";
  file(name, long_disclosure());
  EXPECT_THAT(said_at(SIGTERM, {"tables", name, "-o", "t.html"}, path("."), name),
              HasSubstr("已中断，没有写出任何文件"));
  for (const auto& entry : std::filesystem::directory_iterator(path(".")))
    EXPECT_THAT(entry.path().filename().string(), Not(HasSubstr(".mingxi-")));
  EXPECT_FALSE(std::filesystem::exists(path("t.html")));
}

}  // namespace
}  // namespace mingxi::cli
