#pragma once

#include <vector>

#include "facts/prose/quantities.h"
#include "model/document.h"
#include "model/fact.h"
#include "patterns/patterns.h"

namespace mingxi::extract {

/// Adds a finding for each table with cells of amounts that gave no fact, and for each number of
/// the prose that could not be read. numbers: of the paragraphs of the layout, in their order.
void add_unreadable(const Document& document, const Layout& layout,
                    const std::vector<facts::Numbers>& numbers,
                    const std::vector<UnreadCell>& cells, Extraction& extraction);

/// Adds a finding for each kind of thing that is printed and was not read: watermarks, struck text,
/// text without Unicode or turned, tables without rules, titles of tables that are not there,
/// images, what lies under seals, attached files. Says which is a loss, so that the reading is
/// partial.
void add_unread_regions(const Document& document, const Layout& layout,
                        const patterns::Patterns& patterns, Extraction& extraction);

}  // namespace mingxi::extract
