#include "process/child.h"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <vector>

#include <gmock/gmock.h>

#include "model/error.h"
#include "process/answer_file.h"
#include "process/batch.h"
#include "process/sandbox.h"
#include "support/files.h"

namespace mingxi::process {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

#if defined(__SANITIZE_ADDRESS__)
constexpr bool kIsSanitized = true;
#else
constexpr bool kIsSanitized = false;
#endif

ChildReport report_of(const Limits& limits, const std::function<Answer()>& work,
                      const AnswerFile& answer = {}) {
  return awaited({answer.descriptor(), limits, work});
}

TEST(Child, Answers) {
  const AnswerFile answer;
  const ChildReport report = report_of(
      {}, [] { return Answer{.kind = 7, .bytes = std::string(1 << 20, 'a')}; }, answer);
  EXPECT_EQ(report.end, ChildEnd::kAnswered);
  EXPECT_EQ(report.answer_kind, 7);
  EXPECT_EQ(answer.bytes(), std::string(1 << 20, 'a'));
}

TEST(Child, IsStoppedAtEachLimit) {
  const auto spin = []() -> Answer {
    while (true) getpid();
  };
  const auto sleep_on = []() -> Answer {
    while (true) sleep(100);
  };
  const auto gorge = [] { return Answer{.kind = 0, .bytes = std::string(300U << 20, 'a')}; };
  EXPECT_EQ(report_of({.cpu_seconds = 1}, spin).end, ChildEnd::kCpuLimit);
  EXPECT_EQ(report_of({.wall_seconds = 1}, sleep_on).end, ChildEnd::kWallLimit);
  EXPECT_EQ(report_of({.answer_bytes = 1000}, gorge).end, ChildEnd::kAnswerLimit);
  if (kIsSanitized) GTEST_SKIP() << "memory is not limited under sanitizers";
  EXPECT_EQ(report_of({.memory_bytes = 200U << 20}, gorge).end, ChildEnd::kMemoryLimit);
}

TEST(Child, CrashesAlone) {
  const auto killed = []() -> Answer {
    std::signal(SIGSEGV, SIG_DFL);
    raise(SIGSEGV);
    return {};
  };
  const auto thrown = []() -> Answer { throw std::runtime_error("lost"); };
  const auto left = []() -> Answer { _exit(0); };
  EXPECT_EQ(report_of({}, killed).end, ChildEnd::kCrashed);
  EXPECT_EQ(report_of({}, left).end, ChildEnd::kCrashed);
  const ChildReport report = report_of({}, thrown);
  EXPECT_EQ(report.end, ChildEnd::kCrashed);
  EXPECT_EQ(report.messages, "lost\n");
}

TEST(Child, KeepsTheFirstOfItsMessages) {
  const ChildReport report = report_of({}, [] {
    for (int i = 0; i < 100'000; ++i) fputs("again and again\n", stderr);
    return Answer{};
  });
  EXPECT_EQ(report.end, ChildEnd::kAnswered);
  EXPECT_EQ(report.messages.size(), 4096U);
}

TEST(Child, TellsThatTheDiskIsFull) {
  if (access("/dev/full", W_OK) != 0) GTEST_SKIP() << "no /dev/full here";
  const AnswerFile full("/dev/full");
  EXPECT_EQ(report_of(
                {}, [] { return Answer{.kind = 0, .bytes = "a"}; }, full)
                .end,
            ChildEnd::kUnwritable);
}

TEST(RunBatch, RunsSoManyAtATimeAndTellsOfEachOnce) {
  const AnswerFile answer;
  std::size_t running = 0;
  std::size_t most = 0;
  std::vector<int> kinds(9, -1);
  run_batch(
      kinds.size(), 3,
      [&](std::size_t number) {
        most = std::max(most, ++running);
        return Child(answer.descriptor(), {},
                     [number] { return Answer{.kind = static_cast<int>(number), .bytes = {}}; });
      },
      [&](std::size_t number, const ChildReport& report) {
        --running;
        EXPECT_EQ(kinds[number], -1);
        kinds[number] = report.answer_kind;
      });
  EXPECT_EQ(most, 3U);
  EXPECT_THAT(kinds, ElementsAre(0, 1, 2, 3, 4, 5, 6, 7, 8));
}

TEST(RunBatch, EndsAllWhereSettlingFails) {
  const AnswerFile answer;
  const auto start = [&](std::size_t number) {
    return Child(answer.descriptor(), {}, [number]() -> Answer {
      while (number > 0) sleep(100);
      return {};
    });
  };
  EXPECT_THROW(run_batch(3, 3, start,
                         [](std::size_t, const ChildReport&) -> void {
                           throw Error(ErrorKind::kOutput, "", "", "full");
                         }),
               Error);
  EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), -1) << "a child is left";
}

TEST(EnterSandbox, LeavesTheInputAndTheSystemToBeRead) {
  if (landlock_version() == 0) GTEST_SKIP() << "the kernel has no Landlock";
  const TemporaryFolder folder;
  const std::string input = folder.write("input", "x");
  const std::string other = folder.write("other", "x");
  const AnswerFile answer;
  report_of(
      {},
      [&] {
        enter_sandbox({.input = input});
        const auto can_read = [](const std::string& path) { return std::ifstream(path).good(); };
        const bool can_write = std::ofstream(input).good() || std::ofstream(other + "2").good();
        return Answer{
            .kind = 0,
            .bytes = std::string(can_read(input) ? "input " : "") +
                     (can_read("/usr/share/poppler/cMap/Adobe-GB1/GBK-EUC-H") ? "system " : "") +
                     (can_read(other) ? "other " : "") + (can_write ? "written" : "")};
      },
      answer);
  EXPECT_EQ(answer.bytes(), "input system ");
}

TEST(EnterSandbox, RunsOneProgramAndWritesInOneFolder) {
  if (landlock_version() == 0) GTEST_SKIP() << "the kernel has no Landlock";
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder.path() / "mine");
  const std::string mine = (folder.path() / "mine" / "file").string();
  const std::string other = (folder.path() / "other").string();
  const AnswerFile answer;
  report_of(
      {},
      [&] {
        enter_sandbox({.program = "/bin/true", .folder = (folder.path() / "mine").string()});
        const auto can_run = [](const char* program) {
          pid_t child = 0;
          std::array<char*, 2> arguments{const_cast<char*>(program), nullptr};
          if (posix_spawn(&child, program, nullptr, nullptr, arguments.data(), environ) != 0)
            return false;
          int status = 0;
          return waitpid(child, &status, 0) == child && status == 0;
        };
        return Answer{.kind = 0,
                      .bytes = std::string(can_run("/bin/true") ? "run " : "") +
                               (can_run("/bin/ls") ? "run another " : "") +
                               (std::ofstream(mine).good() ? "write " : "") +
                               (std::ofstream(other).good() ? "write elsewhere" : "")};
      },
      answer);
  EXPECT_EQ(answer.bytes(), "run write ");
}

}  // namespace
}  // namespace mingxi::process
