#include "output/write/output_file.h"

#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "messages/sentences.h"
#include "model/error.h"

namespace mingxi::output {

using messages::said;
using messages::Sentence;

namespace {

Error not_writable(const std::string& path) {
  const std::string reason = std::generic_category().message(errno);
  return {ErrorKind::kOutput, path, said(Sentence::kUnwritable, {{"reason", reason}})};
}

}  // namespace

OutputFile::OutputFile(const std::string& path)
    : path_(path), file_(std::fopen(path.c_str(), "wbe")) {
  constexpr std::size_t kBuffer = std::size_t{1} << 17;  // bytes: few calls, little memory
  if (!file_) throw not_writable(path_);
  std::setvbuf(file_.get(), nullptr, _IOFBF, kBuffer);
}

void OutputFile::write(std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size())
    throw not_writable(path_);
}

void OutputFile::close(Durability durability) {
  const bool is_on_disk = std::fflush(file_.get()) == 0 &&
                          (durability == Durability::kLater || fsync(fileno(file_.get())) == 0);
  if (!is_on_disk || std::fclose(file_.release()) != 0) throw not_writable(path_);
}

void write_file(const std::filesystem::path& path, std::string_view bytes, Durability durability) {
  OutputFile file(path.string());
  file.write(bytes);
  file.close(durability);
}

}  // namespace mingxi::output
