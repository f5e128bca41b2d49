#pragma once

#include <functional>
#include <string>

#include "messages/language.h"
#include "model/decisions.h"
#include "model/fact.h"
#include "model/page_image.h"
#include "output/document_json/document_json.h"

namespace mingxi::review {

/// How the crops are held: WebP is small, BMP is what word processors take.
enum class LetterPictures { kWebp, kBmp };

/// What a letter of findings is made of beside the document itself.
struct LetterOptions {
  messages::Language language = messages::Language::kChinese;
  output::Producer producer;
  DocumentDecisions decisions;  ///< false alarms are left out, notes taken in
  LetterPictures pictures = LetterPictures::kWebp;
  std::string date;  ///< as it is to be printed; "": left to be filled in by hand
};

/// A page as it is shown; throws Error where it cannot be. Kept until the next is asked for.
using PageSource = std::function<const PageImage&(int page)>;

/// The letter on one document to the body that published it, as a web page that prints well and
/// needs no other file: each finding with its number, gravity, page, crop, formula, difference and
/// a proposed wording, then what was checked and held, and what could not be checked. `pages` may
/// be empty: the printed words replace the crops.
std::string letter(const Extraction& extraction, const LetterOptions& options,
                   const PageSource& pages);

}  // namespace mingxi::review
