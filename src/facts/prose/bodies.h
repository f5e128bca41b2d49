#pragma once

#include <string>
#include <vector>

#include "model/fact.h"
#include "model/layout.h"
#include "patterns/entries/expression.h"

namespace mingxi::facts {

/// The names by which a document calls the bodies that it is of, normalised, longest first: its
/// publisher (青禾市云杉区水务局), that without the places before it (云杉区水务局, 水务局), and
/// the units that its tables list, which begin with the same place.
std::vector<std::string> bodies_of(const Layout& layout, const Identity& identity,
                                   const patterns::Expression& unit_name);

}  // namespace mingxi::facts
