#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "messages/said.h"
#include "model/fact.h"

namespace mingxi::audit {

/// Where bytes [first, last) of a text are printed, as evidence. Requires first < last.
Evidence evidence_at(const Document& document, const TracedText& text, std::size_t first,
                     std::size_t last);

/// The character that begins at a byte.
std::string_view character_at(std::string_view text, std::size_t at);

/// A byte so many characters before or after another, within the text.
std::size_t characters_before(std::string_view text, std::size_t at, int count);
std::size_t characters_after(std::string_view text, std::size_t at, int count);

/// Where the clause that holds a byte begins and ends: at one of these marks, or the text's end.
std::size_t clause_start(std::string_view text, std::size_t at,
                         std::span<const std::string_view> marks);
std::size_t clause_end(std::string_view text, std::size_t at,
                       std::span<const std::string_view> marks);

/// No more characters than this; what is left out is shown by ….
std::string shortened(std::string_view text, int characters);

/// The quotes of the first places as “…”、“…”, each shortened; 等 where there are more.
messages::Said quoted(const std::vector<Evidence>& places, std::size_t most, int characters);

}  // namespace mingxi::audit
