#pragma once

#include <array>
#include <memory>
#include <optional>

#include "read/pdf/contents/content_lexer.h"

class Object;

namespace mingxi::read {

class Resources;
struct SharedResources;

/// A piece of content that pages share.
struct Form {
  ContentBytes contents;
  std::shared_ptr<Resources> resources;
  std::array<double, 6> matrix{1, 0, 0, 1, 0, 0};
  std::array<double, 4> box{};
  bool is_group = false;  ///< painted as a whole
};

/// An image, of which only the place is wanted.
struct PlacedImage {
  bool is_stencil = false;  ///< paint goes through it: nothing is seen where there is no ink
  bool is_without_mask = true;
};

/// What a `Do` operator draws: one of the two.
struct Drawing {
  std::shared_ptr<Form> form;
  std::optional<PlacedImage> image;
};

/// What is drawn by an object. Throws Declined where Poppler would complain, and for what we do not
/// read: optional content, JPEG 2000.
Drawing drawing_of(const Object& object, SharedResources& shared);

}  // namespace mingxi::read
