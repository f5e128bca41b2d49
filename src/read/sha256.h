#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace mingxi::read {

/// The SHA-256 of the bytes in lower case hexadecimal: 64 characters.
std::string sha256(std::string_view bytes);

/// The SHA-256 of bytes that come piece by piece.
class Sha256 {
 public:
  Sha256();
  void add(std::string_view bytes);

  /// Of all that was added; nothing can be added after it.
  std::string finished();

 private:
  struct Context;
  struct Freed {
    void operator()(Context* context) const;
  };
  std::unique_ptr<Context, Freed> context_;
};

/// The size of a file and its SHA-256.
struct FileDigest {
  std::uint64_t bytes = 0;
  std::string sha256;

  bool operator==(const FileDigest&) const = default;
};

/// Reads a file piece by piece, whatever its size. Throws Error(kNotFound).
FileDigest digest_of_file(const std::string& path);

}  // namespace mingxi::read
