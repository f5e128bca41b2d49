#include "api/mingxi.h"

#include "extract/corrections.h"
#include "extract/extractor.h"
#include "messages/checks.h"

namespace mingxi {

struct Extractor::Parts {
  extract::Extractor extractor;
};

namespace {

extract::ExtractorOptions parts_of(const ExtractorOptions& options) {
  extract::ExtractorOptions parts;
  parts.patterns = options.patterns;
  parts.reading.password = options.password;
  parts.ocr.program = options.ocr_program;
  parts.ocr.cache = options.ocr_cache;
  parts.decisions = extract::load_decisions(options.decisions);
  return parts;
}

}  // namespace

Extractor::Extractor(const ExtractorOptions& options)
    : parts_(new Parts{.extractor = extract::Extractor(parts_of(options))}) {}

Extractor::Extractor(Extractor&& other) noexcept = default;
Extractor& Extractor::operator=(Extractor&& other) noexcept = default;
Extractor::~Extractor() = default;

Extraction Extractor::extract(const std::string& path) const {
  return parts_->extractor.extract(path);
}

std::string Extractor::to_json(const Extraction& extraction) const {
  return output::document_json(extraction, parts_->extractor.producer());
}

std::string name_of(const CheckName& check) { return messages::name_of(check); }

}  // namespace mingxi
