#include "cli/console.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace mingxi::cli {
namespace {

/// A variable of the environment; empty when not set.
std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

}  // namespace

void write_output(std::string_view data) {
  errno = 0;
  const std::size_t written = std::fwrite(data.data(), 1, data.size(), stdout);
  const bool flushed = std::fflush(stdout) == 0;
  if (written == data.size() && flushed) return;
  throw OutputError(std::strerror(errno));
}

std::size_t output_columns() {
  constexpr std::size_t kUsual = 80;
  winsize size{};
  if (isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    return size.ws_col;
  }
  const std::string_view value = environment("COLUMNS");
  std::size_t columns = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), columns);
  const bool is_number = error == std::errc() && end == value.data() + value.size();
  return is_number && columns > 0 ? columns : kUsual;
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
