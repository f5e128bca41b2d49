#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "messages/reading_sentences.h"

namespace mingxi::read {

/// kConverted: read as what LibreOffice makes of it.
enum class ContentType { kPdf, kPlain, kImage, kHtml, kDocx, kXlsx, kOfd, kConverted, kOther };

/// What a file holds, by its bytes.
struct Contents {
  ContentType type = ContentType::kPlain;
  std::optional<messages::ReadingSentence> name =
      {};                         ///< "a DOCX document"; not of a kPdf or kPlain
  std::string converted_to = {};  ///< of a kConverted: "docx" or "xlsx"
  std::string media_type = {};    ///< of what is read: application/pdf, text/html, image/png …
};

/// Judges a file by its first bytes (of a ZIP file: by the names in it). A PDF has `%PDF-` within
/// its first 1024 bytes. kPlain means: nothing known; whether it is text is for charset.h to say.
Contents contents_of(std::string_view bytes);

/// Whether the first bytes of a file are those of a kConverted, or can be.
bool begins_as_converted(std::string_view head);

}  // namespace mingxi::read
