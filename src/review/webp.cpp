// Printed pages have few colours: rounded to kLevels shades a channel, the edges of letters
// compress to half the size without loss and look the same. Scans and photographs do not; they are
// written as photographs are.
#include "review/webp.h"

#include <webp/encode.h>

#include <array>
#include <cstdlib>
#include <new>

namespace mingxi::review {
namespace {

constexpr int kLevels = 16;
// Beyond this a page costs half as much time again and saves a tenth of its bytes.
constexpr int kMethod = 1;                        // of 0 to 6
constexpr float kEffort = 0;                      // of 100
constexpr std::size_t kLargestPrint = 120 << 10;  // bytes: a printed page takes half of that
constexpr float kPhotographQuality = 45;          // of 100; letters of a scan stay clear

std::array<std::uint8_t, 256> rounded_shades() {
  std::array<std::uint8_t, 256> shades{};
  for (int i = 0; i < 256; ++i) {
    const int level = (i * (kLevels - 1) + 127) / 255;
    shades[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(level * 255 / (kLevels - 1));
  }
  return shades;
}

/// The working memory of libwebp, given back whatever happens.
struct Picture {
  Picture() {
    if (WebPPictureInit(&picture) == 0) std::abort();  // another version than was compiled against
    WebPMemoryWriterInit(&writer);
  }
  ~Picture() {
    WebPPictureFree(&picture);
    WebPMemoryWriterClear(&writer);
  }
  Picture(const Picture&) = delete;
  Picture& operator=(const Picture&) = delete;

  WebPPicture picture;
  WebPMemoryWriter writer;
};

std::string encoded(const PageImage& image, const WebPConfig& config) {
  Picture working;
  working.picture.use_argb = config.lossless;
  working.picture.width = image.width;
  working.picture.height = image.height;
  working.picture.writer = WebPMemoryWrite;
  working.picture.custom_ptr = &working.writer;
  const bool done =
      WebPPictureImportRGB(&working.picture, image.rgb.data(), image.width * 3) != 0 &&
      WebPEncode(&config, &working.picture) != 0;
  if (!done) throw std::bad_alloc();  // the one cause left: sizes are bounded by the renderer
  return {reinterpret_cast<const char*>(working.writer.mem), working.writer.size};
}

WebPConfig configuration() {
  WebPConfig config;
  if (WebPConfigInit(&config) == 0) std::abort();  // as above
  config.method = kMethod;
  return config;
}

std::string as_print(PageImage image) {
  static const std::array<std::uint8_t, 256> kShades = rounded_shades();
  for (std::uint8_t& shade : image.rgb) shade = kShades[shade];
  WebPConfig config = configuration();
  config.lossless = 1;
  config.quality = kEffort;
  return encoded(image, config);
}

std::string as_photograph(const PageImage& image) {
  WebPConfig config = configuration();
  config.quality = kPhotographQuality;
  return encoded(image, config);
}

}  // namespace

std::string webp(const PageImage& image) {
  std::string print = as_print(image);
  if (print.size() <= kLargestPrint) return print;
  std::string photograph = as_photograph(image);
  return photograph.size() < print.size() ? photograph : print;
}

}  // namespace mingxi::review
