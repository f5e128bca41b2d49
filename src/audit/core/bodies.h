#pragma once

#include <string>
#include <string_view>

#include "patterns/between_documents.h"

namespace mingxi::audit {

/// The name of a body; of 青禾市水务局(本级) that of the body it is the head office of.
std::string body_named(std::string_view printed, const patterns::BetweenDocumentsRules& rules);

}  // namespace mingxi::audit
