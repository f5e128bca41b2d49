#pragma once

#include "model/fact.h"

namespace mingxi {

/// An extraction in which no field is left as it comes, so that one forgotten on the way to JSON
/// and back is noticed. Two facts, findings and sections: one with everything, one with the least.
Extraction filled_extraction();

}  // namespace mingxi
