#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "read/pdf/pdf.h"

namespace mingxi::read {

/// How our interpreter of page contents compares with Poppler's on one document.
struct ReaderCheck {
  std::size_t pages = 0;
  std::vector<DeclinedPage> declined;  ///< that ours left to Poppler
  bool is_by_poppler_alone = false;    ///< because of damage
  std::string first_difference;        ///< "page 3: glyph 17"; empty where all is equal to the bit
};

/// Reads a PDF by both. Throws Error as read_pdf.
ReaderCheck check_reader(std::string_view bytes, const std::string& where,
                         const ReadOptions& options);

/// The same in one line, fields parted by tabs: pages, pages declined, ours or poppler, equal or
/// the first difference, the reasons.
std::string line_of(const ReaderCheck& check);

}  // namespace mingxi::read
