#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "ocr/protocol.h"

namespace mingxi::ocr {

/// A folder that keeps what was read from pages, by what they show: OCR takes seconds a page, and a
/// run that is taken up again, or a document that comes twice, needs it once.
class OcrCache {
 public:
  /// folder: made when needed; "" keeps nothing. engine: what reads, down to its data; what another
  /// has read is left.
  OcrCache(std::string folder, std::string engine)
      : folder_(std::move(folder)), engine_(std::move(engine)) {}

  /// What was kept of a page. content: all that its reading hangs on.
  std::optional<ScannedPage> find(std::string_view content) const;

  /// Keeps a page; where that cannot be done it is read again next time.
  void keep(std::string_view content, const ScannedPage& page) const;

 private:
  std::string path_of(std::string_view content) const;

  std::string folder_;
  std::string engine_;
};

}  // namespace mingxi::ocr
