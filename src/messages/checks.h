#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "messages/language.h"
#include "messages/sentences.h"
#include "model/between_documents.h"
#include "model/check.h"
#include "model/fact.h"

namespace mingxi::messages {

/// What a check looks at.
enum class CheckGroup {
  kSums,     ///< printed figures that add up or repeat one another
  kFigures,  ///< figures that follow from others: rates, shares, changes
  kForm,     ///< wording, parts that are missing, names
  kReading,  ///< what could be read of a document
};

/// All that is said of a check, in one place.
struct CheckEntry {
  Check id;
  std::string_view name;  ///< in files: "template_leftover"
  std::string_view chinese;
  std::string_view english;
  Severity severity;  ///< of its findings, unless a finding has grounds for another
  CheckGroup group;
};

/// Every check, in the order of Check.
std::span<const CheckEntry> check_entries();

const CheckEntry& entry_of(Check check);

/// What a check is called: 合计.
std::string_view words_of(Check check, Language language);

/// "sum/class".
std::string name_of(const CheckName& check);

/// Why two files are checked as one disclosure.
Said reason_of(PairedBy by);

/// The check with this name; nothing for a name that is none.
std::optional<CheckName> check_named(std::string_view name);

}  // namespace mingxi::messages
