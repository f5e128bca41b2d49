#pragma once

#include <optional>
#include <string>

namespace mingxi {

/// A division of the country: 310106, 静安区.
struct Division {
  std::string code;  ///< six digits
  std::string name;

  bool operator==(const Division&) const = default;
};

/// Where a body is, as far as the text says so.
struct Place {
  std::optional<Division> province;  ///< 省, 自治区, 直辖市
  std::optional<Division> city;      ///< 地级市, 自治州, 盟
  std::optional<Division> county;    ///< 区, 县, 县级市, 旗

  bool operator==(const Place&) const = default;
};

}  // namespace mingxi
