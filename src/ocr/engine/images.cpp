#include "ocr/engine/images.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace mingxi::ocr {
namespace {

constexpr double kMaxPixels = 40e6;
constexpr double kLongSideOfA4 = 842;  // points
constexpr double kPointsPerInch = 72;

}  // namespace

PixPointer checked(Pix* pix) {
  if (pix == nullptr) throw std::runtime_error("the image cannot be worked on");
  return PixPointer(pix);
}

std::vector<Box> components_of(Pix* ink) {
  std::vector<Box> result;
  Boxa* boxes = pixConnCompBB(ink, 8);
  for (int i = 0; i < boxaGetCount(boxes); ++i) {
    int x = 0, y = 0, width = 0, height = 0;
    boxaGetBoxGeometry(boxes, i, &x, &y, &width, &height);
    result.push_back({static_cast<double>(x), static_cast<double>(y),
                      static_cast<double>(x + width), static_cast<double>(y + height)});
  }
  boxaDestroy(&boxes);
  return result;
}

PixPointer turned(Pix* image, int quarters) { return checked(pixRotateOrth(image, quarters)); }

PixPointer pix_of(const PageImage& image) {
  if (image.width < 1 || image.height < 1 ||
      image.rgb.size() != static_cast<std::size_t>(image.width) * image.height * 3)
    throw std::runtime_error("the page has no size");
  PixPointer pix = checked(pixCreate(image.width, image.height, 32));
  l_uint32* row = pixGetData(pix.get());
  const std::uint8_t* pixel = image.rgb.data();
  for (int y = 0; y < image.height; ++y, row += pixGetWpl(pix.get())) {
    for (int x = 0; x < image.width; ++x, pixel += 3)
      composeRGBPixel(pixel[0], pixel[1], pixel[2], row + x);
  }
  return pix;
}

PageImage image_of(Pix* page, double scale) {
  const PixPointer plain = checked(pixRemoveAlpha(page));
  PixPointer colours = checked(pixConvertTo32(plain.get()));
  if (scale < 1)
    colours =
        checked(pixScale(colours.get(), static_cast<float>(scale), static_cast<float>(scale)));
  PageImage image{.width = pixGetWidth(colours.get()), .height = pixGetHeight(colours.get())};
  const l_uint32* row = pixGetData(colours.get());
  for (int y = 0; y < image.height; ++y, row += pixGetWpl(colours.get())) {
    for (int x = 0; x < image.width; ++x) {
      int red = 0, green = 0, blue = 0;
      extractRGBValues(row[x], &red, &green, &blue);
      for (const int value : {red, green, blue})
        image.rgb.push_back(static_cast<std::uint8_t>(value));
    }
  }
  return image;
}

std::vector<PixPointer> pages_of(std::string_view file) {
  const auto* bytes = reinterpret_cast<const l_uint8*>(file.data());
  int format = 0, width = 0, height = 0;
  if (pixReadHeaderMem(bytes, file.size(), &format, &width, &height, nullptr, nullptr, nullptr) !=
      0)
    throw std::runtime_error("the image is damaged or of a kind that is not read");
  if (static_cast<double>(width) * height > kMaxPixels)
    throw std::runtime_error("the image has more than 40 million pixels");
  std::vector<PixPointer> pages;
  const bool is_tiff = L_FORMAT_IS_TIFF(format);
  for (std::size_t offset = 0;;) {
    PixPointer page(is_tiff ? pixReadMemFromMultipageTiff(bytes, file.size(), &offset)
                            : pixReadMem(bytes, file.size()));
    if (page == nullptr) break;
    pages.push_back(std::move(page));
    if (!is_tiff || offset == 0) break;
  }
  if (pages.empty()) throw std::runtime_error("the image is damaged");
  return pages;
}

double pixels_per_point_of(Pix* page) {
  constexpr int kMinResolution = 72;
  constexpr int kMaxResolution = 1200;
  const int resolution = pixGetXRes(page);
  const double longer = std::max(pixGetWidth(page), pixGetHeight(page));
  const double scale = resolution / kPointsPerInch;
  const bool is_paper = resolution >= kMinResolution && resolution <= kMaxResolution &&
                        longer / scale < 2 * kLongSideOfA4 && longer / scale > kLongSideOfA4 / 2;
  return is_paper ? scale : longer / kLongSideOfA4;
}

}  // namespace mingxi::ocr
