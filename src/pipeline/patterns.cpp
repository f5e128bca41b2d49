#include "pipeline/patterns.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "model/error.h"
#include "read/digest.h"

namespace mingxi {
namespace {

namespace fs = std::filesystem;

std::vector<PatternFile> files_in(const std::string& directory) {
  std::error_code failure;
  std::vector<PatternFile> files;
  for (fs::directory_iterator entry(directory, failure), end; !failure && entry != end;
       entry.increment(failure)) {
    if (entry->path().extension() != ".json") continue;
    // Asked before it is opened: opening a pipe would wait for ever.
    std::ifstream stream;
    if (entry->is_regular_file(failure)) stream.open(entry->path(), std::ios::binary);
    const bool is_readable = stream.is_open();
    std::string text;
    if (is_readable) text.assign(std::istreambuf_iterator<char>(stream), {});
    if (!is_readable) {
      throw Error(ErrorKind::kPatterns, entry->path().string(), "无法读取这个规则文件。",
                  "this pattern file cannot be read.");
    }
    files.push_back({entry->path().filename().string(), std::move(text)});
  }
  if (failure || files.empty()) {
    throw Error(
        ErrorKind::kPatterns, directory,
        "这里没有规则文件（*.json）。请用 --patterns 指定规则文件夹，或不加此选项使用内置规则。",
        "there are no pattern files (*.json) here. Name the folder with --patterns, or leave "
        "the option out to use those built in.");
  }
  return files;
}

}  // namespace

Pack load_patterns(const std::string& directory) {
  std::vector<PatternFile> files = directory.empty() ? embedded_patterns() : files_in(directory);
  std::sort(files.begin(), files.end(),
            [](const PatternFile& a, const PatternFile& b) { return a.name < b.name; });
  Pack pack(files);
  std::string all;
  for (const PatternFile& file : files) all += file.name + "\n" + file.text + "\n";
  pack.sha256 = sha256(all);
  return pack;
}

}  // namespace mingxi
