#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/decimal.h"

namespace mingxi {

/// What a reviewer says of a finding.
enum class Mark { kConfirmed, kFalseAlarm, kUnsure };

struct FindingDecision {
  std::string key;  ///< of the finding
  std::optional<Mark> mark;
  std::string note;

  bool operator==(const FindingDecision&) const = default;
};

/// The value that a figure should have been read with.
struct Correction {
  std::string key;  ///< of the fact
  Decimal value;    ///< signed, in the printed unit
  std::string reason;

  bool operator==(const Correction&) const = default;
};

/// What was decided about one document.
struct DocumentDecisions {
  std::string sha256;
  std::vector<FindingDecision> findings;
  std::vector<Correction> corrections;

  bool operator==(const DocumentDecisions&) const = default;
};

/// The decisions of a review: what a decisions file holds.
struct Decisions {
  std::vector<DocumentDecisions> documents;

  bool operator==(const Decisions&) const = default;

  /// Those of one document; none if it was not reviewed.
  DocumentDecisions of(std::string_view sha256) const {
    const auto found = std::ranges::find(documents, sha256, &DocumentDecisions::sha256);
    return found == documents.end() ? DocumentDecisions{} : *found;
  }
};

}  // namespace mingxi
