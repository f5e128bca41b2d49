#include "build/inputs/inputs_apart.h"

#include <algorithm>
#include <filesystem>
#include <string_view>

#include "build/inputs/inputs.h"
#include "model/error.h"
#include "output/write/own_file.h"
#include "process/answer_file.h"
#include "process/batch.h"
#include "process/child.h"
#include "process/sandbox.h"
#include "read/archive.h"
#include "text/utf8.h"

namespace mingxi::build {
namespace {

constexpr process::Limits kLimits{.cpu_seconds = 30,
                                  .wall_seconds = 60,
                                  .memory_bytes = std::uint64_t{1} << 30,
                                  .answer_bytes = std::uint64_t{16} << 20};

/// Whether mingxi writes files with such names.
bool can_be_own(const std::string& path) {
  const std::string_view name = path;
  return name.ends_with(".html") || name.ends_with(".xlsx") || name.ends_with(".docx");
}

/// In the child: a character for each path.
process::Answer looked_into(const std::string& folder, const std::vector<std::string>& paths) {
  process::enter_sandbox({.input = folder});
  process::Answer answer;
  for (const std::string& path : paths) {
    std::error_code error;
    const bool is_empty = std::filesystem::file_size(path, error) == 0 || error;
    answer.bytes += !is_empty && output::is_own_file(path) ? 'o' : '-';
  }
  return answer;
}

}  // namespace

std::optional<std::vector<std::string>> archived_names(const std::string& path) {
  const process::AnswerFile answer;
  const process::ChildReport report = process::awaited(
      {answer.descriptor(), kLimits, [&]() -> process::Answer {
         process::enter_sandbox({.input = path});
         process::Answer names{.kind = 1, .bytes = {}};
         try {
           for (const std::string& name : read::names_in_archive(path, text::printable(path)))
             names.bytes += name + '\0';
         } catch (const Error&) {
           names.kind = 0;
         }
         return names;
       }});
  if (report.end != process::ChildEnd::kAnswered || report.answer_kind != 1) return std::nullopt;
  return paths_in(answer.bytes());
}

std::size_t take_out_own_outputs(const std::string& folder, std::vector<std::string>& paths) {
  std::vector<std::string> looked_at;
  std::ranges::copy_if(paths, std::back_inserter(looked_at), can_be_own);
  if (looked_at.empty()) return 0;
  const process::AnswerFile answer;
  const process::ChildReport report = process::awaited(
      {answer.descriptor(), kLimits, [&] { return looked_into(folder, looked_at); }});
  if (report.end != process::ChildEnd::kAnswered) return 0;
  const std::string found = answer.bytes();
  std::vector<std::string> own;
  for (std::size_t i = 0; i < std::min(found.size(), looked_at.size()); ++i)
    if (found[i] == 'o') own.push_back(looked_at[i]);
  std::ranges::sort(own);
  return std::erase_if(
      paths, [&](const std::string& path) { return std::ranges::binary_search(own, path); });
}

}  // namespace mingxi::build
