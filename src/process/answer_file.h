#pragma once

#include <string>

namespace mingxi::process {

/// A file that a child writes its answer to.
class AnswerFile {
 public:
  AnswerFile();                                  ///< in memory, without a name
  explicit AnswerFile(const std::string& path);  ///< new, or replaced
  ~AnswerFile();
  AnswerFile(AnswerFile&& other) noexcept;
  AnswerFile& operator=(AnswerFile&&) = delete;

  int descriptor() const { return descriptor_; }

  /// What was written. Throws Error(kOutput).
  std::string bytes() const;

 private:
  int descriptor_ = -1;
};

}  // namespace mingxi::process
