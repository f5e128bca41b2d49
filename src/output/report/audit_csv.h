#pragma once

#include <string>

#include "model/between_documents.h"
#include "model/fact.h"
#include "messages/language.h"

namespace mingxi::output {

/// The names of the columns of findings as CSV.
std::string audit_csv_header();

/// The findings of a document, one a row (RFC 4180: commas, CR LF, quotes duplicate): where it is
/// from, the finding, and the printed words. What is missing is empty. A text that a spreadsheet
/// would run as a formula has a ' before it.
std::string audit_csv(const Extraction& extraction, messages::Language language);

/// The same of findings between documents, each a row of the document that it is about.
std::string audit_csv(const BetweenDocuments& between, messages::Language language);

}  // namespace mingxi::output
