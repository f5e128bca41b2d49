#include "review/crop.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

namespace mingxi::review {
namespace {

constexpr double kAround = 3;            // points of the page left around a band
constexpr double kMarginOfProse = 0.08;  // of the width of a page: lines are shown whole
constexpr double kLinesAround = 8;       // the same for prose: half a line above and below
constexpr int kGap = 6;                  // pixels between bands
constexpr int kFrame = 2;                // pixels of a frame
constexpr std::uint8_t kFrameColour[] = {0xB0, 0x20, 0x20};
constexpr std::uint8_t kGapColour = 0xFF;

void unite(std::optional<Box>& all, const Box& box) { all = all ? united(*all, box) : box; }

/// The rows of the heading over a row: the last ones that follow one another.
std::vector<int> head_over(const Table& table, int row) {
  std::vector<int> rows;
  for (const int head : table.header_rows) {
    if (head >= row) break;
    if (!rows.empty() && head != rows.back() + 1) rows.clear();
    rows.push_back(head);
  }
  return rows;
}

std::vector<PageBand> bands_of_table(const Table& table, int row, int page) {
  std::optional<Box> own;
  std::map<int, std::optional<Box>> heads;
  const std::vector<int> head = head_over(table, row);
  for (const Cell& cell : table.cells) {
    const bool is_row = cell.row <= row && row < cell.row + cell.row_span && cell.page == page;
    const bool is_head = std::ranges::find(head, cell.row) != head.end();
    // A cell that runs down over many rows would make the band as high as all of them.
    if (is_row && cell.row_span == 1) unite(own, cell.box);
    if (is_head) unite(heads[cell.page], cell.box);
  }
  std::vector<PageBand> bands;
  for (const auto& [number, box] : heads) bands.push_back({number, *box});
  if (own) bands.push_back({page, *own});
  return bands;
}

const Table* table_named(const Extraction& extraction, const std::string& id) {
  const auto found = std::ranges::find(extraction.tables, id, &Table::id);
  return found == extraction.tables.end() ? nullptr : &*found;
}

double width_of(const Extraction& extraction, int page) {
  const auto found = std::ranges::find(extraction.pages, page, &PageSummary::number);
  return found == extraction.pages.end() ? 0 : found->width;
}

/// A picture that grows downwards, with places copied into it.
class Canvas {
 public:
  explicit Canvas(int width) { image_.width = width; }

  /// Copies the part [left, right) x [top, bottom) of a picture beneath what is there; gives the
  /// row where it begins.
  int add(const PageImage& from, int left, int top, int right, int bottom) {
    if (image_.height > 0) grow(kGap);
    const int first = image_.height;
    grow(bottom - top);
    for (int y = top; y < bottom; ++y) {
      const auto source = from.rgb.begin() + (std::ptrdiff_t{y} * from.width + left) * 3;
      std::copy(source, source + std::ptrdiff_t{right - left} * 3,
                image_.rgb.begin() + std::ptrdiff_t{first + y - top} * image_.width * 3);
    }
    return first;
  }

  void frame(int left, int top, int right, int bottom) {
    for (int i = 0; i < kFrame; ++i) {
      for (int x = left; x < right; ++x) dot(x, top + i), dot(x, bottom - 1 - i);
      for (int y = top; y < bottom; ++y) dot(left + i, y), dot(right - 1 - i, y);
    }
  }

  PageImage taken() { return std::move(image_); }

 private:
  void grow(int rows) {
    image_.height += rows;
    image_.rgb.resize(static_cast<std::size_t>(image_.width) * image_.height * 3, kGapColour);
  }

  void dot(int x, int y) {
    if (x < 0 || y < 0 || x >= image_.width || y >= image_.height) return;
    std::copy(std::begin(kFrameColour), std::end(kFrameColour),
              image_.rgb.begin() + (std::ptrdiff_t{y} * image_.width + x) * 3);
  }

  PageImage image_;
};

}  // namespace

std::vector<PageBand> bands_of(const Extraction& extraction, const Evidence& evidence,
                               const Fact* fact) {
  std::optional<Box> ink;
  for (const PlacedBox& placed : evidence.boxes) {
    if (placed.page == evidence.page) unite(ink, placed.box);
  }
  if (!ink) return {};
  if (fact != nullptr && fact->table && fact->row) {
    const Table* table = table_named(extraction, *fact->table);
    if (table != nullptr) {
      std::vector<PageBand> bands = bands_of_table(*table, *fact->row, evidence.page);
      if (!bands.empty()) return bands;
    }
  }
  const double width = width_of(extraction, evidence.page);
  const double margin = std::min(ink->left, width * kMarginOfProse);
  return {{evidence.page,
           {margin, ink->top - kLinesAround, width - margin, ink->bottom + kLinesAround}}};
}

PageImage crop_of(const Extraction& extraction, const std::vector<PageBand>& bands,
                  const Evidence& evidence,
                  const std::function<const PageImage&(int page)>& picture) {
  struct Place {
    int page, left, top, right, bottom;
    double scale;
  };
  std::vector<Place> places;
  int width = 0;
  for (const PageBand& band : bands) {
    const PageImage& image = picture(band.page);
    const double page_width = width_of(extraction, band.page);
    if (page_width <= 0 || image.width == 0) continue;
    const double scale = image.width / page_width;
    const auto pixel = [scale](double points, int most) {
      return std::clamp(static_cast<int>(std::lround(points * scale)), 0, most);
    };
    const Place place{band.page,
                      pixel(band.box.left - kAround, image.width),
                      pixel(band.box.top - kAround, image.height),
                      pixel(band.box.right + kAround, image.width),
                      pixel(band.box.bottom + kAround, image.height),
                      scale};
    if (place.right <= place.left || place.bottom <= place.top) continue;
    width = std::max(width, place.right - place.left);
    places.push_back(place);
  }
  Canvas canvas(width);
  for (const Place& place : places) {
    const int first =
        canvas.add(picture(place.page), place.left, place.top, place.right, place.bottom);
    for (const PlacedBox& placed : evidence.boxes) {
      if (placed.page != place.page) continue;
      const auto at = [&](double points, int from) {
        return static_cast<int>(std::lround(points * place.scale)) - from;
      };
      const int top = at(placed.box.top, place.top) - kFrame;
      const int bottom = at(placed.box.bottom, place.top) + kFrame;
      if (bottom < 0 || top > place.bottom - place.top) continue;
      canvas.frame(at(placed.box.left, place.left) - 2 * kFrame, first + top,
                   at(placed.box.right, place.left) + 2 * kFrame, first + bottom);
    }
  }
  return canvas.taken();
}

}  // namespace mingxi::review
