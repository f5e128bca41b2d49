#include "facts/prose/names.h"

#include <algorithm>

#include "facts/prose/bodies.h"
#include "text/normalise.h"

namespace mingxi::facts {
namespace {

std::string_view group_or_empty(const patterns::Match& match, int number) {
  return match.group(number).value_or(std::string_view());
}

/// A printed code with its scheme: 2… is functional, 3… economic, 5… of the government's own
/// budget.
std::string with_scheme(std::string_view code) {
  const char* scheme = code.front() == '2' ? "functional:" : "economic:";
  return (code.front() == '5' ? "government:" : scheme) + std::string(code);
}

}  // namespace

Names::Names(const Document& document, const Layout& layout, const Identity& identity,
             const patterns::Patterns& patterns)
    : document_(document),
      patterns_(patterns),
      expressions_(patterns.statements.expressions),
      involved_item_(expressions_.involved.group_number("item")),
      bodies_(bodies_of(layout, identity, expressions_.unit_name)),
      publisher_(text::normalised(identity.publisher.value_or(""))) {}

bool Names::take_off_body(std::string_view text, std::size_t& first, std::size_t last) const {
  const std::string_view name = text.substr(first, last - first);
  for (const std::string& body : bodies_) {
    if (!name.starts_with(body)) continue;
    first += body.size();
    const auto tail = expressions_.publisher_tail.find(text.substr(first, last - first));
    if (tail) first += tail->last();
    return true;
  }
  return false;
}

/// The unit in the bytes [first, name), which was taken off a name; nothing for the publisher.
std::optional<std::string> Names::unit_before(std::string_view text, std::size_t first,
                                              std::size_t name) const {
  const std::string_view before = text.substr(first, name - first);
  for (const std::string& body : bodies_) {
    if (body != publisher_ && !publisher_.ends_with(body) &&
        before.find(body) != std::string_view::npos) {
      return body;
    }
  }
  return std::nullopt;
}

/// Where the body begins whose name ends at `last`; `last` where none does.
std::size_t Names::body_before(std::string_view text, std::size_t first, std::size_t last) const {
  for (const std::string& body : bodies_) {
    const std::size_t found = text.substr(0, last).find(body, first);
    if (found == std::string_view::npos) continue;
    std::size_t end = found;
    if (take_off_body(text, end, last) && end == last) return found;
  }
  return last;
}

std::optional<std::string> Names::funding_of(std::string_view name) const {
  for (const patterns::FundingRule& rule : patterns_.statements.fundings) {
    if (rule.pattern.matches(name)) return rule.id;
  }
  return std::nullopt;
}

/// Leaves the item alone where words of funding are before or in it, and it says enough without:
/// 财政拨款安排的会议费, 机关运行经费财政拨款预算.
void Names::take_off_funding(std::string_view text, std::size_t& first, std::size_t& last) const {
  for (const patterns::StatementExpressions::Part* form :
       {&expressions_.funded_before, &expressions_.funded_inside}) {
    const std::string_view item = form->in(text.substr(first, last - first));
    if (item.empty() || expressions_.generic.matches(item)) continue;
    first = static_cast<std::size_t>(item.data() - text.data());
    last = first + item.size();
  }
}

/// 会议费预算 is of the item 会议费, where every disclosure means the same by that.
void Names::take_off_budget(std::string_view text, std::size_t first, std::size_t& last) const {
  const std::string_view item = expressions_.budgeted_item.in(text.substr(first, last - first));
  if (item.empty()) return;
  if (patterns_.concepts.of(item) || patterns_.classification.economic(item))
    last = first + item.size();
}

void Names::take_off(std::string_view text, std::size_t& first, std::size_t& last) const {
  // The end first: 年初预算为 is all words of basis, but after 年初 the word 预算 could be a name.
  const auto tail = patterns_.statements.trailing.find(text.substr(first, last - first));
  if (tail) last = first + tail->first();
  const std::size_t from = first;
  take_off_before(text, first, last);
  // 部门预算收入 is a name, of which 收入 alone would say too little.
  if (!expressions_.bare.matches(text.substr(first, last - first))) return;
  const std::string_view attribute = expressions_.attributive.in(text.substr(from, first - from));
  if (!attribute.empty()) first = static_cast<std::size_t>(attribute.data() - text.data());
}

void Names::take_off_before(std::string_view text, std::size_t& first, std::size_t last) const {
  for (bool again = true; again && first < last;) {
    again = false;
    const auto lead = patterns_.statements.leading.find(text.substr(first, last - first));
    if (lead) {
      first += lead->last();
      // 上年结转 is a name of its own, not 结转 of last year.
      if (expressions_.keep_carry_over.matches(text.substr(first, last - first))) {
        const auto year = expressions_.carry_over_year.find(text.substr(0, first));
        if (year) first = year->first();
        break;
      }
    }
    again = take_off_body(text, first, last);
  }
}

std::optional<std::string> Names::code_of(std::string_view name, NameContext context) const {
  const patterns::Classification& list = patterns_.classification;
  const auto economic = [&]() -> std::optional<std::string> {
    if (auto code = list.economic(name)) return "economic:" + *code;
    return std::nullopt;
  };
  const auto functional = [&]() -> std::optional<std::string> {
    if (auto code = list.functional_class(name)) return "functional:" + *code;
    return std::nullopt;
  };
  if (context == NameContext::kFunctional) {
    if (auto code = functional()) return code;
  }
  if (auto code = economic()) return code;
  // 国有资本经营预算支出 is the name of a 类 and of a fund; alone it is the fund.
  if (!expressions_.fund_of_same_name.matches(name)) {
    if (auto code = functional()) return code;
  }
  // 委托业务费财政拨款预算总额: the item is before words of its funding.
  const auto tail = expressions_.funding_tail.find(name, 1);
  if (!tail) return std::nullopt;
  if (auto code = list.economic(name.substr(0, tail->first()))) return "economic:" + *code;
  return std::nullopt;
}

std::optional<Name> Names::path(const TracedText& text, std::size_t first, std::size_t last,
                                ClassificationPlace& place) const {
  const std::string_view part = std::string_view(text.utf8()).substr(first, last - first);
  if (part.find(')') == std::string_view::npos) return std::nullopt;
  std::optional<Name> result;
  for (const patterns::StatementExpressions::Path* form :
       {&expressions_.path, &expressions_.path_below}) {
    std::size_t from = 0;
    while (const auto match = form->pattern.find(part, from)) {
      from = std::max(match->last(), from + 1);
      const auto group = [&](int number) { return group_or_empty(*match, number); };
      std::string_view top = group(form->class_name);
      if (!top.empty()) place = {};
      if (top.empty()) top = group(form->group);
      if (top.empty()) top = group(form->item_only);
      std::size_t top_first = first + static_cast<std::size_t>(top.data() - part.data());
      std::size_t top_last = top_first + top.size();
      take_off_before(text.utf8(), top_first, top_last);
      if (top_first >= top_last) continue;
      const std::string top_name = text.utf8().substr(top_first, top_last - top_first);
      std::string item;
      if (!group(form->class_name).empty()) {
        place = {.class_name = top_name,
                 .group_name = std::string(group(form->group)),
                 .class_code = std::string(group(form->class_code)),
                 .group_code = std::string(group(form->group_code))};
      } else if (!group(form->group).empty()) {
        place.group_name = top_name;
        place.group_code = group(form->group_code);
      } else {
        item = top_name;
      }
      if (!group(form->item).empty()) item = group(form->item);
      const std::string_view deepest = !group(form->item).empty()    ? group(form->item)
                                       : !group(form->group).empty() ? group(form->group)
                                                                     : top;
      std::size_t start = first + static_cast<std::size_t>(deepest.data() - part.data());
      std::size_t end = start + deepest.size();
      if (deepest.data() == top.data()) {
        start = top_first;
        end = top_last;
      }
      Name name{.text = text.utf8().substr(start, end - start), .first = top_first};
      name.printed = printed(document_, text.glyphs(start, end));
      const std::string item_code(!group(form->item_code).empty() ? group(form->item_code)
                                                                  : group(form->item_only_code));
      const bool is_whole = !place.class_code.empty() && (item.empty() || !item_code.empty()) &&
                            (place.group_name.empty() || !place.group_code.empty());
      if (is_whole) {
        name.code = "functional:" + place.class_code + place.group_code + item_code;
      } else if (auto code = patterns_.classification.functional_path(place.class_name,
                                                                      place.group_name, item)) {
        name.code = "functional:" + *code;
      }
      result = name;
    }
    if (result) break;
  }
  return result;
}

Name Names::read(const TracedText& text, std::size_t first, std::size_t last, NameContext context,
                 ClassificationPlace& place) const {
  if (auto name = path(text, first, last, place)) return *name;
  const std::string_view whole = text.utf8();
  const std::size_t begin = first;
  const std::string_view phrase = whole.substr(first, last - first);
  take_off(whole, first, last);
  if (first >= last) return {};
  Name name;
  std::string_view part = whole.substr(first, last - first);
  bool is_coded = false;
  for (const patterns::StatementExpressions::Coded* form :
       {&expressions_.code_after, &expressions_.code_before}) {
    const auto match = form->pattern.find(part);
    if (!match) continue;
    const std::string_view core = group_or_empty(*match, form->name);
    is_coded = true;
    name.code = with_scheme(group_or_empty(*match, form->code));
    first += static_cast<std::size_t>(core.data() - part.data());
    last = first + core.size();
    part = core;
    break;
  }
  if (expressions_.no_name.matches(part)) {
    // 青禾市水务局预算5万元: a printed name is not emptied.
    const std::size_t body = body_before(whole, begin, first);
    if (body == first) return {};
    first = body;
    part = whole.substr(first, last - first);
  }
  const auto involved = expressions_.involved.find(part);
  const std::string_view item = involved ? group_or_empty(*involved, involved_item_) : "";
  if (!item.empty()) {
    first += static_cast<std::size_t>(item.data() - part.data());
  } else if (involved) {
    last = first + involved->first();
  }
  // Opening and closing quotes around the whole name are no part of it.
  while (last - first > 6 && whole.substr(first, 3) == "“" && whole.substr(last - 3, 3) == "”") {
    first += 3;
    last -= 3;
  }
  name.funding = funding_of(phrase);
  name.body = unit_before(whole, begin, first);
  take_off_funding(whole, first, last);
  take_off_budget(whole, first, last);
  name.text = std::string(whole.substr(first, last - first));
  name.first = first;
  name.printed = printed(document_, text.glyphs(first, last));
  if (!is_coded) name.code = code_of(name.text, context);
  return name;
}

Name Names::from_title(const std::string& title, NameContext context) const {
  std::string text = text::normalised(title);
  std::size_t first = 0;
  std::size_t last = text.size();
  take_off(text, first, last);
  if (first < last) text = text.substr(first, last - first);
  const auto tail = expressions_.title_tail.find(text);
  if (tail && tail->first() > 0) text.resize(tail->first());
  return {.printed = text, .text = text, .code = code_of(text, context)};
}

}  // namespace mingxi::facts
