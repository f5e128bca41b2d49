#pragma once

#include <string_view>

#include "audit/core/stages.h"

namespace mingxi::audit {

/// Whether a text announces something (patterns/form.json, announcing): tables, that they are
/// elsewhere, that some rows are withheld.
bool announces(const Audited& audited, std::string_view id, std::string_view text);

/// Whether the document says that it does not publish some of its rows.
bool says_withheld(const Audited& audited);

}  // namespace mingxi::audit
