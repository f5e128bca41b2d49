#pragma once

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

namespace mingxi {

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

  /// Runs the program with standard output at the end of a file.
  Outcome append(std::vector<std::string> arguments, const std::string& output) const {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, output.c_str(), O_WRONLY | O_APPEND, 0);
    posix_spawn_file_actions_addopen(&actions, 2, path(".err").c_str(),
                                     O_WRONLY | O_CREAT | O_TRUNC, 0600);
    const Outcome outcome = spawned(std::move(arguments), actions);
    posix_spawn_file_actions_destroy(&actions);
    return {outcome.exit_code, "", read(path(".err"))};
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

/// A disclosure of one sentence.
inline constexpr std::string_view kDisclosure =
    "某县商务局2023年部门预算\n\n一、收支情况\n\n2023年收入总计1728.14万元，比上年增加71."
    "94万元。\n";

}  // namespace mingxi
