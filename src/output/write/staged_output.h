#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace mingxi::output {

enum class OutputKind { kFile, kFolder };

/// A file or folder that appears at its destination whole or not at all.
///
///     StagedOutput output("a.html", OutputKind::kFile);
///     write_file(output.place(), page);
///     output.publish();
///
/// Until then it is in a hidden folder beside the destination, which goes with this object.
class StagedOutput {
 public:
  /// Throws Error(kOutput) if nothing can be written there. Throws RefusedOutput where
  /// something is there that is not ours: only an own file, and an own folder of CSV files, will be
  /// replaced.
  StagedOutput(const std::filesystem::path& destination, OutputKind kind);
  ~StagedOutput();
  StagedOutput(const StagedOutput&) = delete;
  StagedOutput& operator=(const StagedOutput&) = delete;

  /// Where to write. A folder is there already.
  const std::filesystem::path& place() const { return place_; }

  /// Puts what was written at its destination. Throws Error(kOutput).
  void publish();

 private:
  std::filesystem::path destination_;
  OutputKind kind_;
  std::filesystem::path staging_;
  std::filesystem::path place_;
};

/// Writes one file whole or not at all. Throws Error(kOutput) that names the destination.
void write_whole(const std::filesystem::path& destination, std::string_view bytes);

/// Throws Error(kOutput) unless a folder has room for so many bytes more.
void require_room(const std::filesystem::path& folder, std::uint64_t bytes);

}  // namespace mingxi::output
