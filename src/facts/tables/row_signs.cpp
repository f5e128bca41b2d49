#include "facts/tables/row_signs.h"

#include <algorithm>
#include <cmath>

namespace mingxi::facts {
namespace {

/// What the codes say of a row under another.
double sign_of_codes(const TableRow& above, const TableRow& below) {
  bool is_longer = false;
  for (const RowCode& code : above.codes) {
    const auto same = std::find_if(below.codes.begin(), below.codes.end(),
                                   [&](const RowCode& c) { return c.scheme == code.scheme; });
    if (same == below.codes.end() || !same->digits.starts_with(code.digits)) return -kForced;
    is_longer = is_longer || same->digits.size() > code.digits.size();
  }
  is_longer = is_longer || below.codes.size() > above.codes.size();
  return is_longer ? kForced : 0;
}

double sign_of_bodies(const TableRow& above, const TableRow& below) {
  if (!above.names_body_alone) return below.names_body_alone && !above.codes.empty() ? -kStrong : 0;
  if (!below.names_body_alone) return kWeak;
  if (above.body_number.empty() || below.body_number.empty()) return 0;
  const bool is_longer = below.body_number.size() > above.body_number.size() &&
                         below.body_number.starts_with(above.body_number);
  return is_longer ? kForced : -kForced;
}

double sign_of_indent(const TableRow& above, const TableRow& below) {
  if (!above.indent || !below.indent) return 0;
  if (*below.indent > *above.indent) return kWeak;
  return *below.indent < *above.indent ? -kWeak : -kWeak / 2;
}

/// Groups are named in a column before that of their items. Units have a column of their own.
double sign_of_place(const TableRow& above, const TableRow& below) {
  if (above.names_body_alone || below.names_body_alone) return 0;
  if (above.named_in < 0 || below.named_in < 0) return 0;
  if (above.named_in != below.named_in) return above.named_in < below.named_in ? kStrong : -kStrong;
  return above.is_innermost ? -kWeak : 0;
}

double sign_of_numbering(const TableRow& above, const TableRow& below) {
  using text::ItemDepth;
  if (above.depth == ItemDepth::kNone && below.depth == ItemDepth::kNone) return 0;
  if (above.depth == ItemDepth::kNone) return below.depth == ItemDepth::kFirst ? -kStrong : 0;
  if (below.depth == ItemDepth::kNone) return 0;
  return below.depth > above.depth ? kStrong : -kStrong;
}

}  // namespace

double sign_of(const TableRow& above, const TableRow& below) {
  // A department can bear the code of its first unit alone: the numbers of units go before codes.
  if (above.names_body_alone && below.names_body_alone)
    if (const double bodies = sign_of_bodies(above, below); bodies != 0) return bodies;
  if (!above.codes.empty() && !below.codes.empty()) {
    const double codes = sign_of_codes(above, below);
    if (codes != 0) return codes;
    // Items of one code in several classifications are beside each other.
    if (above.codes.size() > 1) return -kForced;
    // A code over several units is printed before each of them.
    if (below.names_body_alone && !above.names_body_alone) return kStrong;
    return above.name == below.name ? kWeak / 2 : 0;
  }
  double sign = sign_of_bodies(above, below);
  if (std::abs(sign) >= kForced) return sign;
  sign += sign_of_numbering(above, below);
  sign += sign_of_indent(above, below);
  sign += sign_of_place(above, below);
  if (above.is_class != below.is_class) sign += above.is_class ? kWeak : -kWeak;
  if (above.is_class && below.is_class) sign -= kStrong;
  if (above.is_carry && below.is_fund) sign += kWeak;
  if (below.is_part) sign += kWeak;
  return sign;
}

std::vector<std::string> signs_of(const TableRow& above, const TableRow& below) {
  std::vector<std::string> signs;
  const auto add = [&signs](bool applies, const char* name) {
    if (applies) signs.emplace_back(name);
  };
  add(!above.codes.empty() && sign_of_codes(above, below) > 0, "code");
  add(sign_of_bodies(above, below) > 0, "unit");
  add(sign_of_numbering(above, below) > 0, "numbering");
  add(sign_of_indent(above, below) > 0, "indent");
  add(sign_of_place(above, below) > 0, "column");
  add(above.is_class && !below.is_class, "class");
  add(above.is_carry && below.is_fund, "fund");
  add(below.is_part, "part");
  return signs;
}

}  // namespace mingxi::facts
