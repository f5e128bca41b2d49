// What a figure is of: the phrase before it, the noun of its classifier, the clauses the phrase
// hangs on, or what was named last.

#include <algorithm>

#include "facts/prose/boundaries.h"
#include "facts/prose/paragraph.h"
#include "text/characters.h"

namespace mingxi::facts {
namespace {

/// 5G基站, LED灯.
bool begins_with_letters(std::string_view text) {
  const std::size_t at = text::is_digit(text, 0) ? 1 : 0;
  return at < text.size() && text::is_ascii_letter(text[at]);
}

}  // namespace

void ParagraphLinker::keep_first_level(const Name& subject) {
  if (subject.empty()) return;
  for (int section = paragraph_->section; section >= 0;) {
    carried_.first_levels.try_emplace(section, subject);
    section = layout_.sections[static_cast<std::size_t>(section)].parent;
  }
}

/// 公务用车购置费…购置公务用车5辆，预算136万元: the money is of the item, not of the cars.
void ParagraphLinker::keep_item(const StatementDraft& draft) {
  if (draft.measure != Measure::kLevel) return;
  const Name& topic = carried_.frame.subject;
  if (draft.quantity.kind != UnitKind::kCount) {
    item_ = {};
  } else if (!topic.empty() && names_.concept_of(topic, UnitKind::kMoney)) {
    item_ = topic;
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
    std::string_view kept = expressions_.place_clause.in(clause);
    const bool is_place = !kept.empty();
    if (!is_place && expressions_.attributive_clause.matches(clause)) kept = clause;
    if (kept.empty()) break;
    const std::size_t start = offset_of(kept);
    const auto glyph_ids = paragraph_->text.glyphs(start, start + kept.size() + (is_place ? 3 : 0));
    name.printed = printed(document_, glyph_ids) + name.printed;
    name.text = std::string(kept) + name.text;
    name.first = first;
    end = first;
  }
  return name;
}

Name ParagraphLinker::name_in(std::size_t first, std::size_t last) {
  return names_.read(paragraph_->text, name_start(first, last), last, carried_.context,
                     carried_.place);
}

/// Where the phrase of a name begins: one that joins items without figures is one name,
/// 用于老年人福利、儿童福利、社会公益项目支出.
std::size_t ParagraphLinker::name_start(std::size_t first, std::size_t last) const {
  constexpr std::string_view kJoin = "、";
  std::size_t start = phrase_start(text(), first, last);
  while (start >= first + kJoin.size() && words(first, start).ends_with(kJoin)) {
    const std::size_t before = phrase_start(text(), first, start - kJoin.size());
    const bool is_after_figure = before == first && first == floor_ && floor_ > 0;
    if (is_after_figure || before + kJoin.size() >= start) break;
    if (expressions_.numbering.matches(words(before, start))) break;
    start = before;
  }
  return start;
}

/// A name made of words of the form, which are no part of other names: 当年预算 as a part of a
/// whole, 支出决算 after 收入决算. Empty where it is none.
Name ParagraphLinker::named_by_form(std::string_view phrase) const {
  std::string_view name = in_list_ ? expressions_.listed_name.in(phrase) : std::string_view();
  const std::string_view side = expressions_.side.in(phrase);
  const std::string& topic = carried_.frame.subject.text;
  const std::string_view other = side.starts_with("支出") ? "收入" : "支出";
  const bool is_other_side = !side.empty() && topic.find(other) != std::string::npos &&
                             topic.find(side.substr(0, other.size())) == std::string::npos;
  if (is_other_side) name = side;
  if (name.empty()) return {};
  const std::size_t first = offset_of(name);
  return {.printed = printed(document_, paragraph_->text.glyphs(first, first + name.size())),
          .text = std::string(name),
          .first = first};
}

/// The name that a slipped full stop cut off from its figure: 维修(护)费。12.61万元.
Name ParagraphLinker::cut_off_before(std::size_t sentence) {
  constexpr std::string_view kStop = "。";
  if (sentence < floor_ + kStop.size() || !words(0, sentence).ends_with(kStop)) return {};
  const std::size_t end = sentence - kStop.size();
  const std::size_t first = phrase_start(text(), floor_, end);
  if (first == floor_ && first == 0) return {};  // the title of an item
  return names_.read(paragraph_->text, first, end, carried_.context, carried_.place);
}

/// A name without its first `front` bytes, cut to `size`.
Name ParagraphLinker::shortened(Name name, std::size_t front, std::size_t size) const {
  name.text = name.text.substr(front, size);
  if (name.first == std::string::npos) {
    name.printed = name.text;
    return name;
  }
  name.first += front;
  name.printed =
      printed(document_, paragraph_->text.glyphs(name.first, name.first + name.text.size()));
  return name;
}

/// What is done is no part of what it is done to: 新建数字档案馆, 举办培训.
Name ParagraphLinker::without_verb(Name name) const {
  constexpr std::size_t kShortestNoun = 6;  // bytes: two characters
  const bool is_here = name.first != std::string::npos &&
                       text().substr(std::min(name.first, text().size())).starts_with(name.text);
  const auto verb = is_here ? expressions_.verb.find(name.text) : std::nullopt;
  if (!verb || name.text.size() < verb->last() + kShortestNoun) return name;
  if (expressions_.no_head.matches(std::string_view(name.text).substr(verb->last()))) return name;
  return shortened(std::move(name), verb->last(), std::string::npos);
}

/// 部门整体支出绩效自评得分 names a score; what follows is of what was scored.
Name ParagraphLinker::without_score(Name name) const {
  const auto tail = expressions_.score_tail.find(name.text);
  const bool is_here = name.first != std::string::npos &&
                       text().substr(std::min(name.first, text().size())).starts_with(name.text);
  if (!tail || tail->first() == 0 || !is_here) return name;
  return shortened(std::move(name), 0, tail->first());
}

/// What follows is of the subject, or of what was scored: 项目自评得分 is of the item's title.
void ParagraphLinker::keep_topic(const Name& subject) {
  const Name scored = without_score(subject);
  const bool is_score = scored.text.size() < subject.text.size();
  const bool has_topic = !carried_.frame.subject.empty();
  if (is_score && has_topic && expressions_.generic.matches(scored.text)) return;
  carried_.frame.subject = scored;
}

/// What is done names nothing: it is done to what the clause before names, or to what was named
/// last. 稳定运行接续班列，全年力争开行85列.
Name ParagraphLinker::done_to(Name name, std::size_t floor) const {
  constexpr std::string_view kComma = "，";
  if (name.first == std::string::npos || !expressions_.hollow.matches(name.text)) return name;
  const std::size_t clause = phrase_start(text(), floor, name.first);
  if (clause < floor + kComma.size() || !words(floor, clause).ends_with(kComma)) return name;
  const std::size_t end = clause - kComma.size();
  const std::size_t first = phrase_start(text(), floor, end);
  ClassificationPlace place = carried_.place;
  Name before = without_verb(names_.read(paragraph_->text, first, end, carried_.context, place));
  if (before.empty() || expressions_.hollow.matches(before.text)) return name;
  before.from = SubjectFrom::kTopic;
  return before;
}

Name ParagraphLinker::name_or_topic(std::size_t first, std::size_t last) {
  Name name = name_in(first, last);
  if (name.empty() && first == last) name = cut_off_before(first);
  if (name.empty()) name = named_by_form(words(phrase_start(text(), first, last), last));
  if (!name.empty()) return with_attributes(name, first);
  return topic_before(first, phrase_start(text(), first, last));
}

/// The title after the numbering of the paragraph, up to the first mark or digit and not over
/// `last`; empty if the paragraph is not numbered.
std::string_view ParagraphLinker::opening_title(std::size_t last) const {
  const auto numbering = expressions_.numbering.find(words(0, last));
  if (!numbering) return {};
  const std::size_t first = numbering->last();
  return words(first, title_end(masked_, first, last));
}

/// The title that a paragraph without a number begins with: 馆库改造项目绩效自评综述：…. Empty if
/// it has none.
std::string_view ParagraphLinker::reported_title() const {
  const std::size_t last = title_end(masked_, 0, text().size());
  const std::string_view title = words(0, last);
  const std::string_view after = text().substr(last);
  if (!after.starts_with(":") && !after.starts_with("：")) return {};
  const auto tail = expressions_.title_tail.find(title);
  if (!tail || tail->first() == 0) return {};
  return title;
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
  Name topic = carried_.frame.subject;
  if (topic.from == SubjectFrom::kOwn) topic.from = SubjectFrom::kTopic;
  return topic;
}

/// The name of a count is the noun of its classifier, or what is before it:
/// 下属12个二级预算单位, 行政编制12人.
Name ParagraphLinker::counted(StatementDraft& draft, const Window& before,
                              std::size_t next_figure) {
  const Quantity& quantity = draft.quantity;
  const std::string_view after = words(quantity.last, std::max(quantity.last, next_figure));
  const bool is_han = !after.empty() && static_cast<unsigned char>(after.front()) >= 0xE3;
  const bool is_noun =
      (is_han || begins_with_letters(after)) && !expressions_.not_noun.matches(after);
  const std::string_view noun = is_noun ? expressions_.noun.in(after) : std::string_view();
  const bool runs_into_next = next_figure < text().size() && noun.size() == after.size();
  if (runs_into_next || (noun.size() < 6 && !expressions_.short_noun.matches(noun))) return {};
  const std::size_t first = offset_of(noun);
  Name name =
      names_.read(paragraph_->text, first, first + noun.size(), carried_.context, carried_.place);
  if (name.empty()) return {};
  Name attribute = name_in(before.first, before.last);
  const auto kept = expressions_.attribute.find(attribute.text);
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
  // 4名本级及下属单位骨干: 本级 are no people.
  const std::string_view rest = text().substr(floor_);
  const bool is_joined = rest.starts_with("及") || rest.starts_with("和");
  const bool is_of_people = expressions_.people.matches(quantity.unit);
  if (is_joined && is_of_people && text::is_han(rest, 3)) draft.doubt = Doubt::kEquallyGood;
  name.first = std::string::npos;
  return name;
}

}  // namespace mingxi::facts
