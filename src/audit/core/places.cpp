#include "audit/core/places.h"

#include <algorithm>

#include "messages/sentences.h"
#include "text/characters.h"
#include "text/punctuation.h"

namespace mingxi::audit {
Evidence evidence_at(const Document& document, const TracedText& text, std::size_t first,
                     std::size_t last) {
  const auto glyph_ids = text.glyphs(first, last);
  return {.page = page_of(document, glyph_ids.front()).number,
          .quote = printed(document, glyph_ids),
          .boxes = boxes_of(document, glyph_ids)};
}

std::string_view character_at(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && text::continues_character(text[end])) ++end;
  return text.substr(at, end - at);
}

std::size_t characters_before(std::string_view text, std::size_t at, int count) {
  for (; count > 0 && at > 0; --count) {
    --at;
    while (at > 0 && text::continues_character(text[at])) --at;
  }
  return at;
}

std::size_t characters_after(std::string_view text, std::size_t at, int count) {
  for (; count > 0 && at < text.size(); --count) at += character_at(text, at).size();
  return at;
}

std::size_t clause_start(std::string_view text, std::size_t at,
                         std::span<const std::string_view> marks) {
  std::size_t start = 0;
  for (const std::string_view mark : marks) {
    const std::size_t found = at == 0 ? std::string_view::npos : text.rfind(mark, at - 1);
    if (found != std::string_view::npos && found + mark.size() <= at)
      start = std::max(start, found + mark.size());
  }
  return start;
}

std::size_t clause_end(std::string_view text, std::size_t at,
                       std::span<const std::string_view> marks) {
  std::size_t end = text.size();
  for (const std::string_view mark : marks) end = std::min(end, text.find(mark, at));
  return end;
}

std::string shortened(std::string_view text, int characters) {
  const std::size_t end = characters_after(text, 0, characters);
  return std::string(text.substr(0, end)) + (end < text.size() ? "…" : "");
}

messages::Said quoted(const std::vector<Evidence>& places, std::size_t most, int characters) {
  std::vector<std::string> quotes;
  for (std::size_t i = 0; i < places.size() && i < most; ++i)
    quotes.push_back(text::in_quotes(shortened(places[i].quote, characters)));
  const messages::Said all = messages::listed(quotes);
  if (places.size() <= most) return all;
  return messages::said(messages::Sentence::kAndOthers, {{"names", all}});
}

}  // namespace mingxi::audit
