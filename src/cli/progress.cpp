#include "cli/progress.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <string>

#include "cli/console.h"
#include "text/clean_text.h"

namespace mingxi::cli {
namespace {

using Seconds = std::chrono::duration<double>;

constexpr Seconds kRedraw{0.1};
constexpr Seconds kBetweenLines{5};
constexpr std::size_t kBarColumns = 20;

std::string bar(double part) {
  const auto full = std::min(kBarColumns, static_cast<std::size_t>(part * kBarColumns));
  return "[" + std::string(full, '#') + std::string(kBarColumns - full, '.') + "]";
}

/// 3:07, or 2:03:07.
std::string clock_text(double seconds) {
  const auto whole = static_cast<long>(std::min(seconds + 0.5, 359'999.0));
  char text[32];
  if (whole >= 3600) {
    std::snprintf(text, sizeof text, "%ld:%02ld:%02ld", whole / 3600, whole / 60 % 60, whole % 60);
  } else {
    std::snprintf(text, sizeof text, "%ld:%02ld", whole / 60, whole % 60);
  }
  return text;
}

std::string rate_text(double rate) {
  char text[32];
  std::snprintf(text, sizeof text, rate < 10 ? "%.1f" : "%.0f", rate);
  return text;
}

messages::Text name_of(build::BuildPhase phase) {
  switch (phase) {
    case build::BuildPhase::kHashing:
      return messages::Text::kHashing;
    case build::BuildPhase::kReading:
      return messages::Text::kReading;
    case build::BuildPhase::kReadingScans:
      return messages::Text::kReadingScans;
    case build::BuildPhase::kWriting:
      break;
  }
  return messages::Text::kWriting;
}

}  // namespace

Progress::Progress(const SharedOptions& options)
    : language_(options.language),
      is_quiet_(options.quiet),
      is_terminal_(isatty(STDERR_FILENO) == 1),
      begin_(Clock::now()),
      last_(begin_) {}

void Progress::show(const build::BuildProgress& progress) {
  if (const output::InputRecord* failure = progress.failure) {
    clear();
    const auto& reason =
        language_ == messages::Language::kChinese ? failure->reason : failure->reason_en;
    complain(failure->path, reason.value_or(""), language_);
  }
  if (is_quiet_) return;
  const Clock::time_point now = Clock::now();
  if (progress.phase != phase_) {
    phase_ = progress.phase;
    begin_ = now;  // the rate is that of the phase
  }
  if (now - last_ < (is_terminal_ ? kRedraw : kBetweenLines)) return;
  last_ = now;
  draw(progress, now);
}

void Progress::draw(const build::BuildProgress& progress, Clock::time_point now) {
  const double passed = Seconds(now - begin_).count();
  const double rate = static_cast<double>(progress.done) / std::max(passed, 0.001);
  const double left = static_cast<double>(progress.total - progress.done) / std::max(rate, 0.001);
  const double part = static_cast<double>(progress.done) /
                      static_cast<double>(std::max<std::size_t>(progress.total, 1));
  const std::string_view phase = messages::text(name_of(phase_), language_);
  const auto line_of = [&](messages::Text form) {
    std::string line = messages::filled(
        form, language_,
        {bar(part), std::to_string(progress.done), std::to_string(progress.total), rate_text(rate),
         clock_text(left), std::to_string(progress.failed), phase});
    if (progress.scans > 0)
      line = messages::filled(messages::Text::kScansToCome, language_,
                              {line, std::to_string(progress.scans)});
    return line;
  };
  std::string line =
      line_of(is_terminal_ ? messages::Text::kProgress : messages::Text::kProgressLine);
  // A line that wraps could not be drawn over.
  const std::size_t columns = is_terminal_ ? terminal_columns(STDERR_FILENO) : 0;
  if (is_terminal_ && text::columns_of(line) >= columns) {
    line = line_of(messages::Text::kProgressLine);
    while (!line.empty() && text::columns_of(line) >= columns)
      line = text::first_bytes(line, line.size() - 1);
  }
  if (is_terminal_) {
    std::fprintf(stderr, "\r\x1B[K%s", line.c_str());
    std::fflush(stderr);
    is_drawn_ = true;
  } else {
    std::fprintf(stderr, "mingxi: %s\n", line.c_str());
  }
}

void Progress::clear() {
  if (is_drawn_) std::fputs("\r\x1B[K", stderr);
  is_drawn_ = false;
}

}  // namespace mingxi::cli
