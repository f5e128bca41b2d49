#pragma once

#include "model/document.h"

namespace mingxi::read {

/// Turns a page whose text runs sideways or upside down, as most of its glyphs do; Page::turn says
/// how. A page with text both ways stays as it is.
void set_upright(Page& page);

}  // namespace mingxi::read
