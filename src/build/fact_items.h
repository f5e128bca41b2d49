#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/fact.h"
#include "patterns/patterns.h"

namespace mingxi::build {

/// What each fact is of, in the words of patterns/concepts.json, so that the prose, a table with
/// items in rows and one with items in columns can be asked together: three_public.reception.
///
/// A sum of a table of the three public expenses is three_public.total only where the table lists
/// nothing else: 合计 with 会议费 and 培训费 in it is none.
std::vector<std::optional<std::string>> fact_items(const Extraction& extraction,
                                                   const patterns::Patterns& patterns);

}  // namespace mingxi::build
