#pragma once

#include <string_view>
#include <vector>

#include "model/geometry.h"
#include "read/office/xml.h"

namespace mingxi::read {

inline constexpr double kPointsOfMillimetre = 72 / 25.4;

/// The numbers of a list: "10 20.5". What is no number ends it.
std::vector<double> ofd_numbers(std::string_view list);

/// The steps from character to character: "3.5 g 2 4" is 3.5, 4, 4. At most `most` of them.
std::vector<double> ofd_steps(std::string_view list, std::size_t most);

/// The way from the millimetres of an object to the points of its page.
struct OfdTransform {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

  double x(double across, double down) const { return a * across + c * down + e; }
  double y(double across, double down) const { return b * across + d * down + f; }
};

/// Of an object: its own matrix, then the place of its boundary. outer: of what it is in.
OfdTransform ofd_transform(XmlNode object, const OfdTransform& outer);

/// A boundary or the box of a page, "x y width height", in points; nothing printed if it is none.
Box ofd_box(std::string_view box);

}  // namespace mingxi::read
