#pragma once

#include "model/document.h"
#include "read/office/ofd/ofd_geometry.h"
#include "read/office/xml.h"

namespace mingxi::read {

/// Prints the content of a page, or of the template beneath it, on a page. paper: its physical box,
/// points. Throws Error(kTooLarge) for more than a million glyphs or rulings.
void add_ofd_content(XmlNode page_content, const Box& paper, const std::string& where, Page& page);

}  // namespace mingxi::read
