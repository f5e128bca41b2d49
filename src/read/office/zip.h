#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mingxi::read {

/// A ZIP file in memory. What is unpacked of it is bounded, whatever it says of itself.
class Zip {
 public:
  /// Requires that the bytes outlive it. Throws Error: kCorrupt; kTooLarge (more than 10,000
  /// parts).
  Zip(std::string_view bytes, std::string where);

  /// The same of a file, of which only what is asked for is read.
  static Zip of_file(const std::string& path, std::string where);

  const std::vector<std::string>& names() const { return names_; }  ///< in its order
  bool has(std::string_view name) const;

  /// The content of a part; nothing if there is none of this name, upper and lower case aside.
  /// Throws Error: kCorrupt, kEncrypted, kTooLarge (a part of more than 64 MiB, or 256 MiB in all).
  std::optional<std::string> read(std::string_view name);

 private:
  Zip(void* archive, std::string where);

  struct Closed {
    void operator()(void* archive) const;
  };
  std::string where_;
  std::unique_ptr<void, Closed> archive_;
  std::vector<std::string> names_;
  std::uint64_t left_ = 0;  // bytes that may still be unpacked
};

/// The version of libzip that is linked.
std::string zip_version();

}  // namespace mingxi::read
