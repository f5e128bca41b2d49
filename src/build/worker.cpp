#include "build/worker.h"

#include <algorithm>

#include "output/dataset/json_lines.h"

namespace mingxi::build {
namespace {

/// A document JSON on one line. Within its strings there are no line breaks.
std::string on_one_line(std::string_view json) {
  std::string line;
  line.reserve(json.size());
  while (!json.empty()) {
    const std::string_view piece = json.substr(0, json.find('\n'));
    line += piece.substr(std::min(piece.size(), piece.find_first_not_of(' ')));
    json.remove_prefix(std::min(json.size(), piece.size() + 1));
  }
  return line += '\n';
}

}  // namespace

std::string worker_line(const std::string& path, const IsolatedReading& how) {
  const process::AnswerFile answer;
  // Standard input is the list: a - in it is a file of that name.
  const std::string input = path == "-" ? "./-" : path;
  const ReadingTask task{.path = input};
  const std::optional<output::InputRecord> failure = read_into(answer, task, how);
  if (!failure) return on_one_line(answer.bytes());
  std::string line;
  output::append_run_line(line, *failure);
  return line;
}

}  // namespace mingxi::build
