#pragma once

#include <vector>

#include "model/document.h"

namespace mingxi::extract {

/// How much of a page OCR reads.
enum class ScanPart {
  kWhole,      ///< all of it, in place of its text
  kUnderText,  ///< all of it but for its text, such as a stamp over a scan
  kPicture,    ///< an image on a page of text, if it is a table
  kUnmapped,   ///< the characters of the text that have no Unicode
};

struct PartToRead {
  ScanPart part = ScanPart::kWhole;
  Box box = {};  ///< of a picture

  bool operator==(const PartToRead&) const = default;
};

/// Whether a glyph is printed and its code does not say what it is.
bool is_without_unicode(const Glyph& glyph);

/// The places of glyphs without Unicode among those of a page, but for bullets of symbol fonts.
std::vector<std::size_t> unmapped_glyphs(const Page& page);

/// The images of a page that are as large as tables and hold more than what is printed over them,
/// strips of one image joined. What is under text all over is a background.
std::vector<Box> pictures_on(const Page& page);

/// What of a page has to be read by OCR.
std::vector<PartToRead> parts_to_read(const Page& page);

}  // namespace mingxi::extract
