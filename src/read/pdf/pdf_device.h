#pragma once

#include <poppler/OutputDev.h>

#include <memory>
#include <string>

#include "read/pdf/page_recorder.h"

class GooString;

namespace mingxi::read {

/// A device for Poppler that draws nothing and hands what a page prints to the recorder, upright
/// and in points when the page is displayed at 72 dpi. Images are never decoded.
std::unique_ptr<OutputDev> device_for(PageRecorder& recorder);

/// A text string of a PDF (PDFDocEncoding or UTF-16) as code points.
std::u32string decoded(const GooString& text);

}  // namespace mingxi::read
