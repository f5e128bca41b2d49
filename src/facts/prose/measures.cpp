// What the words before a figure make of it: a level, the base of a comparison, a change, a share,
// an execution rate.

#include "facts/prose/boundaries.h"
#include "facts/prose/paragraph.h"

namespace mingxi::facts {

/// A figure in percentage points is a change, whatever stands before it: 提高0.3个和1.2个百分点.
void ParagraphLinker::read_points(Reading& reading, const Window& words) {
  reading.measure = Measure::kChange;
  if (last_is_down_) negate(reading.quantity);
  read_change(reading, words, words.last);
}

/// What a verb before its name is said of goes on over a 、: 压减办公费8万元、差旅费4.3万元.
bool ParagraphLinker::read_further_deed(Reading& reading, const Window& before) {
  const std::string_view between = words(before.first, before.last);
  const bool goes_on = between.starts_with("、") || between.starts_with("和");
  const bool is_alike = reading.quantity.kind == UnitKind::kMoney;
  if (!last_is_deed_ || !goes_on || !is_alike) return false;
  Name name = name_in(before.first, before.last);
  if (name.empty()) return false;
  reading.subject = std::move(name);
  reading.measure = Measure::kChange;
  if (last_is_down_) negate(reading.quantity);
  compare(reading, {});
  return true;
}

void ParagraphLinker::read_level(Reading& reading, const Window& before, std::size_t next_figure) {
  const bool is_count = reading.quantity.kind == UnitKind::kCount;
  if (is_count) reading.subject = counted(reading, before, next_figure);
  if (reading.subject.empty()) reading.subject = name_or_topic(before.first, before.last);
  const bool is_counted_of = last_was_count_ && !item_.empty() &&
                             reading.quantity.kind == UnitKind::kMoney &&
                             reading.subject.text == carried_.frame.subject.text &&
                             time_.basis(words(before.first, before.last));
  if (is_counted_of) reading.subject = item_;
  if (is_count || is_target_) {
    reading.subject = done_to(without_verb(std::move(reading.subject)), before.first);
  }
  if (reading.doubt == Doubt::kNone) reading.doubt = doubt_of_name_before(reading, before);
  const bool is_topic =
      reading.subject.first == std::string::npos || reading.subject.first < before.first;
  read_time(reading, before);
  finish_level_basis(reading, before);
  if (is_topic && time_.is_final_account() && reading.basis == Basis::kActual) {
    // 支出预算为3万元，支出决算为4万元: the second figure is no budget.
    const auto tail = wording_.budget_tail.find(reading.subject.text);
    const std::size_t size = tail ? tail->last() - tail->first() : 0;
    if (tail && tail->first() > 0 && reading.subject.printed.size() > size) {
      reading.subject.text.resize(tail->first());
      reading.subject.printed.resize(reading.subject.printed.size() - size);
    }
  }
}

/// The period of a level, and whether it is of a date or of a plan.
void ParagraphLinker::read_time(Reading& reading, const Window& before) {
  const std::size_t first = begin_of_time(before.first);
  const std::string said = words_of_time({first, before.last}, reading.subject);
  const bool is_money = reading.quantity.kind == UnitKind::kMoney;
  const bool can_stand = !is_money || wording_.stock.matches(reading.subject.text);
  auto period = time_.period(said);
  if (!period) period = time_.end_of_plan(words(first, before.last));
  const bool is_reason = wording_.clause_of_reason.matches(said);
  if (const auto year = is_reason ? std::nullopt : time_.as_of(said)) {
    as_of_ = carried_.as_of = year;
    is_planned_ = false;
  } else if (wording_.planned_now.matches(said)) {
    as_of_.reset();
    carried_.as_of.reset();
    is_planned_ = is_planned_ || !is_money;
  } else if (!as_of_ && !period && !is_planned_ && can_stand) {
    as_of_ = carried_.as_of;
  }
  if (is_target_ && !period) period = horizon_;
  const Level* last = levels_.last();
  const bool goes_on = !is_money && last != nullptr && last->sentence == sentence_;
  if (as_of_) {
    reading.period = *as_of_;
  } else if (period) {
    reading.period = *period;
  } else if ((in_list_ || goes_on || !outer_.empty()) && carried_.frame.period != 0) {
    reading.period = carried_.frame.period;
  }
}

/// Where the words that can date a figure begin: a year in the title of an item is a part of its
/// name, unless the title begins with it.
std::size_t ParagraphLinker::begin_of_time(std::size_t first) const {
  if (first >= item_end_) return first;
  const auto numbering = wording_.numbering.find(text());
  const std::size_t title = numbering ? numbering->last() : 0;
  const bool is_dated = wording_.period.pattern.find(text().substr(title)) &&
                        wording_.period.pattern.find(text().substr(title))->first() == 0;
  return is_dated ? first : item_end_;
}

/// The words that can date a figure: a year within its name is a part of the name.
std::string ParagraphLinker::words_of_time(const Window& window, const Name& subject) const {
  std::string said(plain_words(window.first, window.last));
  const std::size_t end = subject.first + subject.text.size();
  const bool is_here = subject.first != std::string::npos && subject.first >= window.first &&
                       end <= window.last && words(subject.first, end) == subject.text;
  if (is_here) said.replace(subject.first - window.first, subject.text.size(), " ");
  return said;
}

/// 到2030年 holds up to the full stop for all that shall be reached.
void ParagraphLinker::read_horizon(std::string_view gap) {
  constexpr std::string_view kStop = "。";
  const std::size_t stop = gap.rfind(kStop);
  if (stop != std::string_view::npos) {
    horizon_.reset();
    gap.remove_prefix(stop + kStop.size());
  }
  if (!wording_.horizon.in(gap).empty()) horizon_ = time_.period(gap);
}

/// The basis of a level: said, or of the date, or of the kind of thing it is.
void ParagraphLinker::finish_level_basis(Reading& reading, const Window& before) {
  const std::size_t phrase = phrase_start(text(), before.first, before.last);
  const std::string_view said = words(phrase, before.last);
  const std::string_view clause = words(before.first, before.last);
  const bool is_money = reading.quantity.kind == UnitKind::kMoney;
  const bool is_count = reading.quantity.kind == UnitKind::kCount;
  // People and things have no budget of their own: 本年预算数的实有人员72人.
  const auto basis = is_count ? std::nullopt : time_.basis(said);
  if (basis) {
    reading.basis = *basis;
  } else if (as_of_) {
    reading.basis = Basis::kActual;
  } else if (is_target_ && wording_.existing.matches(said)) {
    reading.basis = Basis::kActual;
  } else if (is_target_ && clause.find("预算") == std::string_view::npos) {
    const bool is_past = reading.period < time_.fiscal_year();
    reading.basis = is_past ? Basis::kActual : Basis::kTarget;
  } else if (time_.is_final_account() && in_list_ && is_money && list_basis_) {
    reading.basis = *list_basis_;
  } else if (!time_.is_final_account() && reading.quantity.kind != UnitKind::kNone) {
    // What stands among the parts of a budget is budgeted: 上年实户资金余额 of 预算收入.
    const bool is_budgeted = in_list_ && carried_.frame.basis == Basis::kBudget &&
                             !wording_.stock.matches(carried_.frame.whole.text);
    const bool stands = !is_budgeted && wording_.stock.matches(reading.subject.text);
    const bool is_person = is_count && wording_.people.matches(reading.quantity.unit);
    const bool planned = is_planned_ || wording_.planned.matches(clause) ||
                         wording_.planned_thing.matches(reading.subject.text);
    const bool is_planned_event =
        wording_.planned.matches(said) || wording_.planned_now.matches(clause);
    if (is_person && !is_planned_event) {
      reading.basis = counts_.value_or(Basis::kActual);
    } else if (is_money) {
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
    reading.basis =
        comparison->relative_to == Base(Basis::kAdjusted) ? Basis::kAdjusted : Basis::kBudget;
  }
  if (wording_.stock.matches(reading.subject.text)) reading.basis = Basis::kActual;
}

void ParagraphLinker::read_change(Reading& reading, const Window& before, std::size_t direction) {
  const std::string_view said = plain_words(before.first, direction);
  Name own;
  std::size_t own_end = direction;
  if (const auto found = time_.comparison(said)) {
    const std::size_t after = before.first + found->last;
    // 与2023年度相比，收入支出总计减少: the name is after the comparison.
    if (words(after, direction).find("，") != std::string_view::npos || found->same_time) {
      own = name_in(after, direction);
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
  } else if (!is_count && last_was_count_ && !item_.empty()) {
    reading.subject = item_;  // 公务用车购置费36万元，购置2辆，较上年增加36万元
    reading.subject.from = SubjectFrom::kTopic;
  } else {
    reading.subject = changed_after_list(reading, direction);
    if (is_count) reading.doubt = Doubt::kNotRead;  // 6辆 of a sum of money
    if (reading.subject.empty()) {
      reading.subject = topic_before(before.first, phrase_start(text(), before.first, own_end));
    }
  }
  compare(reading, said);
  const Comparison comparison = comparison_.value_or(time_.year_before());
  if (as_of_ && own.empty() && !is_count) {
    // 2024年末资产总额…，比上年增加: the year before is counted from the date.
    reading.period = *as_of_;
    if (comparison.relative_to == time_.year_before().relative_to) {
      reading.relative_to = *as_of_ - 1;
    }
  }
  if (carried_.frame.basis == Basis::kActual && wording_.stock.matches(reading.subject.text)) {
    reading.basis = Basis::kActual;
  }
  if (is_target_) reading.basis = Basis::kTarget;
  changed_in_ = sentence_;
}

/// What a change is measured against: as its words say, else as the change before it.
void ParagraphLinker::compare(Reading& reading, std::string_view said) {
  const auto found = time_.comparison(said);
  if (found && (!found->same_time || !comparison_)) comparison_ = found;
  const Comparison comparison = comparison_.value_or(time_.year_before());
  reading.relative_to = comparison.relative_to;
  reading.relative_basis = comparison.basis;
}

/// 完成年初预算的89.5%, or 执行率97% of the budget that the sentence names.
void ParagraphLinker::read_execution(Reading& reading, const Window& before, std::size_t at,
                                     std::optional<std::string_view> named) {
  reading.subject = name_or_topic(before.first, at);
  reading.basis = Basis::kActual;
  std::optional<Basis> of;
  if (named) {
    of = budget_named(*named);
  } else {
    of = time_.basis(words(phrase_start(text(), before.first, at), before.last));
    const bool is_said = of == Basis::kAdjusted || of == Basis::kBudget;
    if (!is_said) of = budget_;
  }
  reading.relative_to = of == Basis::kAdjusted ? Basis::kAdjusted : Basis::kBudget;
}

void ParagraphLinker::read_share(Reading& reading, const Window& before, std::size_t at,
                                 std::string_view whole) {
  reading.subject = name_or_topic(before.first, at);
  if (!whole.empty()) {
    const std::size_t first = offset_of(whole);
    const Name name = names_.read(paragraph_->text, first, first + whole.size(), carried_.context,
                                  carried_.place);
    reading.relative_to = name.empty() ? std::string(whole) : name.printed;
    // The shares after it that name no whole are of the same.
    if (!name.empty() && name.text != reading.subject.text) carried_.frame.whole = name;
  } else if (auto of = whole_of(reading.subject); of && !of->empty()) {
    reading.relative_to = *std::move(of);
  }
  reading.basis = is_target_ ? Basis::kTarget : carried_.frame.basis;
  if (carried_.frame.period != 0) reading.period = carried_.frame.period;
}

/// A figure that a clause of several binds: 完成预算8.00万元的70%, 由80万元增加到88万元.
void ParagraphLinker::read_clause(const ClauseReading& clause, const Quantity& quantity,
                                  const Window& before, std::size_t next_figure) {
  const patterns::ClauseRole& role = *clause.role;
  const bool begins_here = clause.is_first && clause.first >= before.first;
  const Window named{before.first, begins_here ? clause.first : before.first};
  Reading reading{.rule = clause.rule->id,
                  .measure = role.measure,
                  .period = time_.fiscal_year(),
                  .basis = time_.is_final_account() ? Basis::kActual : Basis::kBudget,
                  .quantity = quantity,
                  .quote_first = phrase_start(text(), before.first, quantity.first),
                  .quote_last = quantity.last};
  reading.subject = changed_in_order(clause);
  const bool is_open = reading.subject.empty();
  if (is_open && clause.name) {
    reading.subject = names_.read(paragraph_->text, clause.name->first, clause.name->last,
                                  carried_.context, carried_.place);
  } else if (is_open && begins_here && !role.has_subject_of_last) {
    reading.subject = name_or_topic(named.first, named.last);
  }
  if (reading.subject.empty()) reading.subject = carried_.frame.subject;

  if (role.measure == Measure::kChange) {
    if (quantity.kind == UnitKind::kPercent) reading.measure = Measure::kChangeRate;
    last_is_down_ = clause.is_down;
    last_is_deed_ = clause.name.has_value();
    if (last_is_down_) negate(reading.quantity);
    compare(reading, plain_words(named.first, named.last));
    if (clause.basis && time_.is_final_account()) {
      const Basis of =
          time_.basis(words(clause.basis->first, clause.basis->last)).value_or(Basis::kBudget);
      reading.relative_to = of == Basis::kAdjusted ? Basis::kAdjusted : Basis::kBudget;
      reading.relative_basis.reset();
    }
    changed_in_ = sentence_;
    if (is_target_) reading.basis = Basis::kTarget;
  } else if (role.measure == Measure::kExecutionRate) {
    reading.basis = Basis::kActual;
    const auto basis =
        clause.basis ? budget_named(words(clause.basis->first, clause.basis->last)) : budget_;
    reading.relative_to = basis == Basis::kAdjusted ? Basis::kAdjusted : Basis::kBudget;
  } else {
    read_bound_level(reading, clause, before);
  }
  emit(reading);
  floor_ = std::max(floor_, std::min(next_figure, quantity.last));
}

void ParagraphLinker::read_bound_level(Reading& reading, const ClauseReading& clause,
                                       const Window& before) {
  if (clause.role->role == patterns::StatementRole::kBase) {
    reading.is_base = true;
    const std::string_view said = plain_words(before.first, before.last);
    reading.period = time_.period(said).value_or(time_.year_before().year().value_or(0));
    const bool is_money = reading.quantity.kind == UnitKind::kMoney;
    const bool is_budgeted = is_money && !time_.is_final_account();
    reading.basis = time_.basis(said).value_or(is_budgeted ? Basis::kBudget : Basis::kActual);
    return;
  }
  read_time(reading, before);
  finish_level_basis(reading, before);
  if (!clause.basis) return;
  if (const auto basis = time_.basis(words(clause.basis->first, clause.basis->last)))
    reading.basis = *basis;
}

}  // namespace mingxi::facts
