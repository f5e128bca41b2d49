#pragma once

#include <compare>
#include <string>
#include <utility>

namespace mingxi {

/// What is checked. messages/checks.h has the name, the words and the severity of each.
enum class Check {
  kConflict,
  kSum,
  kRate,
  kChange,
  kDirection,
  kShare,
  kExecutionRate,
  kCount,
  kPeriod,
  kUnitMissing,
  kNumberMissing,
  kTruncated,
  kTemplateLeftover,
  kUnverified,
  kFormBlank,
  kPunctuation,
  kTableMissing,
  kEmptyTable,
  kBlankPage,
  kInvisibleText,
  kNoText,
  kOcr,
  kTableShift,
  kTextTable,
  kCrossTable,
  kCrossDocument,
  kClassificationName,
  kClassificationOutdated,
  kWithheld,
  kUnit,
  kTerminology,
  kWording,
  kReason,
  kItemMissing,
  kSectionMissing,
  kCorrection,
  kReader,
  kUnreadable,
  kRepeat,
  kUnreadRegion,
};

/// A check, and which of its identities: sum/class is {Check::kSum, "class"}.
struct CheckName {
  CheckName() = default;
  CheckName(Check check, std::string name = {}) : id(check), identity(std::move(name)) {}

  Check id = Check::kReader;
  std::string identity;  ///< empty: the check has no others

  auto operator<=>(const CheckName&) const = default;
};

}  // namespace mingxi
