// What a figure is of: the phrase before it, the noun of its classifier, the clauses the phrase
// hangs on, or what was named last.

#include <algorithm>

#include "facts/prose/boundaries.h"
#include "facts/prose/paragraph.h"

namespace mingxi::facts {

void ParagraphLinker::keep_first_level(const Name& subject) {
  if (subject.empty()) return;
  for (int section = paragraph_->section; section >= 0;) {
    carried_.first_levels.try_emplace(section, subject);
    section = layout_.sections[static_cast<std::size_t>(section)].parent;
  }
}

/// The whole that a share is of where the sentence does not name it.
std::optional<std::string> ParagraphLinker::whole_of(const Name& part) {
  if (!carried_.frame.whole.empty() && carried_.frame.whole.text != part.text) {
    return carried_.frame.whole.printed;
  }
  for (int section = paragraph_->section; section >= 0;) {
    const auto found = carried_.first_levels.find(section);
    if (found != carried_.first_levels.end()) {
      // What is itself a part is no whole: it lies before, in the section around.
      if (found->second.text == part.text) found->second = {};
      if (!found->second.empty()) return found->second.printed;
    }
    section = layout_.sections[static_cast<std::size_t>(section)].parent;
  }
  return std::nullopt;
}

/// Adds the clauses that a name hangs on: 在预留的项目中，由小微企业成交的，采购金额.
Name ParagraphLinker::with_attributes(Name name, std::size_t floor) const {
  std::size_t end = name.first;
  while (end != std::string::npos && end >= floor + 3 && words(end - 3, end) == "，") {
    const std::size_t last = end - 3;
    const std::size_t first = phrase_start(text(), floor, last);
    const std::string_view clause = words(first, last);
    std::string_view kept = wording_.place_clause.in(clause);
    const bool is_place = !kept.empty();
    if (!is_place && wording_.attributive_clause.matches(clause)) kept = clause;
    if (kept.empty()) break;
    const std::size_t start = offset_of(kept);
    const auto ink = paragraph_->text.glyphs(start, start + kept.size() + (is_place ? 3 : 0));
    name.printed = printed(document_, ink) + name.printed;
    name.text = std::string(kept) + name.text;
    name.first = first;
    end = first;
  }
  return name;
}

Name ParagraphLinker::name_in(std::size_t first, std::size_t last) {
  return names_.read(paragraph_->text, phrase_start(text(), first, last), last, carried_.context,
                     carried_.place);
}

Name ParagraphLinker::name_or_topic(std::size_t first, std::size_t last) {
  Name name = name_in(first, last);
  if (!name.empty()) return with_attributes(name, first);
  return topic_before(first, phrase_start(text(), first, last));
}

/// The title after the numbering of the paragraph, up to the first mark or digit and not over
/// `last`; empty if the paragraph is not numbered.
std::string_view ParagraphLinker::opening_title(std::size_t last) const {
  const auto numbering = wording_.numbering.find(words(0, last));
  if (!numbering) return {};
  const std::size_t first = numbering->last();
  return words(first, title_end(text(), first, last));
}

/// The name that the clause before gives, where it is one: 1、以奖代补资金，2023年预算安排…; else
/// the subject of the frame.
Name ParagraphLinker::topic_before(std::size_t floor, std::size_t last) {
  if (floor == 0) {
    const std::string_view title = opening_title(last);
    const std::string_view after =
        title.empty() ? title : words(offset_of(title) + title.size(), last);
    if (after.starts_with(",") || after.starts_with("，")) {
      const std::size_t first = offset_of(title);
      Name name = names_.read(paragraph_->text, first, first + title.size(), carried_.context,
                              carried_.place);
      if (!name.empty()) return name;
    }
  }
  return carried_.frame.subject;
}

/// The name of a count is the noun of its classifier, or what is before it:
/// 下属12个二级预算单位, 行政编制12人.
Name ParagraphLinker::counted(const Window& before, const Quantity& quantity,
                              std::size_t next_figure) {
  const std::string_view after = words(quantity.last, std::max(quantity.last, next_figure));
  const bool is_noun = !after.empty() && static_cast<unsigned char>(after.front()) >= 0xE3 &&
                       !wording_.not_noun.matches(after);
  const std::string_view noun = is_noun ? wording_.noun.in(after) : std::string_view();
  const bool runs_into_next = next_figure < text().size() && noun.size() == after.size();
  if (noun.size() < 6 || runs_into_next) return {};
  const std::size_t first = offset_of(noun);
  Name name =
      names_.read(paragraph_->text, first, first + noun.size(), carried_.context, carried_.place);
  if (name.empty()) return {};
  Name attribute = name_in(before.first, before.last);
  const auto kept = wording_.attribute.find(attribute.text);
  if (kept && !attribute.empty()) {
    const std::size_t from = kept->group(0) && *kept->group(0) == "的" ? 0 : kept->first();
    const std::size_t start = attribute.first + from;
    attribute = {.text = attribute.text.substr(from), .first = start};
    attribute.printed =
        printed(document_, paragraph_->text.glyphs(start, start + attribute.text.size()));
    name.printed = attribute.printed + name.printed;
    name.text = attribute.text + name.text;
  }
  floor_ = first + noun.size();
  name.first = std::string::npos;
  return name;
}

}  // namespace mingxi::facts
