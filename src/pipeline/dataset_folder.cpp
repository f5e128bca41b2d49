#include "pipeline/dataset_folder.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "emit/data_package.h"
#include "emit/dataset_schema.h"
#include "model/error.h"
#include "read/utf8.h"

namespace mingxi {
namespace {

namespace fs = std::filesystem;

constexpr const char* kDescription = "datapackage.json";

[[noreturn]] void fail(const fs::path& path, const std::error_code& error) {
  throw Error(ErrorKind::kOutput, printable(path.native()),
              "输出目录无法使用（" + error.message() + "）。请检查路径和权限。",
              "The output folder cannot be used (" + error.message() +
                  "). Check the path and its permissions.");
}

bool holds_a_dataset(const fs::path& folder) {
  std::ifstream stream;
  std::error_code ignored;
  if (fs::is_regular_file(folder / kDescription, ignored))
    stream.open(folder / kDescription, std::ios::binary);
  if (!stream.is_open()) return false;
  return is_ours(std::string(std::istreambuf_iterator<char>(stream), {}));
}

/// Whether a build did not come to its end here, and nothing else stands beside it.
bool holds_a_rest(const fs::path& folder) {
  std::vector<std::string> names = dataset_file_names();
  names.insert(names.end(), {kDescription, "documents", "decisions.json", ".work"});
  bool has_work = false;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().native();
    if (std::ranges::find(names, name) == names.end()) return false;
    has_work = has_work || name == ".work";
  }
  return has_work;
}

}  // namespace

std::vector<std::string> dataset_file_names() {
  std::vector<std::string> names;
  for (const TableSchema& schema : dataset_tables())
    names.push_back(std::string(schema.name) + ".csv");
  names.insert(names.end(), {"facts.jsonl", "findings.jsonl", "run.jsonl", "dataset.sqlite",
                             "dataset.xlsx", "README.md", "DICTIONARY.md"});
  return names;
}

std::string prepared_work_folder(const std::string& folder) {
  const fs::path path(folder);
  std::error_code error;
  const bool is_there = fs::exists(path, error);
  if (error) fail(path, error);
  if (is_there && !fs::is_directory(path))
    fail(path, std::make_error_code(std::errc::not_a_directory));
  if (is_there) {
    const bool is_empty = fs::is_empty(path, error);
    if (error) fail(path, error);
    if (!is_empty && !holds_a_dataset(path) && !holds_a_rest(path))
      throw Error(ErrorKind::kOutput, printable(folder),
                  "输出目录里有别的文件，不是 mingxi 的数据集。请换一个空目录或新目录。",
                  "The output folder holds other files and is no dataset of mingxi. Name an empty "
                  "or a new folder.");
  }
  const fs::path work = path / ".work";
  fs::remove_all(work, error);
  if (!error) fs::create_directories(work / "documents", error);
  if (error) fail(path, error);
  return work.native();
}

void publish_work_folder(const std::string& folder) {
  const fs::path path(folder);
  const fs::path work = path / ".work";
  std::error_code error;
  // The description goes first and comes last: where it stands, the dataset is whole.
  fs::remove(path / kDescription, error);
  if (!error) fs::remove(path / "dataset.xlsx", error);
  for (const fs::directory_entry& entry : fs::directory_iterator(work)) {
    const fs::path target = path / entry.path().filename();
    if (!error && target.filename() == "documents") fs::remove_all(target, error);
    if (!error && target.filename() != kDescription) fs::rename(entry.path(), target, error);
  }
  if (!error) fs::rename(work / kDescription, path / kDescription, error);
  if (!error) fs::remove_all(work, error);
  if (error) fail(path, error);
}

}  // namespace mingxi
