#pragma once

#include "read/pdf/contents/content_lexer.h"

class Object;

namespace mingxi::read {

/// The contents of a stream or of an array of streams, inflated. Throws Declined where they are
/// something else, damaged, or larger than any page of text.
ContentBytes contents_of(const Object& object);

}  // namespace mingxi::read
