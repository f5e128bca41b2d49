#include "facts/prose/bodies.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "text/normalise.h"

namespace mingxi::facts {
namespace {

constexpr std::size_t kMaxUnits = 200;    // a longer list is no list of units
constexpr std::size_t kShortestBody = 9;  // bytes: 水务局

/// Where the places that a name begins with end: 青禾市|云杉区|水务局.
std::vector<std::size_t> ends_of_places(std::string_view name,
                                        const patterns::Expression& unit_name) {
  const int place = unit_name.group_number("place");
  std::vector<std::size_t> ends;
  std::size_t last = 0;
  while (const auto match = unit_name.find(name.substr(last))) {
    const std::string_view own = match->group(place).value_or(std::string_view());
    if (own.empty()) break;
    last += own.size();
    ends.push_back(last);
  }
  return ends;
}

}  // namespace

std::vector<std::string> bodies_of(const Layout& layout, const Identity& identity,
                                   const patterns::Expression& unit_name) {
  const std::string publisher = text::normalised(identity.publisher.value_or(""));
  if (publisher.empty()) return {};
  std::set<std::string> names = {publisher};
  const std::vector<std::size_t> ends = ends_of_places(publisher, unit_name);
  for (const std::size_t end : ends) {
    if (publisher.size() - end < kShortestBody) continue;
    names.insert(publisher.substr(end));
    names.insert(publisher.substr(end - 3));  // 市水务局
  }
  const std::string place = ends.empty() ? std::string() : publisher.substr(0, ends.front());
  for (const Grid& grid : layout.grids) {
    for (const GridCell& cell : grid.cells) {
      if (names.size() > kMaxUnits || place.empty()) break;
      const std::string& text = cell.text.utf8();
      if (text.starts_with(place) && unit_name.matches(text)) names.insert(text);
    }
  }
  std::vector<std::string> result(names.begin(), names.end());
  std::stable_sort(result.begin(), result.end(),
                   [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
  return result;
}

}  // namespace mingxi::facts
