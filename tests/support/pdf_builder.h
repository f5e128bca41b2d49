#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mingxi {

/// One page of a PDF to be built: its content stream in the language of PDF, and its boxes.
///
/// The content can use the fonts /F1 (Helvetica), /F2 (Chinese, two bytes for each character: its
/// UTF-16; see chinese()), /F3 (the same, written downwards) and /F4 (Type 3: A and B, each a bar
/// 600 wide, drawn as a thin fill), the images /Image (opaque) and /Mask (a stencil), the graphics
/// states /Clear (opacity 0), /Multiply and /Masked (a soft mask), the colour pattern /Stripes, the
/// shading /Fade, the form /Group (a G at 20, 100 and a bar at 20, 80), and the optional content
/// group /Off, which is not shown.
struct PdfPage {
  std::string content;
  std::string media_box = "0 0 200 300";
  std::string crop_box = {};
  int rotate = 0;
  std::string annotations = {};  ///< dictionaries
  std::string field =
      {};  ///< content stream of a text field filled in, 100 by 20 points from 20, 100
};

/// Text as a PDF hexadecimal string for /F2 and /F3.
std::string chinese(std::u16string_view text);

/// A small well-formed PDF. title is a string object, such as `(Budget)` or `<FEFF9884>`;
/// trailer_entries are added to the trailer as they are.
std::string pdf_of(const std::vector<PdfPage>& pages, std::string_view title = {},
                   std::string_view trailer_entries = {});

/// A PDF of one page.
std::string pdf_of(std::string_view content);

}  // namespace mingxi
