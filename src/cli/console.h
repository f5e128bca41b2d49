#pragma once

#include <initializer_list>
#include <stdexcept>
#include <string>
#include <string_view>

#include "messages/texts.h"
#include "text/terminal.h"

namespace mingxi::cli {

/// Exit codes, the same for every subcommand; kInputFailed outranks kFindings.
enum ExitCode {
  kDone = 0,
  kFindings = 1,
  kUsageError = 2,
  kInputFailed = 3,
  kCannotStart = 4,
};

/// Standard output took less than it was given: a full disk, a closed pipe. what() is the cause as
/// the system names it.
class OutputError : public std::runtime_error {
 public:
  explicit OutputError(int cause);
  bool is_reader_gone() const { return is_reader_gone_; }

 private:
  bool is_reader_gone_ = false;
};

/// Opens those of the three standard streams that are closed, so that no file is opened in
/// their place: what reads or writes them fails as before, and what goes to standard error is lost.
void hold_standard_streams();

/// Throws Error where standard input is closed.
void require_standard_input();

/// Writes data to standard output, all of it. Throws OutputError.
void write_output(std::string_view data);

/// The columns that a line on standard output may take: those of the terminal, else $COLUMNS,
/// else 80.
std::size_t output_columns();

/// The columns of the terminal that is open there; 80 where it does not say.
std::size_t terminal_columns(int descriptor);

/// Whether standard output is a terminal that shows colours, and $NO_COLOR does not forbid them.
bool output_is_coloured();

/// Writes a text as a line to standard error.
void remark(messages::Text id, messages::Language language,
            std::initializer_list<std::string_view> values);

/// Writes `mingxi: SUBJECT: SENTENCE` to standard error, on one line. An empty subject is left out.
void complain(std::string_view subject, std::string_view sentence, messages::Language language);

}  // namespace mingxi::cli
