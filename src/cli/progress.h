#pragma once

#include <chrono>
#include <cstddef>
#include <string_view>

#include "cli/options.h"
#include "build/build.h"

namespace mingxi::cli {

/// Shows on standard error how far a build is: one line that moves on a terminal, else a line every
/// few seconds. Inputs that fail are reported at once. Nothing but failures with --quiet.
class Progress {
 public:
  explicit Progress(const SharedOptions& options);

  void show(const build::BuildProgress& progress);

  /// Removes the moving line.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  void draw(const build::BuildProgress& progress, Clock::time_point now);

  messages::Language language_;
  bool is_quiet_;
  bool is_terminal_;
  bool is_drawn_ = false;
  build::BuildPhase phase_ = build::BuildPhase::kHashing;
  Clock::time_point begin_;
  Clock::time_point last_;
};

}  // namespace mingxi::cli
