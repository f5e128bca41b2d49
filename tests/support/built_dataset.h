#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "build/build.h"
#include "build/validate.h"
#include "extract/extractor.h"
#include "output/dataset/csv.h"
#include "support/files.h"

namespace mingxi::build {

namespace fs = std::filesystem;

constexpr std::string_view kText =
    "某县商务局2023年部门预算\n\n一、收支情况\n　　2023年收入总计1728.14万元，比上年增加71."
    "94万元。\n";

/// Builds datasets in a folder of its own and looks into them.
class BuildDataset : public ::testing::Test {
 protected:
  BuildResult build(const std::vector<std::string>& arguments, const std::string& name,
                    Workbook workbook = Workbook::kNone) const {
    return build(list_inputs(arguments),
                 {.folder = path(name),
                  .dataset = {.workbook = workbook, .json_lines = JsonLines::kWritten}});
  }
  static const extract::Extractor& extractor() {
    static const extract::Extractor result;
    return result;
  }
  static BuildResult build(const InputList& inputs, const BuildOptions& options,
                           const process::Limits& limits = {},
                           process::Sandbox sandbox = process::Sandbox::kOn) {
    return build_dataset(inputs, {.extractor = extractor(), .limits = limits, .sandbox = sandbox},
                         options, [](const BuildProgress&) {});
  }
  std::string path(const std::string& name) const { return (folder_.path() / name).string(); }
  std::string write(const std::string& name, std::string_view bytes) const {
    fs::create_directories((folder_.path() / name).parent_path());
    return folder_.write(name, bytes);
  }
  std::string read(const std::string& name) const { return bytes_of(folder_.path() / name); }

  /// The records of a CSV file of a dataset, its header among them.
  std::vector<std::vector<std::string>> records(const std::string& name) const {
    output::CsvReader reader;
    reader.feed(read(name));
    std::vector<std::vector<std::string>> all;
    while (auto record = reader.next()) all.push_back(*record);
    return all;
  }

  /// A page of a sample as a scan.
  std::string scanned(const std::string& name) const {
    const std::string command =
        std::string(MINGXI_SCAN) +
        " " MINGXI_SOURCE_DIR "/samples/budget_pdf/budget.pdf 9 200 clean " + path(name);
    EXPECT_EQ(std::system(command.c_str()), 0);
    return path(name);
  }

  /// Every file of a dataset with its bytes.
  std::map<std::string, std::string> contents(const std::string& name) const {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder_.path() / name)) {
      if (entry.is_regular_file())
        files[fs::relative(entry.path(), folder_.path() / name).string()] = bytes_of(entry.path());
    }
    return files;
  }

  std::vector<std::string> problems(const std::string& name) const {
    std::vector<std::string> found;
    for (const output::Problem& problem : validate_dataset(path(name)).problems)
      found.push_back(problem.where + ": " + problem.what.english);
    return found;
  }

  /// Replaces the first of something in a file, or all of it where there is nothing to replace.
  void change(const std::string& name, const std::string& from, const std::string& to) const {
    std::string bytes = read(name);
    const std::size_t at = bytes.find(from);
    ASSERT_NE(at, std::string::npos) << name;
    bytes.replace(at, from.size(), to);
    std::ofstream(path(name), std::ios::binary) << bytes;
  }

  TemporaryFolder folder_;
};

}  // namespace mingxi::build
