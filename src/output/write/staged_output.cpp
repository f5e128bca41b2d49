#include "output/write/staged_output.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <system_error>

#include "messages/sentences.h"
#include "output/write/output_file.h"
#include "output/write/own_file.h"
#include "output/write/refused_output.h"
#include "model/error.h"

namespace mingxi::output {

using messages::said;
using messages::Sentence;

namespace {

Error unwritable(const std::filesystem::path& path, const std::error_code& cause) {
  const std::string reason = cause.message();
  return {ErrorKind::kOutput, path.string(),
          said(Sentence::kOutputUnwritable, {{"reason", reason}})};
}

std::error_code last_error() { return {errno, std::generic_category()}; }

/// Only what mingxi wrote itself may be replaced.
void require_free(const std::filesystem::path& destination, OutputKind kind) {
  const auto refuse = [&destination](messages::Text why) {
    throw RefusedOutput(destination.string(), why);
  };
  std::error_code error;
  const bool is_link = std::filesystem::is_symlink(destination, error);
  const std::filesystem::file_status status = std::filesystem::status(destination, error);
  if (!std::filesystem::exists(status)) {
    if (is_link) refuse(messages::Text::kOutputIsForeign);  // a link that leads nowhere
    return;
  }
  const bool is_folder = std::filesystem::is_directory(status);
  if (kind == OutputKind::kFolder) {
    if (is_link || !is_folder || !is_own_csv_folder(destination))
      refuse(messages::Text::kOutputFolderIsTaken);
    return;
  }
  if (is_folder) refuse(messages::Text::kOutputIsFolder);
  if (!std::filesystem::is_regular_file(status)) refuse(messages::Text::kOutputIsDevice);
  if (!is_own_file(destination)) refuse(messages::Text::kOutputIsForeign);
}

}  // namespace

StagedOutput::StagedOutput(const std::filesystem::path& destination, OutputKind kind)
    : destination_(destination.has_filename() ? destination : destination.parent_path()),
      kind_(kind) {
  require_free(destination_, kind);
  std::string staging = (destination_.parent_path() / ".mingxi-XXXXXX").string();
  if (mkdtemp(staging.data()) == nullptr) throw unwritable(destination_, last_error());
  staging_ = staging;
  place_ = staging_ / destination_.filename();
  if (kind == OutputKind::kFile) return;
  std::error_code error;
  std::filesystem::create_directory(place_, error);
  if (!error) return;
  std::error_code ignored;
  std::filesystem::remove_all(staging_, ignored);
  throw unwritable(destination_, error);
}

StagedOutput::~StagedOutput() {
  std::error_code ignored;
  std::filesystem::remove_all(staging_, ignored);
}

void StagedOutput::publish() {
  require_free(destination_, kind_);  // something may have come while the work was done
  // An old folder changes places with the new one, and goes with the staging folder.
  std::error_code ignored;
  const bool replaces_folder =
      kind_ == OutputKind::kFolder && std::filesystem::exists(destination_, ignored);
  const unsigned how = replaces_folder ? RENAME_EXCHANGE : 0;
  if (renameat2(AT_FDCWD, place_.c_str(), AT_FDCWD, destination_.c_str(), how) != 0)
    throw unwritable(destination_, last_error());
}

void write_whole(const std::filesystem::path& destination, std::string_view bytes) {
  StagedOutput output(destination, OutputKind::kFile);
  try {
    write_file(output.place(), bytes);
  } catch (const Error& error) {  // names the place where it was written before it was whole
    throw Error(error.kind(), destination.string(), error.chinese(), error.english());
  }
  output.publish();
}

void require_room(const std::filesystem::path& folder, std::uint64_t bytes) {
  std::string name = (folder / ".room-XXXXXX").string();
  const int file = mkstemp(name.data());
  if (file < 0) throw unwritable(folder, last_error());
  const int error = posix_fallocate(file, 0, static_cast<off_t>(bytes));
  close(file);
  unlink(name.c_str());
  if (error != 0) throw unwritable(folder, {error, std::generic_category()});
}

}  // namespace mingxi::output
