#include "api/mingxi.h"

#include "extract/corrections.h"
#include "extract/extractor.h"

namespace mingxi {

struct Extractor::Parts {
  extract::Extractor extractor;
};

Extractor::Extractor(const ExtractorOptions& options)
    : parts_(new Parts{.extractor = extract::Extractor(
                           {.patterns = options.patterns,
                            .reading = {.password = options.password},
                            .ocr = {.program = options.ocr_program, .cache = options.ocr_cache},
                            .decisions = extract::load_decisions(options.decisions)})}) {}

Extractor::Extractor(Extractor&& other) noexcept = default;
Extractor& Extractor::operator=(Extractor&& other) noexcept = default;
Extractor::~Extractor() = default;

Extraction Extractor::extract(const std::string& path) const {
  return parts_->extractor.extract(path);
}

std::string Extractor::to_json(const Extraction& extraction) const {
  return output::document_json(extraction, parts_->extractor.producer());
}

}  // namespace mingxi
