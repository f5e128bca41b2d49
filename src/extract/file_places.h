#pragma once

#include "model/document.h"
#include "model/fact.h"

namespace mingxi::extract {

/// Says of all evidence where it is in the file, where its page was set by us: Evidence::in_file.
void name_file_places(const Document& document, Extraction& extraction);

}  // namespace mingxi::extract
