// Both ends are one build on one machine: numbers go as they lie in memory.

#include "ocr/protocol.h"

#include <cstring>
#include <stdexcept>
#include <type_traits>

#include "model/traced_text.h"

namespace mingxi::ocr {
namespace {

class Packer {
 public:
  template <typename Value>
  void put(const Value& value) {
    static_assert(std::is_trivially_copyable_v<Value>);
    bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  template <typename Element>
  void put_all(const std::vector<Element>& elements) {
    static_assert(std::is_trivially_copyable_v<Element>);
    put(elements.size());
    bytes_.append(reinterpret_cast<const char*>(elements.data()),
                  elements.size() * sizeof(Element));
  }
  void put_text(std::string_view text) {
    put(text.size());
    bytes_ += text;
  }
  std::string bytes() && { return std::move(bytes_); }

 private:
  std::string bytes_;
};

class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : bytes_(bytes) {}

  template <typename Value>
  Value take() {
    Value value;
    std::memcpy(&value, taken(1, sizeof value).data(), sizeof value);
    return value;
  }
  template <typename Element>
  std::vector<Element> take_all() {
    const auto count = take<std::size_t>();
    const std::string_view bytes = taken(count, sizeof(Element));
    std::vector<Element> elements(count);
    if (count > 0) std::memcpy(elements.data(), bytes.data(), bytes.size());
    return elements;
  }
  std::string take_text() { return std::string(taken(take<std::size_t>(), 1)); }

 private:
  std::string_view taken(std::size_t count, std::size_t size) {
    if (count > bytes_.size() / size) throw std::runtime_error("message cut short");
    const std::string_view result = bytes_.substr(0, count * size);
    bytes_.remove_prefix(count * size);
    return result;
  }

  std::string_view bytes_;
};

}  // namespace

std::string utf8_of(const OcrText& text) {
  std::string result;
  for (const Glyph& glyph : text.glyphs) append_utf8(result, glyph.code_point);
  return result;
}

std::string bytes_of(const DrawnPage& page) {
  Packer packer;
  packer.put(page.width);
  packer.put(page.height);
  packer.put_text(bytes_of(page.image));
  return std::move(packer).bytes();
}

DrawnPage drawn_page_of(std::string_view bytes) {
  Unpacker unpacker(bytes);
  DrawnPage page;
  page.width = unpacker.take<double>();
  page.height = unpacker.take<double>();
  page.image = image_of(unpacker.take_text());
  return page;
}

std::string bytes_of(const PageImage& image) {
  Packer packer;
  packer.put(image.width);
  packer.put(image.height);
  packer.put_all(image.rgb);
  return std::move(packer).bytes();
}

PageImage image_of(std::string_view bytes) {
  Unpacker unpacker(bytes);
  PageImage image;
  image.width = unpacker.take<int>();
  image.height = unpacker.take<int>();
  image.rgb = unpacker.take_all<std::uint8_t>();
  return image;
}

std::string bytes_of(const ShowPage& page) {
  Packer packer;
  packer.put(page);
  return std::move(packer).bytes();
}

ShowPage show_page_of(std::string_view bytes) { return Unpacker(bytes).take<ShowPage>(); }

std::string bytes_of(const ScanPage& page) {
  Packer packer;
  packer.put(page.width);
  packer.put(page.height);
  packer.put(page.turn);
  packer.put_all(page.rulings);
  packer.put_all(page.seals);
  return std::move(packer).bytes();
}

ScanPage scan_page_of(std::string_view bytes) {
  Unpacker unpacker(bytes);
  ScanPage page;
  page.width = unpacker.take<double>();
  page.height = unpacker.take<double>();
  page.turn = unpacker.take<Turn>();
  page.rulings = unpacker.take_all<Ruling>();
  page.seals = unpacker.take_all<Box>();
  return page;
}

std::string bytes_of(const std::vector<Box>& boxes) {
  Packer packer;
  packer.put_all(boxes);
  return std::move(packer).bytes();
}

std::vector<Box> boxes_of(std::string_view bytes) { return Unpacker(bytes).take_all<Box>(); }

std::string bytes_of(const std::vector<OcrPiece>& pieces) {
  Packer packer;
  packer.put(pieces.size());
  for (const OcrPiece& piece : pieces) {
    packer.put(piece.is_agreed);
    packer.put(piece.readings.size());
    for (const OcrText& reading : piece.readings) {
      packer.put(reading.confidence);
      packer.put(reading.unread);
      packer.put_all(reading.glyphs);
    }
  }
  return std::move(packer).bytes();
}

std::vector<OcrPiece> pieces_of(std::string_view bytes) {
  Unpacker unpacker(bytes);
  std::vector<OcrPiece> pieces;
  for (auto count = unpacker.take<std::size_t>(); count > 0; --count) {
    OcrPiece piece{.readings = {}, .is_agreed = unpacker.take<bool>()};
    for (auto left = unpacker.take<std::size_t>(); left > 0; --left) {
      OcrText reading;
      reading.confidence = unpacker.take<double>();
      reading.unread = unpacker.take<std::size_t>();
      reading.glyphs = unpacker.take_all<Glyph>();
      piece.readings.push_back(std::move(reading));
    }
    pieces.push_back(std::move(piece));
  }
  return pieces;
}

std::string bytes_of(const ScannedPage& page) {
  Packer packer;
  packer.put_text(bytes_of(page.frame));
  packer.put_text(bytes_of(page.pieces));
  return std::move(packer).bytes();
}

ScannedPage scanned_page_of(std::string_view bytes) {
  Unpacker unpacker(bytes);
  ScannedPage page;
  page.frame = scan_page_of(unpacker.take_text());
  page.pieces = pieces_of(unpacker.take_text());
  return page;
}

std::string bytes_of(const OcrCheck& check) {
  Packer packer;
  packer.put_text(check.versions);
  packer.put_text(check.data_folder);
  packer.put(check.missing_languages.size());
  for (const std::string& language : check.missing_languages) packer.put_text(language);
  return std::move(packer).bytes();
}

OcrCheck check_of(std::string_view bytes) {
  Unpacker unpacker(bytes);
  OcrCheck check;
  check.versions = unpacker.take_text();
  check.data_folder = unpacker.take_text();
  for (auto count = unpacker.take<std::size_t>(); count > 0; --count)
    check.missing_languages.push_back(unpacker.take_text());
  return check;
}

std::string bytes_of(std::uint32_t number) {
  Packer packer;
  packer.put(number);
  return std::move(packer).bytes();
}

std::uint32_t number_of(std::string_view bytes) { return Unpacker(bytes).take<std::uint32_t>(); }

}  // namespace mingxi::ocr
