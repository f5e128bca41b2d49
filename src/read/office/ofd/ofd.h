#pragma once

#include <string>
#include <string_view>

#include "model/document.h"

namespace mingxi::read {

/// A document of fixed layout (GB/T 33190): glyphs, rulings and images where they are printed. The
/// source is left to the caller. Throws Error.
Document read_ofd(std::string_view bytes, const std::string& where);

}  // namespace mingxi::read
