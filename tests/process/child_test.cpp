#include "process/child.h"

#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <stdexcept>
#include <vector>

#include <gmock/gmock.h>

#include "model/error.h"
#include "process/answer_file.h"
#include "process/batch.h"

namespace mingxi::process {
namespace {

using ::testing::ElementsAre;

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

TEST(Child, IsNotLateWhileItRuns) {
  // A machine that is busy lets it wait for a processor: that is no idleness either.
  const auto spin = []() -> Answer {
    const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(2500);
    while (std::chrono::steady_clock::now() < until) getpid();
    return {};
  };
  EXPECT_EQ(report_of({.wall_seconds = 1}, spin).end, ChildEnd::kAnswered);
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

TEST(Child, SaysThatTheDiskIsFull) {
  if (access("/dev/full", W_OK) != 0) GTEST_SKIP() << "no /dev/full here";
  const AnswerFile full("/dev/full");
  EXPECT_EQ(report_of(
                {}, [] { return Answer{.kind = 0, .bytes = "a"}; }, full)
                .end,
            ChildEnd::kUnwritable);
}

TEST(RunBatch, RunsSoManyAtATimeAndReportsEachOnce) {
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

}  // namespace
}  // namespace mingxi::process
