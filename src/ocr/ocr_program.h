#pragma once

#include <sys/types.h>

#include <stdexcept>
#include <string>
#include <utility>

#include "ocr/protocol.h"
#include "process/sandbox.h"

namespace mingxi::ocr {

/// mingxi-ocr came to an end over a request: it took more time or memory than it may.
class OcrStopped : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The program mingxi-ocr while it runs: started at the first request, again when it came to an
/// end, and ended with this.
class OcrProgram {
 public:
  explicit OcrProgram(std::string path, process::Sandbox sandbox = process::Sandbox::kOn)
      : path_(std::move(path)), sandbox_(sandbox) {}
  ~OcrProgram();
  OcrProgram(const OcrProgram&) = delete;
  OcrProgram& operator=(const OcrProgram&) = delete;

  /// The body of the answer. Throws OcrStopped, or std::runtime_error with a reason in English when
  /// the program cannot be started or the request failed.
  std::string ask(OcrRequest request, const std::string& body);

  /// Processor time taken so far, seconds.
  double seconds() const;

 private:
  void start();
  void stop();

  std::string path_;
  process::Sandbox sandbox_;
  pid_t child_ = -1;
  int socket_ = -1;
  double ended_seconds_ = 0;  // by programs that came to an end
};

}  // namespace mingxi::ocr
