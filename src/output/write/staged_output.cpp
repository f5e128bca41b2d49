#include "output/write/staged_output.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <system_error>

#include "output/write/output_file.h"
#include "model/error.h"

namespace mingxi::output {
namespace {

Error unwritable(const std::filesystem::path& path, const std::error_code& cause) {
  const std::string reason = cause.message();
  return {ErrorKind::kOutput, path.string(),
          "无法写入（" + reason + "）。请检查目录是否存在、有无写权限、磁盘空间是否足够。",
          "It cannot be written (" + reason +
              "). Check that the folder exists and may be written to, and the disk space."};
}

std::error_code last_error() { return {errno, std::generic_category()}; }

void require_free(const std::filesystem::path& destination, OutputKind kind) {
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(destination, error);
  if (!std::filesystem::exists(status)) return;
  const bool folder = std::filesystem::is_directory(status);
  if (kind == OutputKind::kFile && folder) {
    throw Error(ErrorKind::kOutput, destination.string(), "已有同名的目录。请换一个名称。",
                "There is a folder of this name. Choose another name.");
  }
  if (kind == OutputKind::kFile && !std::filesystem::is_regular_file(status)) {
    throw Error(ErrorKind::kOutput, destination.string(),
                "这是管道或设备，不是普通文件。请换一个名称。",
                "This is a pipe or a device, not a regular file. Choose another name.");
  }
  if (kind == OutputKind::kFolder && (!folder || !std::filesystem::is_empty(destination, error))) {
    throw Error(
        ErrorKind::kOutput, destination.string(),
        "要在这里新建目录，但已有同名的文件或非空目录。请删除它或换一个名称。",
        "A folder is to be made here, but there is a file or a folder with something in it. "
        "Remove it or choose another name.");
  }
}

}  // namespace

StagedOutput::StagedOutput(const std::filesystem::path& destination, OutputKind kind)
    : destination_(destination.has_filename() ? destination : destination.parent_path()) {
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
  std::error_code error;
  std::filesystem::rename(place_, destination_, error);
  if (error) throw unwritable(destination_, error);
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
