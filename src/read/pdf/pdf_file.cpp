#include "read/pdf/pdf_file.h"

#include <poppler/Error.h>
#include <poppler/GlobalParams.h>
#include <poppler/Stream.h>

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace mingxi::read {
namespace {

// Poppler's callback takes no argument of ours, so the document being read has to be found by its
// thread.
thread_local Messages* messages_of_this_read = nullptr;

bool names_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [text](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

/// Poppler's own words: after a warning the output is probably correct, after all else it is not.
/// But a font map with wrong entries gives wrong text, and forms and notes that it cannot draw anew
/// are drawn as they are.
Complaint cost_of(ErrorCategory category, std::string_view text) {
  if (names_any(text, {"ToUnicode", "bfchar", "bfrange"})) return Complaint::kFontMap;
  if (category == errSyntaxWarning) return Complaint::kWarning;
  const bool is_decoration = names_any(
      text, {"TextLayouter", "Fields", "form field", "Form field", "annotation", "Annot"});
  return is_decoration ? Complaint::kWarning : Complaint::kError;
}

void take_message(ErrorCategory category, Goffset, const char* text) {
  if (messages_of_this_read == nullptr) return;
  messages_of_this_read->add(text, cost_of(category, text));
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
    case Annot::typeStrikeOut:
    case Annot::typeWatermark:
      return true;
    default:
      return false;
  }
}

}  // namespace mingxi::read
