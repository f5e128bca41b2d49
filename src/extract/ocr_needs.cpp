#include "extract/ocr_needs.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "ocr/ocr_program.h"
#include "ocr/protocol.h"
#include "read/sha256.h"

namespace mingxi::extract {
namespace {

/// The first digits of a file's SHA-256.
std::string digest_of(const std::string& path) {
  constexpr std::size_t kDigits = 16;
  return read::digest_of_file(path).sha256.substr(0, kDigits);
}

}  // namespace

std::string ocr_engine(const OcrOptions& options) {
  if (options.program.empty()) return "";
  try {
    const ocr::OcrCheck check = ocr::check_of(
        ocr::OcrProgram(options.program, options.sandbox).ask(ocr::OcrRequest::kCheck, ""));
    if (!check.missing_languages.empty()) return "";
    std::string engine = check.versions + ", mingxi-ocr " + digest_of(options.program);
    for (const char* language : {"chi_sim", "eng"})
      engine += std::string(", ") + language + " " +
                digest_of(check.data_folder + "/" + language + ".traineddata");
    return engine;
  } catch (const std::runtime_error&) {
    return "";
  }
}

std::vector<read::Requirement> ocr_requirements(const std::string& program,
                                                process::Sandbox sandbox) {
  read::Requirement self{
      .name = "mingxi-ocr", .met = !program.empty(), .detail = program, .package = "mingxi"};
  std::vector<read::Requirement> requirements{self};
  if (!self.met) return requirements;
  try {
    const ocr::OcrCheck check =
        ocr::check_of(ocr::OcrProgram(program, sandbox).ask(ocr::OcrRequest::kCheck, ""));
    requirements.front().detail = check.versions;
    for (const auto& [language, package] :
         {std::pair{"chi_sim", "tesseract-ocr-chi-sim"}, std::pair{"eng", "tesseract-ocr-eng"}}) {
      const auto& missing = check.missing_languages;
      const bool is_there = std::find(missing.begin(), missing.end(), language) == missing.end();
      requirements.push_back({.name = std::string(language) + ".traineddata",
                              .met = is_there,
                              .detail = is_there ? "tessdata" : "",
                              .package = package});
    }
  } catch (const std::runtime_error& error) {
    requirements.front().met = false;
    requirements.front().detail = error.what();
  }
  return requirements;
}

}  // namespace mingxi::extract
