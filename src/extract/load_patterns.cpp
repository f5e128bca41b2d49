#include "extract/load_patterns.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "messages/sentences.h"
#include "model/error.h"
#include "read/sha256.h"

namespace mingxi::extract {

using messages::said;
using messages::Sentence;

namespace {

namespace fs = std::filesystem;

std::vector<patterns::PatternFile> files_in(const std::string& directory) {
  std::error_code failure;
  std::vector<patterns::PatternFile> files;
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
      throw Error(ErrorKind::kPatterns, entry->path().string(),
                  said(Sentence::kPatternFileUnreadable));
    }
    files.push_back({entry->path().filename().string(), std::move(text)});
  }
  if (failure || files.empty()) {
    throw Error(ErrorKind::kPatterns, directory, said(Sentence::kNoPatternFiles));
  }
  return files;
}

std::string digest_of(const std::vector<patterns::PatternFile>& files) {
  std::string all;
  for (const patterns::PatternFile& file : files) all += file.name + "\n" + file.text + "\n";
  return read::sha256(all);
}

}  // namespace

patterns::Patterns load_patterns(const std::string& directory, patterns::Compiling of_program) {
  const bool is_built_in = directory.empty();
  std::vector<patterns::PatternFile> files =
      is_built_in ? patterns::embedded_patterns() : files_in(directory);
  std::sort(files.begin(), files.end(),
            [](const patterns::PatternFile& a, const patterns::PatternFile& b) {
              return a.name < b.name;
            });
  patterns::Patterns patterns(files, is_built_in ? of_program : patterns::Compiling::kAtOnce);
  patterns.sha256 = is_built_in ? patterns::embedded_patterns_sha256() : digest_of(files);
  return patterns;
}

}  // namespace mingxi::extract
