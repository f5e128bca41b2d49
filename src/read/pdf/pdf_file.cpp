#include "read/pdf/pdf_file.h"

#include <poppler/Error.h>
#include <poppler/GlobalParams.h>
#include <poppler/Stream.h>

#include <optional>

namespace mingxi::read {
namespace {

// Poppler's callback takes no argument of ours, so the document being read has to be found by its
// thread.
thread_local Messages* messages_of_this_read = nullptr;

void take_message(ErrorCategory category, Goffset, const char* text) {
  if (messages_of_this_read == nullptr) return;
  // Poppler's own words: after a warning the output is probably correct, after all else it is not.
  const bool is_warning = category == errSyntaxWarning;
  messages_of_this_read->add(text, is_warning ? Complaint::kWarning : Complaint::kError);
}

// Poppler's tables of fonts and encodings: 3 ms to build, so they live as long as the program.
void start_poppler() { static const GlobalParamsIniter kPoppler(take_message); }

}  // namespace

Listening::Listening(Messages& messages) { messages_of_this_read = &messages; }
Listening::~Listening() { messages_of_this_read = nullptr; }

std::unique_ptr<PDFDoc> opened_pdf(std::string_view bytes, const ReadOptions& options,
                                   const std::function<void()>& is_rebuilt) {
  start_poppler();
  std::optional<GooString> password;
  if (!options.password.empty()) password.emplace(options.password);
  return std::make_unique<PDFDoc>(
      new MemStream(bytes.data(), 0, static_cast<Goffset>(bytes.size()), Object(objNull)), password,
      password, nullptr, is_rebuilt);
}

bool is_shown(Annot* annotation, void*) {
  switch (annotation->getType()) {
    case Annot::typeWidget:
    case Annot::typeFreeText:
    case Annot::typeStamp:
    case Annot::typeWatermark:
      return true;
    default:
      return false;
  }
}

}  // namespace mingxi::read
