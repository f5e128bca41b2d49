#pragma once

#include <vector>

#include "facts/prose/quantities.h"
#include "model/document.h"
#include "model/fact.h"

namespace mingxi::extract {

/// Adds a finding for each table with cells of amounts that gave no fact, and for each number of
/// the prose that could not be read. numbers: of the paragraphs of the layout, in their order.
void add_unreadable(const Document& document, const Layout& layout,
                    const std::vector<facts::Numbers>& numbers,
                    const std::vector<UnreadCell>& cells, Extraction& extraction);

/// Whether a glyph is printed and nobody can tell by its code what it is.
bool is_without_unicode(const Glyph& glyph);

/// Adds a finding for each kind of thing that is printed and was not read: watermarks, struck text,
/// text without Unicode or turned, tables without rules, images, attached files. Says which is a
/// loss, so that the reading is partial.
void add_unread_regions(const Document& document, const Layout& layout, Extraction& extraction);

}  // namespace mingxi::extract
