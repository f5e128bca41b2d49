#include "read/office/ofd/ofd_geometry.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>

namespace mingxi::read {
namespace {

constexpr std::size_t kMaxNumbers = 100'000;
constexpr double kLargest = 1e6;  // millimetres

OfdTransform after(const OfdTransform& inner, const OfdTransform& outer) {
  return {.a = outer.a * inner.a + outer.c * inner.b,
          .b = outer.b * inner.a + outer.d * inner.b,
          .c = outer.a * inner.c + outer.c * inner.d,
          .d = outer.b * inner.c + outer.d * inner.d,
          .e = outer.x(inner.e, inner.f),
          .f = outer.y(inner.e, inner.f)};
}

bool read_number(const char*& at, double& number) {
  char* end = nullptr;
  number = std::strtod(at, &end);
  if (end == at || !std::isfinite(number)) return false;
  number = std::clamp(number, -kLargest, kLargest);
  at = end;
  return true;
}

}  // namespace

std::vector<double> ofd_numbers(std::string_view list) {
  const std::string text(list);
  std::vector<double> numbers;
  const char* at = text.c_str();
  double number = 0;
  while (numbers.size() < kMaxNumbers && read_number(at, number)) numbers.push_back(number);
  return numbers;
}

std::vector<double> ofd_steps(std::string_view list, std::size_t most) {
  const std::string text(list);
  std::vector<double> steps;
  const char* at = text.c_str();
  while (steps.size() < most) {
    while (*at == ' ') ++at;
    double count = 1;
    if (*at == 'g' || *at == 'G') {
      ++at;
      if (!read_number(at, count)) break;
    }
    double step = 0;
    if (!read_number(at, step)) break;
    for (double i = 0; i < count && steps.size() < most; ++i) steps.push_back(step);
  }
  return steps;
}

OfdTransform ofd_transform(XmlNode object, const OfdTransform& outer) {
  OfdTransform own;
  const std::vector<double> matrix = ofd_numbers(object.attribute("CTM"));
  if (matrix.size() == 6) own = {matrix[0], matrix[1], matrix[2], matrix[3], matrix[4], matrix[5]};
  const std::vector<double> boundary = ofd_numbers(object.attribute("Boundary"));
  if (boundary.size() >= 2) {
    own.e += boundary[0];
    own.f += boundary[1];
  }
  return after(own, outer);
}

Box ofd_box(std::string_view box) {
  const std::vector<double> numbers = ofd_numbers(box);
  if (numbers.size() < 4) return {};
  const double k = kPointsOfMillimetre;
  return {numbers[0] * k, numbers[1] * k, (numbers[0] + numbers[2]) * k,
          (numbers[1] + numbers[3]) * k};
}

}  // namespace mingxi::read
