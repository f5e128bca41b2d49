#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "process/sandbox.h"
#include "read/read.h"

namespace mingxi::extract {

/// What is read by OCR: what text does not say (parts_to_read), all, or nothing.
enum class OcrUse { kAuto, kAlways, kNever };

struct OcrOptions {
  OcrUse use = OcrUse::kAuto;
  std::string program = {};                          ///< path of mingxi-ocr; "": it is not there
  process::Sandbox sandbox = process::Sandbox::kOn;  ///< of mingxi-ocr
  std::string cache = {};        ///< folder that keeps what was read (OcrCache); "": none
  std::optional<int> page = {};  ///< number of the one page that matters; nothing: all do
  /// Called for each page before it is read: how many of those to be read are done.
  std::function<void(int page, std::size_t done, std::size_t total)> watch = {};
};

/// What reads scans, down to the bytes of the program and of its language data: the same engine
/// reads the same from the same page. "" where it cannot work.
std::string ocr_engine(const OcrOptions& options);

/// What OCR needs on this machine: mingxi-ocr (its path, "" if it is not there) and the data of its
/// languages.
std::vector<read::Requirement> ocr_requirements(const std::string& program,
                                                process::Sandbox sandbox = process::Sandbox::kOn);

}  // namespace mingxi::extract
