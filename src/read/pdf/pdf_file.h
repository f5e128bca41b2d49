#pragma once

#include <poppler/Annot.h>
#include <poppler/PDFDoc.h>

#include <functional>
#include <memory>
#include <string_view>

#include "read/pdf/complaints.h"
#include "read/read.h"

namespace mingxi::read {

/// Takes what Poppler complains of on this thread, as long as it lives.
class Listening {
 public:
  explicit Listening(Messages& messages);
  ~Listening();
  Listening(const Listening&) = delete;
  Listening& operator=(const Listening&) = delete;
};

/// Opens a PDF, whether or not it can be used: ask isOk(). The bytes must outlive it. is_rebuilt is
/// called when its cross-reference table had to be made anew.
std::unique_ptr<PDFDoc> opened_pdf(std::string_view bytes, const ReadOptions& options,
                                   const std::function<void()>& is_rebuilt = {});

/// Whether an annotation is part of the printed page: forms, stamps and free text are; notes, links
/// and comments are not. For PDFDoc::displayPage.
bool is_shown(Annot* annotation, void*);

}  // namespace mingxi::read
