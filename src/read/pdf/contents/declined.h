#pragma once

namespace mingxi::read {

/// Thrown where a page holds what our own interpreter does not know, or what is wrong with it:
/// Poppler reads the page then, and complains where it must.
struct Declined {
  const char* reason;  ///< for the check of the two readers
};

}  // namespace mingxi::read
