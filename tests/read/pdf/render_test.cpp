#include "read/pdf/render.h"

#include <gmock/gmock.h>

#include "model/error.h"
#include "support/pdf_builder.h"

namespace mingxi::read {
namespace {

constexpr const char* kBar = "0 0 0 rg 20 250 60 30 re f";  // from 20, 20 to 80, 50 below the top

int shade(const PageImage& image, int x, int y) {
  return image.rgb.at(static_cast<std::size_t>((y * image.width + x) * 3));
}

TEST(RenderPage, DrawsAPointAsAPixelAt72DotsPerInch) {
  PageRenderer renderer(pdf_of(kBar), "a.pdf");
  const PageImage image = renderer.render(1, 72);
  EXPECT_EQ(image.width, 200);
  EXPECT_EQ(image.height, 300);
  EXPECT_EQ(shade(image, 50, 35), 0);
  EXPECT_EQ(shade(image, 50, 60), 255);
  const PageImage finer = renderer.render(1, 144);
  EXPECT_EQ(finer.width, 400);
  EXPECT_EQ(shade(finer, 100, 70), 0);
}

TEST(RenderPage, TurnsAPageUprightAndCutsItToItsCropBox) {
  PageRenderer renderer(pdf_of({{.content = kBar, .crop_box = "0 100 200 300", .rotate = 90}}),
                        "a.pdf");
  const PageImage image = renderer.render(1, 72);
  EXPECT_EQ(image.width, 200);
  EXPECT_EQ(image.height, 200);
  EXPECT_EQ(shade(image, 200 - 35, 50), 0) << "the top is at the right now";
  EXPECT_EQ(shade(image, 35, 50), 255);
}

TEST(RenderPage, LeavesOutWhatIsNotPrinted) {
  PageRenderer renderer(
      pdf_of({{.content = kBar,
               .annotations = "<< /Type /Annot /Subtype /Square /Rect [100 100 150 150] /C [0 0 0] "
                              "/IC [0 0 0] >>"}}),
      "a.pdf");
  EXPECT_EQ(shade(renderer.render(1, 72), 125, 175), 255) << "a comment";
}

TEST(RenderPage, BoundsThePictureOfAHugePage) {
  PageRenderer renderer(pdf_of({{.content = kBar, .media_box = "0 0 14000 20"}}), "a.pdf");
  EXPECT_LE(renderer.render(1, 300).width, PageRenderer::kLongestSide);
}

TEST(RenderPage, RefusesWhatIsNoPdf) {
  EXPECT_THROW(PageRenderer("no PDF at all", "a.pdf"), Error);
}

}  // namespace
}  // namespace mingxi::read
