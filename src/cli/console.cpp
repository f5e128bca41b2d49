#include "cli/console.h"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "model/error.h"

namespace mingxi::cli {
namespace {

constexpr std::size_t kUsualColumns = 80;

/// A variable of the environment; empty when not set.
std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

}  // namespace

OutputError::OutputError(int cause)
    : std::runtime_error(std::strerror(cause)), is_reader_gone_(cause == EPIPE) {}

void hold_standard_streams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (fcntl(stream, F_GETFD) >= 0) continue;
    // The lowest number that is free is that of the stream. What is opened the wrong way fails.
    const int way = stream == STDOUT_FILENO ? O_RDONLY : O_WRONLY;
    if (open("/dev/null", way) != stream) std::_Exit(kCannotStart);
  }
}

void require_standard_input() {
  const int way = fcntl(STDIN_FILENO, F_GETFL);
  if (way >= 0 && (way & O_ACCMODE) != O_WRONLY) return;
  const auto say = [](messages::Language language) {
    return std::string(messages::text(messages::Text::kNoStandardInput, language));
  };
  throw Error(ErrorKind::kNotFound, "-", say(messages::Language::kChinese),
              say(messages::Language::kEnglish));
}

void write_output(std::string_view data) {
  errno = 0;
  const std::size_t written = std::fwrite(data.data(), 1, data.size(), stdout);
  const bool flushed = std::fflush(stdout) == 0;
  if (written == data.size() && flushed) return;
  throw OutputError(errno);
}

std::size_t terminal_columns(int descriptor) {
  winsize size{};
  const bool is_known = ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return is_known ? size.ws_col : kUsualColumns;
}

std::size_t output_columns() {
  if (isatty(STDOUT_FILENO)) return terminal_columns(STDOUT_FILENO);
  const std::string_view value = environment("COLUMNS");
  std::size_t columns = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), columns);
  const bool is_number = error == std::errc() && end == value.data() + value.size();
  return is_number && columns > 0 ? columns : kUsualColumns;
}

bool output_is_coloured() {
  return isatty(STDOUT_FILENO) && environment("NO_COLOR").empty() && environment("TERM") != "dumb";
}

void remark(messages::Text id, messages::Language language,
            std::initializer_list<std::string_view> values) {
  std::fprintf(stderr, "%s\n", messages::filled(id, language, values).c_str());
}

void complain(std::string_view subject, std::string_view sentence, messages::Language language) {
  std::string line =
      subject.empty() ? "mingxi: " + std::string(sentence)
                      : messages::filled(messages::Text::kFailure, language, {subject, sentence});
  for (char& c : line) {
    if (c == '\n' || c == '\r') c = ' ';
  }
  line += '\n';
  // Nothing is left to do when standard error cannot be written either.
  std::fwrite(line.data(), 1, line.size(), stderr);
}

}  // namespace mingxi::cli
