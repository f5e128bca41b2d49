// mingxi_scan IN.pdf PAGES DPI clean|degraded|upside_down OUT: what a scanner makes of pages
// (1-3,7), as images only: a PDF, a TIFF or, of the first page alone, a PNG, by the ending of OUT.
// Degraded: turned by 0.6 degrees, blurred, noisy, and compressed as JPEG of low quality.

#include <leptonica/allheaders.h>

#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <string>

#include "read/bytes.h"
#include "read/pdf/render.h"

namespace {

Pix* pix_of(const mingxi::PageImage& image) {
  Pix* pix = pixCreate(image.width, image.height, 8);
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) {
      const auto at = (static_cast<std::size_t>(y) * image.width + x) * 3;
      const int sum = image.rgb[at] * 3 + image.rgb[at + 1] * 6 + image.rgb[at + 2];
      pixSetPixel(pix, x, y, static_cast<l_uint32>(sum / 10));
    }
  }
  return pix;
}

Pix* degraded(Pix* pix) {
  constexpr float kTurn = 0.6F * 3.14159265F / 180;
  constexpr float kNoise = 8;  // standard deviation, of 255
  Pix* turned = pixRotate(pix, kTurn, L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0);
  Pix* blurred = pixBlockconv(turned, 1, 1);
  Pix* noisy = pixAddGaussianNoise(blurred, kNoise);
  pixDestroy(&turned);
  pixDestroy(&blurred);
  pixDestroy(&pix);
  return noisy;
}

Pix* scanned(Pix* pix, const std::string& quality) {
  if (quality == "degraded") return degraded(pix);
  return quality == "upside_down" ? pixRotate180(pix, pix) : pix;
}

/// Whether it failed.
int write(Pixa* pages, int resolution, int encoding, const std::string& path) {
  constexpr int kQuality = 50;
  if (path.ends_with(".pdf"))
    return pixaConvertToPdf(pages, resolution, 1, encoding, kQuality, "", path.c_str());
  int failure = 0;
  for (int i = 0; i < pixaGetCount(pages); ++i) {
    Pix* page = pixaGetPix(pages, i, L_CLONE);
    pixSetResolution(page, resolution, resolution);
    if (path.ends_with(".tif")) {
      const int format = encoding == L_JPEG_ENCODE ? IFF_TIFF_JPEG : IFF_TIFF_LZW;
      failure |= pixWriteTiff(path.c_str(), page, format, i == 0 ? "w" : "a");
    } else if (i == 0) {
      failure |= pixWrite(path.c_str(), page, IFF_PNG);
    }
    pixDestroy(&page);
  }
  return failure;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 6) {
    std::fprintf(stderr, "usage: mingxi_scan IN.pdf PAGES DPI clean|degraded|upside_down OUT\n");
    return 2;
  }
  const double resolution = std::atof(arguments[3]);
  const std::string quality = arguments[4];
  std::srand(1);  // Leptonica draws its noise with rand()
  mingxi::read::PageRenderer renderer(mingxi::read::read_bytes(arguments[1], arguments[1]),
                                      arguments[1]);
  Pixa* pages = pixaCreate(0);
  std::istringstream ranges(arguments[2]);
  for (std::string range; std::getline(ranges, range, ',');) {
    const int first = std::atoi(range.c_str());
    const auto dash = range.find('-');
    const int last = dash == std::string::npos ? first : std::atoi(range.c_str() + dash + 1);
    for (int page = first; page <= last; ++page) {
      Pix* pix = pix_of(renderer.render(page, resolution));
      pixaAddPix(pages, scanned(pix, quality), L_INSERT);
    }
  }
  const int encoding = quality == "degraded" ? L_JPEG_ENCODE : L_FLATE_ENCODE;
  const int failure = write(pages, static_cast<int>(resolution), encoding, arguments[5]);
  pixaDestroy(&pages);
  return failure;
}
