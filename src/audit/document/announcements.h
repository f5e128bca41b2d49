#pragma once

#include "audit/core/stages.h"

namespace mingxi::audit {

/// Whether the document says that it does not publish some of its rows.
bool says_withheld(const Audited& audited);

}  // namespace mingxi::audit
