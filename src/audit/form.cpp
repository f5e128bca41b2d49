#include "audit/stages.h"

namespace mingxi {

void check_form(const Audited& /*audited*/, Ledger& /*ledger*/) {}

}  // namespace mingxi
