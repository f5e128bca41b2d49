#include "support/pdf_builder.h"

#include <cstdio>

namespace mingxi {
namespace {

std::string stream(std::string_view dictionary, std::string_view data) {
  return "<< " + std::string(dictionary) + " /Length " + std::to_string(data.size()) +
         " >>\nstream\n" + std::string(data) + "\nendstream";
}

// Objects are numbered from 1 in the order they are added.
class Objects {
 public:
  int add(std::string_view body) {
    offsets_.push_back(file_.size());
    file_ += std::to_string(offsets_.size()) + " 0 obj\n" + std::string(body) + "\nendobj\n";
    return static_cast<int>(offsets_.size());
  }
  int next() const { return static_cast<int>(offsets_.size()) + 1; }

  std::string file(std::string_view trailer) const {
    std::string whole = file_ + "xref\n0 " + std::to_string(next()) + "\n0000000000 65535 f \n";
    for (const std::size_t offset : offsets_) {
      char line[32];
      std::snprintf(line, sizeof line, "%010zu 00000 n \n", offset);
      whole += line;
    }
    return whole + "trailer\n<< /Size " + std::to_string(next()) + " " + std::string(trailer) +
           " >>\nstartxref\n" + std::to_string(file_.size()) + "\n%%EOF\n";
  }

 private:
  std::string file_ = "%PDF-1.7\n";
  std::vector<std::size_t> offsets_;
};

std::string reference(int number) { return std::to_string(number) + " 0 R"; }

std::string chinese_font(Objects& objects, std::string_view encoding) {
  const int to_unicode =
      objects.add(stream("",
                         "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
                         "/CMapName /Identity def /CMapType 2 def\n"
                         "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
                         "1 beginbfrange <0000> <FFFF> <0000> endbfrange\n"
                         "endcmap end end"));
  const int descriptor = objects.add(
      "<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -120 1000 880] "
      "/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >>");
  const int descendant = objects.add(
      "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /DW 1000 /CIDSystemInfo "
      "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor " +
      reference(descriptor) + " >>");
  return reference(objects.add("<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /" +
                               std::string(encoding) + " /DescendantFonts [" +
                               reference(descendant) + "] /ToUnicode " + reference(to_unicode) +
                               " >>"));
}

// A font of which every glyph is a small drawing.
std::string drawn_font(Objects& objects) {
  const std::string bar =
      reference(objects.add(stream("", "700 0 0 0 600 700 d1 0 300 600 20 re f")));
  return reference(
      objects.add("<< /Type /Font /Subtype /Type3 /FontBBox [0 0 700 700] /FontMatrix "
                  "[0.001 0 0 0.001 0 0] /Resources << >> /FirstChar 65 /LastChar 66 /Widths "
                  "[700 700] /Encoding << /Type /Encoding /Differences [65 /A /B] >> /CharProcs "
                  "<< /A " +
                  bar + " /B " + bar + " >> >>"));
}

// A text field filled in: field and widget in one, with its appearance.
std::string text_field(Objects& objects, std::string_view content, const std::string& font) {
  const std::string appearance = reference(
      objects.add(stream("/Type /XObject /Subtype /Form /BBox [0 0 100 20] /Resources << /Font << "
                         "/F1 " +
                             font + " >> >>",
                         content)));
  return reference(objects.add(
      "<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /F 4 /Rect [20 100 120 120] /DA (/F1 10 Tf "
      "0 g) /AP << /N " +
      appearance + " >> >>"));
}

std::string resources(Objects& objects, int hidden_layer, const std::string& helvetica) {
  const std::string across = chinese_font(objects, "Identity-H");
  const std::string down = chinese_font(objects, "Identity-V");
  const std::string drawn = drawn_font(objects);
  const std::string image = reference(objects.add(
      stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
             "/BitsPerComponent 8",
             "x")));
  const std::string mask = reference(
      objects.add(stream("/Type /XObject /Subtype /Image /Width 8 /Height 1 /ImageMask true "
                         "/BitsPerComponent 1",
                         "x")));
  const std::string stripes = reference(objects.add(
      stream("/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 5 5] /XStep 5 "
             "/YStep 5 /Resources << >>",
             "0 0 5 1 re f")));
  const std::string font_resources = "/Resources << /Font << /F1 " + helvetica + " >> >>";
  const std::string group =
      "/Type /XObject /Subtype /Form /BBox [0 0 200 300] "
      "/Group << /S /Transparency >> " +
      font_resources;
  const std::string drawing = "BT /F1 10 Tf 20 100 Td (G) Tj ET 20 80 50 1 re f";
  const std::string form = reference(objects.add(stream(group, drawing)));
  return "<< /Font << /F1 " + helvetica + " /F2 " + across + " /F3 " + down + " /F4 " + drawn +
         " >> /XObject << /Image " + image + " /Mask " + mask + " /Group " + form +
         " >> /Pattern << /Stripes " + stripes +
         " >> /Shading << /Fade << /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 200 0] "
         "/Function << /FunctionType 2 /Domain [0 1] /C0 [0] /C1 [1] /N 1 >> /Extend [true true] "
         ">> >> /ExtGState << /Clear << /ca 0 /CA 0 >> /Multiply << /BM /Multiply >> "
         "/Masked << /SMask << /S /Luminosity /G " +
         form + " >> >> >> /Properties << /Off " + reference(hidden_layer) + " >> >>";
}

}  // namespace

std::string chinese(std::u16string_view text) {
  std::string result = "<";
  for (const char16_t unit : text) {
    char digits[8];
    std::snprintf(digits, sizeof digits, "%04X", static_cast<unsigned>(unit));
    result += digits;
  }
  return result + ">";
}

std::string pdf_of(const std::vector<PdfPage>& pages, std::string_view title,
                   std::string_view trailer_entries) {
  Objects objects;
  const int hidden_layer = objects.add("<< /Type /OCG /Name (Off) >>");
  const std::string helvetica =
      reference(objects.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
                            "/Encoding /WinAnsiEncoding >>"));
  const std::string shared = resources(objects, hidden_layer, helvetica);
  std::string fields;
  std::vector<std::string> annotations;
  for (const PdfPage& page : pages) {
    annotations.push_back(page.annotations);
    if (page.field.empty()) continue;
    const std::string field = text_field(objects, page.field, helvetica);
    annotations.back() += " " + field;
    fields += field + " ";
  }
  // The tree of pages is after its pages: each page takes two objects.
  const int tree = objects.next() + 2 * static_cast<int>(pages.size());
  std::string kids;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const PdfPage& page = pages[i];
    const int content = objects.add(stream("", page.content));
    std::string body = "<< /Type /Page /Parent " + reference(tree) + " /MediaBox [" +
                       page.media_box + "] /Rotate " + std::to_string(page.rotate) +
                       " /Resources " + shared + " /Contents " + reference(content);
    if (!page.crop_box.empty()) body += " /CropBox [" + page.crop_box + "]";
    if (!annotations[i].empty()) body += " /Annots [" + annotations[i] + "]";
    kids += reference(objects.add(body + " >>")) + " ";
  }
  objects.add("<< /Type /Pages /Count " + std::to_string(pages.size()) + " /Kids [" + kids +
              "] >>");
  const std::string layer = reference(hidden_layer);
  const int catalog = objects.add("<< /Type /Catalog /Pages " + reference(tree) +
                                  " /OCProperties << /OCGs [" + layer + "] /D << /OFF [" + layer +
                                  "] >> >> /AcroForm << /Fields [" + fields + "] >> >>");
  std::string trailer = "/Root " + reference(catalog);
  if (!title.empty())
    trailer += " /Info " + reference(objects.add("<< /Title " + std::string(title) + " >>"));
  return objects.file(trailer + " " + std::string(trailer_entries));
}

std::string pdf_of(std::string_view content) {
  return pdf_of(std::vector<PdfPage>{PdfPage{.content = std::string(content)}});
}

}  // namespace mingxi
