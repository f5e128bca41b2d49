#include "build/conditions.h"

#include <fstream>

#include "extract/scans.h"
#include "output/write/output_file.h"
#include "read/read.h"

namespace mingxi::build {
namespace {

std::string_view name_of(extract::OcrUse use) {
  switch (use) {
    case extract::OcrUse::kAlways:
      return "always";
    case extract::OcrUse::kNever:
      return "never";
    case extract::OcrUse::kAuto:
      break;
  }
  return "auto";
}

std::string options_of(const extract::OcrOptions& ocr, const process::Limits& limits) {
  const bool has_program = !ocr.program.empty() && ocr.use != extract::OcrUse::kNever;
  std::string text = "ocr " + std::string(name_of(ocr.use));
  if (!has_program && ocr.use != extract::OcrUse::kNever) text += " (not installed)";
  text += ", processor " + std::to_string(limits.cpu_seconds) + " s, time " +
          std::to_string(limits.wall_seconds) + " s, memory " +
          std::to_string(limits.memory_bytes >> 20) + " MiB, output " +
          std::to_string(limits.answer_bytes >> 20) + " MiB";
  for (const read::Requirement& part : read::reading_requirements())
    if (part.name == "poppler" || part.name == "icu") text += ", " + part.name + " " + part.detail;
  return text;
}

constexpr const char* kFile = "conditions";

/// Two lines: the options, what reads scans.
output::ReadingConditions noted(const DatasetFolder& folder) {
  std::ifstream stream(folder.work(kFile));
  output::ReadingConditions conditions;
  std::getline(stream, conditions.options);
  std::getline(stream, conditions.ocr_engine);
  return conditions;
}

void note(const DatasetFolder& folder, const output::ReadingConditions& conditions) {
  const std::string part = folder.work(std::string(kFile) + ".new");
  output::write_file(part, conditions.options + "\n" + conditions.ocr_engine + "\n");
  move_file(part, folder.work(kFile));
}

}  // namespace

Conditions::Conditions(const IsolatedReading& how)
    : ocr_(how.extractor.options().ocr), options_(options_of(ocr_, how.limits)) {}

const std::string& Conditions::ocr_engine() {
  if (!has_asked_) engine_ = extract::ocr_engine(ocr_);
  has_asked_ = true;
  return engine_;
}

bool Conditions::are(const output::ReadingConditions& earlier) {
  return earlier.options == options_ &&
         (earlier.ocr_engine.empty() || earlier.ocr_engine == ocr_engine());
}

Published Conditions::prepare(DatasetFolder& folder) {
  if (!are(noted(folder))) {
    folder.forget();
    note(folder, {options_, ""});
  }
  const std::string package = bytes_or_none(folder.published("datapackage.json"));
  return are(output::reading_of_package(package)) ? Published::kTaken : Published::kLeft;
}

void Conditions::note_ocr(const DatasetFolder& folder) { note(folder, {options_, ocr_engine()}); }

}  // namespace mingxi::build
