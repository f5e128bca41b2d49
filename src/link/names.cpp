#include "link/names.h"

#include "text/normalise.h"

namespace mingxi {
namespace {

std::string_view group_or_empty(const Match& match, int number) {
  return match.group(number).value_or(std::string_view());
}

/// A code without its scheme: 2… is functional, 3… economic.
std::string with_scheme(std::string_view code) {
  return (code.front() == '2' ? "functional:" : "economic:") + std::string(code);
}

}  // namespace

Names::Names(const Document& document, const Identity& identity, const Pack& pack)
    : document_(document), pack_(pack), publisher_(normalised(identity.publisher.value_or(""))) {}

bool Names::take_off_publisher(std::string_view text, std::size_t& first, std::size_t last) const {
  if (publisher_.empty()) return false;
  const std::string_view name = text.substr(first, last - first);
  if (name.starts_with(publisher_)) {
    first += publisher_.size();
    const auto tail = pack_.statements.get("publisher_tail").find(text.substr(first, last - first));
    if (tail) first += tail->last();
    return true;
  }
  return false;
}

void Names::take_off(std::string_view text, std::size_t& first, std::size_t& last) const {
  // The end first: 年初预算为 is all words of basis, but behind 年初 the word 预算 could be a name.
  const auto tail = pack_.statements.trailing->find(text.substr(first, last - first));
  if (tail) last = first + tail->first();
  for (bool again = true; again && first < last;) {
    again = false;
    const auto lead = pack_.statements.leading->find(text.substr(first, last - first));
    if (lead && lead->last() > 0) {
      first += lead->last();
      // 上年结转 is a name of its own, not 结转 of last year.
      if (pack_.statements.get("keep_carry_over").matches(text.substr(first, last - first))) {
        const auto year = pack_.statements.get("carry_over_year").find(text.substr(0, first));
        if (year) first = year->first();
        break;
      }
    }
    again = take_off_publisher(text, first, last);
  }
}

std::optional<std::string> Names::code_of(std::string_view name, NameContext context) const {
  const Classification& list = pack_.classification;
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
  if (auto code = functional()) return code;
  // 委托业务费财政拨款预算总额: the item stands before words of its funding.
  const auto core = pack_.statements.get("funded_item").find(name);
  if (core && core->group(1) && !core->group(1)->empty()) {
    if (auto code = list.economic(*core->group(1))) return "economic:" + *code;
  }
  return std::nullopt;
}

std::optional<Name> Names::path(const TracedText& text, std::size_t first,
                                std::size_t last) const {
  const std::string_view part = std::string_view(text.utf8()).substr(first, last - first);
  if (part.find(")") == std::string_view::npos) return std::nullopt;
  const Expression& expression = pack_.statements.get("path");
  std::optional<Name> result;
  std::size_t from = 0;
  while (const auto match = expression.find(part, from)) {
    from = match->last() > from ? match->last() : from + 1;
    const auto group = [&](const char* name) {
      return group_or_empty(*match, expression.group_number(name));
    };
    const std::string_view class_name = group("class");
    const std::string_view deepest =
        !group("item").empty() ? group("item") : !group("group").empty() ? group("group") : class_name;
    std::size_t start = first + static_cast<std::size_t>(deepest.data() - part.data());
    std::size_t end = start + deepest.size();
    std::size_t class_start = first + static_cast<std::size_t>(class_name.data() - part.data());
    std::size_t class_end = class_start + class_name.size();
    take_off(text.utf8(), class_start, class_end);
    const std::string_view class_only =
        std::string_view(text.utf8()).substr(class_start, class_end - class_start);
    if (deepest.data() == class_name.data()) {
      start = class_start;
      end = class_end;
    }
    if (start >= end) continue;
    Name name{.text = text.utf8().substr(start, end - start), .first = class_start};
    name.printed = printed(document_, text.glyphs(start, end));
    if (!group("class_code").empty()) {
      name.code = "functional:" + std::string(group("class_code")) +
                  std::string(group("group_code")) + std::string(group("item_code"));
    } else if (auto code = pack_.classification.functional_path(class_only, group("group"),
                                                                group("item"))) {
      name.code = "functional:" + *code;
    }
    result = name;
  }
  return result;
}

Name Names::read(const TracedText& text, std::size_t first, std::size_t last,
                 NameContext context) const {
  if (auto name = path(text, first, last)) {
    return *name;
  }
  const std::string_view whole = text.utf8();
  take_off(whole, first, last);
  if (first >= last) return {};
  Name name;
  std::string_view part = whole.substr(first, last - first);
  for (const char* form : {"code_behind", "code_before"}) {
    const Expression& expression = pack_.statements.get(form);
    const auto match = expression.find(part);
    if (!match) continue;
    const std::string_view core = group_or_empty(*match, expression.group_number("name"));
    name.code = with_scheme(group_or_empty(*match, expression.group_number("code")));
    first += static_cast<std::size_t>(core.data() - part.data());
    last = first + core.size();
    part = core;
    break;
  }
  const auto involved = pack_.statements.get("involved").find(part);
  if (involved) last = first + involved->first();
  // Opening and closing quotes around the whole name are no part of it.
  while (last - first > 6 && whole.substr(first, 3) == "“" && whole.substr(last - 3, 3) == "”") {
    first += 3;
    last -= 3;
  }
  name.text = std::string(whole.substr(first, last - first));
  name.first = first;
  name.printed = printed(document_, text.glyphs(first, last));
  if (!name.code) name.code = code_of(name.text, context);
  return name;
}

Name Names::from_title(const std::string& title, NameContext context) const {
  std::string text = normalised(title);
  std::size_t first = 0;
  std::size_t last = text.size();
  take_off(text, first, last);
  if (first < last) text = text.substr(first, last - first);
  const auto tail = pack_.statements.get("title_tail").find(text);
  if (tail && tail->first() > 0) text.resize(tail->first());
  return {.printed = text, .text = text, .code = code_of(text, context)};
}

}  // namespace mingxi
