#pragma once

#include <stdexcept>
#include <string>

namespace mingxi {

/// Why an input cannot be used. Each has its own message and, in a batch, its own record.
enum class ErrorKind {
  kNotFound,     ///< no such file, or not allowed to read it
  kNotRegular,   ///< a directory, a FIFO, a device
  kEmpty,        ///< no bytes
  kTooLarge,     ///< more than 512 MiB
  kNotPdf,       ///< named .pdf and is something else
  kUnsupported,  ///< a known type that is not read: DOCX, XLSX, HTML …
  kTruncated,    ///< a PDF cut off before its end
  kCorrupt,      ///< a PDF that cannot be opened for another reason
  kEncrypted,    ///< needs a password to be opened
  kNoText,       ///< a text file that is not text
  kPatterns,     ///< patterns/ cannot be used
  kEnvironment,  ///< something that the program needs is missing on this machine
  kOutput,       ///< a file or folder asked for cannot be written
};

/// This document, pattern pack or machine cannot be used. The one exception of the library; it is
/// caught once per file and in main.
class Error : public std::runtime_error {
 public:
  /// where: the file, and within it the place (page, JSON pointer). what: cause and what to do.
  /// Both messages are whole sentences; Chinese and English say the same.
  Error(ErrorKind kind, std::string where, std::string chinese, std::string english)
      : std::runtime_error(where + ": " + english),
        kind_(kind),
        where_(std::move(where)),
        chinese_(std::move(chinese)),
        english_(std::move(english)) {}

  /// The same with a value that holds both, such as messages::Said.
  template <typename Both>
  requires requires(const Both& both) { both.chinese.size() + both.english.size(); }
  Error(ErrorKind kind, std::string where, const Both& what)
      : Error(kind, std::move(where), what.chinese, what.english) {}

  ErrorKind kind() const { return kind_; }
  const std::string& where() const { return where_; }
  const std::string& chinese() const { return chinese_; }
  const std::string& english() const { return english_; }

 private:
  ErrorKind kind_;
  std::string where_;
  std::string chinese_;
  std::string english_;
};

}  // namespace mingxi
