#pragma once

#include <poppler/OutputDev.h>

#include <memory>
#include <string>

#include "read/pdf/page_recorder.h"

class GfxFont;
class GooString;

namespace mingxi::read {

/// A device for Poppler that draws nothing and hands what a page prints to the recorder, upright
/// and in points when the page is displayed at 72 dpi. Images are never decoded.
std::unique_ptr<OutputDev> device_for(PageRecorder& recorder);

/// Sets the ascent and descent of a style, and the height of Type 3 glyphs. Fonts often give
/// heights that cannot be: they are held to what type looks like, in em.
void set_font_height(const GfxFont& font, TextStyle& style);

/// A text string of a PDF (PDFDocEncoding or UTF-16) as code points.
std::u32string decoded(const GooString& text);

}  // namespace mingxi::read
