#include <filesystem>

#include "support/files.h"
#include "support/pdf_builder.h"
#include "support/program.h"

namespace mingxi::cli {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

#if defined(__SANITIZE_ADDRESS__)
constexpr bool kIsSanitized = true;
#else
constexpr bool kIsSanitized = false;
#endif

constexpr const char* kSample = MINGXI_SOURCE_DIR "/samples/budget_pdf/budget.pdf";

/// The commands that read documents, without the document.
std::vector<std::vector<std::string>> commands(const std::string& folder) {
  return {{"extract"},
          {"audit", "--fail-on", "never"},
          {"tables"},
          {"tables", "-o", folder + "/t.xlsx"},
          {"explain", "--page", "1"},
          {"review", "-o", folder + "/r.html"},
          {"report", "-o", folder + "/l.html"}};
}

std::vector<std::string> with(std::vector<std::string> command, const std::string& argument) {
  command.push_back(argument);
  return command;
}

TEST_F(Program, EndsAtTheLimitOfMemoryWithoutOutput) {
  if (kIsSanitized) GTEST_SKIP() << "memory is not limited under sanitizers";
  const std::string bomb =
      file("bomb.pdf", pdf_of("BT /F1 9 Tf 9 9 Td (" + std::string(20'000'000, 'a') + ") Tj ET"));
  for (const std::vector<std::string>& command : commands(path("."))) {
    const Outcome outcome = run(with(command, bomb));
    EXPECT_EQ(outcome.exit_code, 3) << command[0];
    EXPECT_THAT(outcome.err, AllOf(StartsWith("mingxi: " + bomb), HasSubstr("内存超过上限"),
                                   HasSubstr("--no-limits")))
        << command[0];
    if (command[0] == "audit") continue;  // it says that one could not be read
    EXPECT_THAT(outcome.out, IsEmpty()) << command[0];
  }
  EXPECT_FALSE(std::filesystem::exists(path("t.xlsx")));
  EXPECT_FALSE(std::filesystem::exists(path("r.html")));
  EXPECT_FALSE(std::filesystem::exists(path("l.html")));
}

TEST_F(Program, GivesTheSameWithLimitsAndWithout) {
  for (const std::vector<std::string>& command : commands(path("."))) {
    const bool has_file = command.back().ends_with(".xlsx") || command.back().ends_with(".html");
    const Outcome limited = run(with(command, kSample));
    const std::string written = has_file ? bytes_of(command.back()) : "";
    const Outcome free = run(with(with(command, kSample), "--no-limits"));
    EXPECT_EQ(limited.exit_code, 0) << command[0] << limited.err;
    EXPECT_EQ(free.exit_code, 0) << command[0];
    EXPECT_TRUE(limited.out == free.out) << command[0];
    EXPECT_EQ(limited.err, free.err) << command[0];
    EXPECT_TRUE(written == (has_file ? bytes_of(command.back()) : "")) << command[0];
  }
}

}  // namespace
}  // namespace mingxi::cli
