#pragma once

#include "audit/core/stages.h"

namespace mingxi::audit {

/// Whether nobody filled in the form that this document is: units without numbers, or XX in their
/// place, and hardly a figure. Then one finding says so, and no check has more to say.
bool is_blank_form(const Audited& audited);

/// Says that the form is blank, unless that is said already. Requires a blank form.
void report_blank_form(const Audited& audited, Ledger& ledger);

}  // namespace mingxi::audit
