// From left to right: the words before each figure, back to the figure before it or to the start of
// the sentence, tell what it is. What they leave open comes from the frame: the subject and the
// whole named last. Brackets keep the frame outside them; 其中 makes the level before it the whole.

#include "link/paragraph.h"

#include <algorithm>

#include "link/cuts.h"

namespace mingxi {
namespace {

constexpr std::size_t kWordsBefore = 360;  // bytes that a rule may look at: 120 characters
constexpr std::size_t kWordsBehind = 90;
constexpr std::size_t kLongestLeadIn = 400;  // bytes; a longer text without a figure names no topic

}  // namespace

ParagraphLinker::ParagraphLinker(const Document& document, const Layout& layout,
                                 const StatementRules& rules, const Names& names, const Time& time,
                                 Carried& carried, Statements& into)
    : document_(document),
      layout_(layout),
      rules_(rules),
      wording_(rules.wording),
      names_(names),
      time_(time),
      carried_(carried),
      into_(into) {}

void ParagraphLinker::begin() {
  const int section = paragraph_->section;
  if (section != carried_.section) {
    carried_.section = section;
    carried_.frame = {};
    if (section >= 0) {
      const std::string& title = layout_.sections[static_cast<std::size_t>(section)].title;
      if (wording_.functional_context.matches(title)) carried_.context = NameContext::kFunctional;
      if (wording_.economic_context.matches(title)) carried_.context = NameContext::kEconomic;
      carried_.frame.subject = names_.from_title(title, carried_.context);
    }
  }
  if (wording_.functional_context.matches(text())) carried_.context = NameContext::kFunctional;
  if (wording_.economic_context.matches(text())) carried_.context = NameContext::kEconomic;
  if (const std::string_view title = wording_.run_in.in(text()); !title.empty()) {
    const std::size_t first = offset_of(title);
    Name name = names_.read(paragraph_->text, first, first + title.size(), carried_.context,
                            carried_.place);
    const auto tail = wording_.title_tail.find(name.text);
    if (tail && tail->first() > 0) {
      name = names_.read(paragraph_->text, name.first, name.first + tail->first(), carried_.context,
                         carried_.place);
    }
    if (!name.empty()) carried_.frame.subject = name;
  }
}

void ParagraphLinker::read(const Paragraph& paragraph, const std::vector<Quantity>& quantities) {
  paragraph_ = &paragraph;
  const bool says_nothing = quantities.empty() && text().size() > kLongestLeadIn;
  if (says_nothing && !wording_.no_change.matches(text())) return;
  floor_ = read_to_ = 0;
  outer_.clear();
  comparison_.reset();
  counts_.reset();
  last_was_count_ = false;
  as_of_.reset();
  in_list_ = false;
  is_target_ = false;
  changed_in_ = std::string::npos;
  begin();
  for (std::size_t i = 0; i < quantities.size(); ++i) {
    if (quantities[i].names_a_class) continue;
    if (quantities[i].first < floor_) continue;
    read_no_changes(quantities[i].first);
    advance(quantities[i].first);
    const std::size_t next = i + 1 < quantities.size() ? quantities[i + 1].first : text().size();
    read_quantity(quantities[i], next);
  }
  read_no_changes(text().size());
  advance(text().size());
}

/// Takes note of the words up to `to`: brackets, ends of sentences, 其中, paths.
void ParagraphLinker::advance(std::size_t to) {
  if (to <= read_to_) return;
  const std::string_view gap = words(read_to_, to);
  const BracketBalance balance = bracket_balance(gap);
  for (int i = 0; i < balance.closed && !outer_.empty(); ++i) {
    carried_.frame = outer_.back();
    outer_.pop_back();
    in_list_ = false;
  }
  const bool sentence_ended = gap.find("。") != std::string_view::npos;
  if (sentence_ended) counts_.reset();
  if (sentence_ended && in_list_) {
    // What follows a list without a name of its own is of the whole again.
    if (!carried_.frame.whole.empty()) carried_.frame.subject = carried_.frame.whole;
    in_list_ = false;
  }
  if (auto path = names_.path(paragraph_->text, read_to_, to, carried_.place))
    carried_.frame.subject = *path;
  for (int i = 0; i < balance.opened; ++i) {
    outer_.push_back(carried_.frame);
    carried_.frame.whole = carried_.frame.subject;
  }
  if (wording_.whole_marker.matches(gap)) {
    const bool nested = in_list_ || sentence_ended || read_to_ == 0;
    if (!nested || carried_.frame.whole.empty()) carried_.frame.whole = carried_.frame.subject;
    in_list_ = true;
  }
  if (auto year = time_.as_of(gap)) as_of_ = year;
  if (wording_.target_label.matches(gap)) is_target_ = true;
  read_to_ = to;
}

void ParagraphLinker::read_quantity(const Quantity& quantity, std::size_t next_figure) {
  std::size_t first = sentence_start(text(), floor_, quantity.first);
  if (quantity.first - first > kWordsBefore) {
    first = quantity.first - kWordsBefore;
    while ((static_cast<unsigned char>(text()[first]) & 0xC0) == 0x80) ++first;
  }
  const std::string_view before = words(first, quantity.first);
  std::size_t end = std::min(text().size(), quantity.last + kWordsBehind);
  while (end < text().size() && (static_cast<unsigned char>(text()[end]) & 0xC0) == 0x80) ++end;
  const std::string_view behind = words(quantity.last, end);
  for (const StatementRule& rule : rules_.rules) {
    if (std::find(rule.kinds.begin(), rule.kinds.end(), quantity.kind) == rule.kinds.end())
      continue;
    const auto match = rule.before.find(before);
    if (!match || (rule.unless && rule.unless->matches(before))) continue;
    if (rule.after && !rule.after->matches(behind)) continue;
    read_by(rule, *match, quantity, {first, quantity.first}, next_figure);
    return;
  }
}

void ParagraphLinker::read_by(const StatementRule& rule, const Match& match,
                              const Quantity& quantity, const Window& before,
                              std::size_t next_figure) {
  const std::size_t start = before.first;
  Reading reading{.rule = rule.id,
                  .measure = rule.measure,
                  .period = time_.fiscal_year(),
                  .basis = time_.is_final_account() ? Basis::kActual : Basis::kBudget,
                  .quantity = quantity,
                  .quote_first = phrase_start(text(), start, quantity.first),
                  .quote_last = quantity.last};
  const auto group = [&](int number) { return number < 0 ? std::nullopt : match.group(number); };
  if (rule.role == StatementRole::kBase) {
    read_base(reading, before);
  } else if (rule.measure == Measure::kChange) {
    const bool percent = quantity.kind == UnitKind::kPercent;
    if (percent) reading.measure = Measure::kChangeRate;
    if (group(rule.down) && !reading.quantity.value.is_zero()) {
      reading.quantity.value = quantity.value.negated();
      if (quantity.value_high) reading.quantity.value_high = quantity.value_high->negated();
      if (quantity.amount_yuan) reading.quantity.amount_yuan = quantity.amount_yuan->negated();
    }
    read_change(reading, before, start + match.first());
  } else if (rule.measure == Measure::kShare) {
    read_share(reading, before, start + match.first(), group(rule.whole).value_or(""));
  } else if (rule.measure == Measure::kExecutionRate) {
    reading.subject = name_or_topic(start, start + match.first());
    reading.basis = Basis::kActual;
    const std::string_view named = group(rule.basis).value_or("");
    reading.relative_to = time_.basis(named) == Basis::kAdjusted ? "adjusted" : "budget";
  } else {
    read_level(reading, before, next_figure);
    if (rule.role == StatementRole::kTargetBound && reading.basis == Basis::kTarget &&
        quantity.bound == Bound::kEqual) {
      reading.quantity.bound = Bound::kAtLeast;
    }
  }
  find_slips(reading, match, rule);
  emit(reading);
}

void ParagraphLinker::emit(Reading& reading) {
  if (reading.measure == Measure::kLevel) {
    last_was_count_ = reading.quantity.kind == UnitKind::kCount;
  }
  // 主要用于经批准购置的5辆公务用车 is told in passing: what follows is of the subject before it.
  const bool in_passing = reading.quantity.kind == UnitKind::kCount &&
                          wording_.aside.matches(words(reading.quote_first, reading.quantity.last));
  if (reading.subject.first != std::string::npos && reading.subject.first < reading.quote_first &&
      reading.quantity.first - reading.subject.first < kWordsBefore &&
      reading.subject.first >= floor_) {
    reading.quote_first = reading.subject.first;
  }
  if (!in_passing) carried_.frame.subject = reading.subject;
  if (reading.measure == Measure::kLevel && !reading.is_base) {
    carried_.frame.period = reading.period;
    carried_.frame.basis = reading.basis;
    keep_first_level(reading.subject);
  }
  into_.facts.push_back(fact_from(reading, *paragraph_, document_));
  floor_ = std::max(floor_, reading.quantity.last);
}

void ParagraphLinker::read_level(Reading& reading, const Window& before, std::size_t next_figure) {
  const bool is_count = reading.quantity.kind == UnitKind::kCount;
  if (is_count) reading.subject = counted(before, reading.quantity, next_figure);
  if (reading.subject.empty()) reading.subject = name_or_topic(before.first, before.last);
  const std::string_view said = words(before.first, before.last);
  const auto period = time_.period(said);
  if (const auto year = time_.as_of(said)) {
    as_of_ = year;
  } else if (wording_.planned_now.matches(said)) {
    as_of_.reset();
  }
  if (as_of_) {
    reading.period = *as_of_;
  } else if (period) {
    reading.period = *period;
  } else if (in_list_ && carried_.frame.period != 0) {
    reading.period = carried_.frame.period;
  }
  finish_level_basis(reading, before);
}

/// The basis of a level: said, or of the date, or of the kind of thing it is.
void ParagraphLinker::finish_level_basis(Reading& reading, const Window& before) {
  const std::size_t phrase = phrase_start(text(), before.first, before.last);
  const std::string_view said = words(phrase, before.last);
  const std::string_view clause = words(before.first, before.last);
  const bool is_money = reading.quantity.kind == UnitKind::kMoney;
  if (const auto basis = time_.basis(said)) {
    reading.basis = *basis;
  } else if (as_of_) {
    reading.basis = Basis::kActual;
  } else if (is_target_ && clause.find("预算") == std::string_view::npos) {
    reading.basis = Basis::kTarget;
  } else if (!time_.is_final_account() && reading.quantity.kind != UnitKind::kNone) {
    const bool stands = wording_.standing.matches(reading.subject.text);
    const bool planned =
        wording_.planned.matches(clause) || wording_.planned.matches(reading.subject.text);
    if (is_money) {
      reading.basis = stands && !planned ? Basis::kActual : Basis::kBudget;
    } else if (planned) {
      reading.basis = Basis::kBudget;
    } else {
      reading.basis = counts_.value_or(Basis::kActual);
    }
  }
  if (!is_money) counts_ = reading.basis;
}

void ParagraphLinker::read_base(Reading& reading, const Window& before) {
  const auto comparison = time_.comparison(words(before.first, before.last));
  if (!comparison) return;
  comparison_ = comparison;
  reading.is_base = true;
  reading.subject = name_or_topic(before.first, before.first + comparison->first);
  if (const auto year = comparison->year()) {
    reading.period = *year;
    reading.basis = comparison->basis.value_or(reading.basis);
  } else {
    reading.basis = comparison->relative_to == "adjusted" ? Basis::kAdjusted : Basis::kBudget;
  }
  if (wording_.standing.matches(reading.subject.text)) reading.basis = Basis::kActual;
}

void ParagraphLinker::read_change(Reading& reading, const Window& before, std::size_t direction) {
  const std::string_view said = words(before.first, direction);
  Name own;
  std::size_t own_end = direction;
  if (const auto found = time_.comparison(said)) {
    if (!found->same_time || !comparison_) comparison_ = found;
    const std::size_t behind = before.first + found->last;
    // 与2023年度相比，收入支出总计减少: the name stands behind the comparison.
    if (words(behind, direction).find("，") != std::string_view::npos || found->same_time) {
      own = name_in(behind, direction);
    }
    if (own.empty()) own_end = before.first + found->first;
  }
  if (own.empty()) own = name_in(before.first, own_end);
  const bool is_count = reading.quantity.kind == UnitKind::kCount;
  if (is_count) reading.basis = Basis::kActual;
  if (!own.empty()) {
    reading.subject = with_attributes(own, before.first);
  } else if (is_count && !last_was_count_ && wording_.people.matches(reading.quantity.unit)) {
    reading.subject = {.printed = "人员", .text = "人员"};
  } else {
    reading.subject = topic_before(before.first, phrase_start(text(), before.first, own_end));
  }
  const Comparison comparison = comparison_.value_or(time_.year_before());
  reading.relative_to = comparison.relative_to;
  reading.relative_basis = comparison.basis;
  if (as_of_ && own.empty() && !is_count) {
    // 2024年末资产总额…，比上年增加: the year before is counted from the date.
    reading.period = *as_of_;
    if (comparison.relative_to == time_.year_before().relative_to) {
      reading.relative_to = std::to_string(*as_of_ - 1);
    }
  }
  if (carried_.frame.basis == Basis::kActual && wording_.standing.matches(reading.subject.text)) {
    reading.basis = Basis::kActual;
  }
  if (is_target_) reading.basis = Basis::kTarget;
  changed_in_ = sentence_start(text(), 0, before.last);
}

void ParagraphLinker::read_share(Reading& reading, const Window& before, std::size_t at,
                                 std::string_view whole) {
  reading.subject = name_or_topic(before.first, at);
  if (!whole.empty()) {
    const std::size_t first = offset_of(whole);
    const Name name = names_.read(paragraph_->text, first, first + whole.size(), carried_.context,
                                  carried_.place);
    reading.relative_to = name.empty() ? std::string(whole) : name.printed;
    // The shares behind it that name no whole are of the same.
    if (!name.empty() && name.text != reading.subject.text) carried_.frame.whole = name;
  } else {
    reading.relative_to = whole_of(reading.subject);
  }
  reading.basis = carried_.frame.basis;
  if (carried_.frame.period != 0) reading.period = carried_.frame.period;
}

}  // namespace mingxi
