#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "cli/texts.h"

namespace mingxi {

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
  using std::runtime_error::runtime_error;
};

/// Writes data to standard output, all of it. Throws OutputError.
void write_output(std::string_view data);

/// Writes `mingxi: SUBJECT: SENTENCE` to standard error, on one line. An empty subject is left out.
void complain(std::string_view subject, std::string_view sentence, Language language);

/// A file name as it can be shown: bytes that are not UTF-8 and control characters as \xNN.
std::string shown(std::string_view name);

/// The columns a text takes in a terminal: two for each Chinese character.
std::size_t columns_of(std::string_view utf8);

/// The text with blanks behind it up to a number of columns.
std::string padded(std::string_view utf8, std::size_t columns);

}  // namespace mingxi
