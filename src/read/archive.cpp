#include "read/archive.h"

#include <sys/stat.h>

#include <cstdint>

#include "messages/reading_sentences.h"
#include "model/error.h"
#include "process/answer_file.h"
#include "process/batch.h"
#include "process/child.h"
#include "process/sandbox.h"
#include "read/office/zip.h"

namespace mingxi::read {

using messages::ReadingSentence;
using messages::said;

namespace {

constexpr std::string_view kEnding = ".zip";
constexpr process::Limits kLimits{.cpu_seconds = 30,
                                  .wall_seconds = 60,
                                  .memory_bytes = std::uint64_t{1} << 30,
                                  .answer_bytes = std::uint64_t{64} << 20};

bool is_regular(const std::string& path) {
  struct stat status {};
  return stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

bool ends_an_archive(std::string_view path) {
  if (path.size() <= kEnding.size()) return false;
  const std::string_view ending = path.substr(path.size() - kEnding.size());
  for (std::size_t i = 0; i < kEnding.size(); ++i)
    if (ending[i] != kEnding[i] && ending[i] != (kEnding[i] & ~0x20)) return false;
  return true;
}

Error missing(const std::string& where) {
  return {ErrorKind::kNotFound, where, said(ReadingSentence::kNoSuchFile)};
}

}  // namespace

std::optional<ArchivedFile> archived_file(const std::string& path) {
  for (std::size_t slash = path.find('/', 1); slash != std::string::npos;
       slash = path.find('/', slash + 1)) {
    const std::string_view head = std::string_view(path).substr(0, slash);
    if (ends_an_archive(head) && slash + 1 < path.size() && is_regular(std::string(head)))
      return ArchivedFile{std::string(head), path.substr(slash + 1)};
  }
  return std::nullopt;
}

std::string file_holding(const std::string& path) {
  const auto file = archived_file(path);
  return file ? file->archive : path;
}

std::vector<std::string> names_in_archive(const std::string& path, const std::string& where) {
  const Zip archive = Zip::of_file(path, where);
  std::vector<std::string> names;
  for (const std::string& name : archive.names())
    if (!name.empty() && !name.ends_with('/')) names.push_back(name);
  return names;
}

std::string bytes_in_archive(const ArchivedFile& file, const std::string& where) {
  auto bytes = Zip::of_file(file.archive, where).read(file.name);
  if (!bytes) throw missing(where);
  return std::move(*bytes);
}

std::string bytes_read_apart(const ArchivedFile& file, const std::string& where) {
  const process::AnswerFile answer;
  const process::ChildReport report =
      process::awaited({answer.descriptor(), kLimits, [&]() -> process::Answer {
                          try {
                            process::enter_sandbox({.input = file.archive});
                            return {.kind = 1, .bytes = bytes_in_archive(file, where)};
                          } catch (const Error& error) {
                            return {.kind = 0, .bytes = error.chinese() + '\0' + error.english()};
                          }
                        }});
  std::string bytes = answer.bytes();
  if (report.end == process::ChildEnd::kAnswered && report.answer_kind == 1) return bytes;
  const std::size_t joint = bytes.find('\0');
  if (report.end != process::ChildEnd::kAnswered || joint == std::string::npos)
    throw missing(where);
  throw Error(ErrorKind::kCorrupt, where, bytes.substr(0, joint), bytes.substr(joint + 1));
}

}  // namespace mingxi::read
