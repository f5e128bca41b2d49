// What the words before a figure make of it: a level, the base of a comparison, a change, a share,
// an execution rate.

#include "facts/prose/boundaries.h"
#include "facts/prose/paragraph.h"

namespace mingxi::facts {

/// A figure in percentage points is a change, whatever comes before it: 提高0.3个和1.2个百分点.
void ParagraphLinker::read_points(StatementDraft& draft, const Window& words) {
  draft.measure = Measure::kChange;
  if (last_is_down_) negate(draft.quantity);
  read_change(draft, words, words.last);
}

/// What a verb before its name is said of goes on over a 、: 压减办公费8万元、差旅费4.3万元.
bool ParagraphLinker::read_further_action(StatementDraft& draft, const Window& before) {
  const std::string_view between = words(before.first, before.last);
  const bool goes_on = between.starts_with("、") || between.starts_with("和");
  const bool is_alike = draft.quantity.kind == UnitKind::kMoney;
  if (!last_is_action_ || !goes_on || !is_alike) return false;
  Name name = name_in(before.first, before.last);
  if (name.empty()) return false;
  draft.subject = std::move(name);
  draft.measure = Measure::kChange;
  if (last_is_down_) negate(draft.quantity);
  compare(draft, {});
  return true;
}

void ParagraphLinker::read_level(StatementDraft& draft, const Window& before,
                                 std::size_t next_figure) {
  const bool is_count = draft.quantity.kind == UnitKind::kCount;
  if (is_count) draft.subject = counted(draft, before, next_figure);
  if (draft.subject.empty()) draft.subject = name_or_topic(before.first, before.last);
  const bool is_counted_of = last_was_count_ && !item_.empty() &&
                             draft.quantity.kind == UnitKind::kMoney &&
                             draft.subject.text == carried_.frame.subject.text &&
                             time_.basis(words(before.first, before.last));
  if (is_counted_of) draft.subject = item_;
  if (is_count || is_target_) {
    draft.subject = done_to(without_verb(std::move(draft.subject)), before.first);
  }
  if (draft.doubt == Doubt::kNone) draft.doubt = doubt_of_name_before(draft, before);
  const bool is_topic =
      draft.subject.first == std::string::npos || draft.subject.first < before.first;
  read_time(draft, before);
  finish_level_basis(draft, before);
  if (is_topic && time_.is_final_account() && draft.basis == Basis::kActual) {
    // 支出预算为3万元，支出决算为4万元: the second figure is no budget.
    const auto tail = expressions_.budget_tail.find(draft.subject.text);
    const std::size_t size = tail ? tail->last() - tail->first() : 0;
    if (tail && tail->first() > 0 && draft.subject.printed.size() > size) {
      draft.subject.text.resize(tail->first());
      draft.subject.printed.resize(draft.subject.printed.size() - size);
    }
  }
}

/// The period of a level, and whether it is of a date or of a plan.
void ParagraphLinker::read_time(StatementDraft& draft, const Window& before) {
  const std::size_t first = begin_of_time(before.first);
  const std::string said = words_of_time({first, before.last}, draft.subject);
  const bool is_money = draft.quantity.kind == UnitKind::kMoney;
  const bool can_be_stock = !is_money || expressions_.stock.matches(draft.subject.text);
  auto period = time_.period(said);
  if (!period) period = time_.end_of_plan(words(first, before.last));
  const bool is_reason = expressions_.clause_of_reason.matches(said);
  if (const auto year = is_reason ? std::nullopt : time_.as_of(said)) {
    as_of_ = carried_.as_of = year;
    is_planned_ = false;
  } else if (expressions_.planned_now.matches(said)) {
    as_of_.reset();
    carried_.as_of.reset();
    is_planned_ = is_planned_ || !is_money;
  } else if (!as_of_ && !period && !is_planned_ && can_be_stock) {
    as_of_ = carried_.as_of;
  }
  if (is_target_ && !period) period = horizon_;
  const Level* last = levels_.last();
  const bool goes_on = !is_money && last != nullptr && last->sentence == sentence_;
  if (as_of_) {
    draft.period = *as_of_;
  } else if (period) {
    draft.period = *period;
  } else if ((in_list_ || goes_on || !outer_.empty()) && carried_.frame.period != 0) {
    draft.period = carried_.frame.period;
  }
}

/// Where the words that can date a figure begin: a year in the title of an item is a part of its
/// name, unless the title begins with it.
std::size_t ParagraphLinker::begin_of_time(std::size_t first) const {
  if (first >= item_end_) return first;
  const auto numbering = expressions_.numbering.find(text());
  const std::size_t title = numbering ? numbering->last() : 0;
  const bool is_dated = expressions_.period.pattern.find(text().substr(title)) &&
                        expressions_.period.pattern.find(text().substr(title))->first() == 0;
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
  if (!expressions_.horizon.in(gap).empty()) horizon_ = time_.period(gap);
}

/// The basis of a level: said, or of the date, or of the kind of thing it is.
void ParagraphLinker::finish_level_basis(StatementDraft& draft, const Window& before) {
  const std::size_t phrase = phrase_start(text(), before.first, before.last);
  const std::string_view said = words(phrase, before.last);
  const std::string_view clause = words(before.first, before.last);
  const bool is_money = draft.quantity.kind == UnitKind::kMoney;
  const bool is_count = draft.quantity.kind == UnitKind::kCount;
  // People and things have no budget of their own: 本年预算数的实有人员72人.
  const auto basis = is_count ? std::nullopt : time_.basis(said);
  if (basis) {
    draft.basis = *basis;
  } else if (as_of_) {
    draft.basis = Basis::kActual;
  } else if (is_target_ && expressions_.existing.matches(said)) {
    draft.basis = Basis::kActual;
  } else if (is_target_ && clause.find("预算") == std::string_view::npos) {
    const bool is_past = draft.period < time_.fiscal_year();
    draft.basis = is_past ? Basis::kActual : Basis::kTarget;
  } else if (time_.is_final_account() && in_list_ && is_money && list_basis_) {
    draft.basis = *list_basis_;
  } else if (!time_.is_final_account() && draft.quantity.kind != UnitKind::kNone) {
    // What is among the parts of a budget is budgeted: 上年实户资金余额 of 预算收入.
    const bool is_budgeted = in_list_ && carried_.frame.basis == Basis::kBudget &&
                             !expressions_.stock.matches(carried_.frame.whole.text);
    const bool stands = !is_budgeted && expressions_.stock.matches(draft.subject.text);
    const bool is_person = is_count && expressions_.people.matches(draft.quantity.unit);
    const bool planned = is_planned_ || expressions_.planned.matches(clause) ||
                         expressions_.planned_thing.matches(draft.subject.text);
    const bool is_planned_event =
        expressions_.planned.matches(said) || expressions_.planned_now.matches(clause);
    if (is_person && !is_planned_event) {
      draft.basis = counts_.value_or(Basis::kActual);
    } else if (is_money) {
      draft.basis = stands && !planned ? Basis::kActual : Basis::kBudget;
    } else if (planned) {
      draft.basis = Basis::kBudget;
    } else {
      draft.basis = counts_.value_or(Basis::kActual);
    }
  }
  if (!is_money) counts_ = draft.basis;
}

void ParagraphLinker::read_base(StatementDraft& draft, const Window& before) {
  const auto comparison = time_.comparison(words(before.first, before.last));
  if (!comparison) return;
  comparison_ = comparison;
  draft.is_base = true;
  draft.subject = name_or_topic(before.first, before.first + comparison->first);
  if (const auto year = comparison->year()) {
    draft.period = *year;
    draft.basis = comparison->basis.value_or(draft.basis);
  } else {
    draft.basis =
        comparison->relative_to == Base(Basis::kAdjusted) ? Basis::kAdjusted : Basis::kBudget;
  }
  if (expressions_.stock.matches(draft.subject.text)) draft.basis = Basis::kActual;
}

void ParagraphLinker::read_change(StatementDraft& draft, const Window& before,
                                  std::size_t direction) {
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
  const bool is_count = draft.quantity.kind == UnitKind::kCount;
  if (is_count) draft.basis = Basis::kActual;
  if (!own.empty()) {
    draft.subject = with_attributes(own, before.first);
  } else if (is_count && !last_was_count_ && expressions_.people.matches(draft.quantity.unit)) {
    draft.subject = {.printed = "人员", .text = "人员"};
  } else if (!is_count && last_was_count_ && !item_.empty()) {
    draft.subject = item_;  // 公务用车购置费36万元，购置2辆，较上年增加36万元
    draft.subject.from = SubjectFrom::kTopic;
  } else {
    draft.subject = changed_after_list(draft, direction);
    if (is_count) draft.doubt = Doubt::kNotRead;  // 6辆 of a sum of money
    if (draft.subject.empty()) {
      draft.subject = topic_before(before.first, phrase_start(text(), before.first, own_end));
    }
  }
  compare(draft, said);
  const Comparison comparison = comparison_.value_or(time_.year_before());
  if (as_of_ && own.empty() && !is_count) {
    // 2024年末资产总额…，比上年增加: the year before is counted from the date.
    draft.period = *as_of_;
    if (comparison.relative_to == time_.year_before().relative_to) {
      draft.relative_to = *as_of_ - 1;
    }
  }
  if (carried_.frame.basis == Basis::kActual && expressions_.stock.matches(draft.subject.text)) {
    draft.basis = Basis::kActual;
  }
  if (is_target_) draft.basis = Basis::kTarget;
  changed_in_ = sentence_;
}

/// What a change is measured against: as its words say, else as the change before it.
void ParagraphLinker::compare(StatementDraft& draft, std::string_view said) {
  const auto found = time_.comparison(said);
  if (found && (!found->same_time || !comparison_)) comparison_ = found;
  const Comparison comparison = comparison_.value_or(time_.year_before());
  draft.relative_to = comparison.relative_to;
  draft.relative_basis = comparison.basis;
}

/// 完成年初预算的89.5%, or 执行率97% of the budget that the sentence names.
void ParagraphLinker::read_execution(StatementDraft& draft, const Window& before, std::size_t at,
                                     std::optional<std::string_view> named) {
  draft.subject = name_or_topic(before.first, at);
  draft.basis = Basis::kActual;
  std::optional<Basis> of;
  if (named) {
    of = budget_named(*named);
  } else {
    of = time_.basis(words(phrase_start(text(), before.first, at), before.last));
    const bool is_said = of == Basis::kAdjusted || of == Basis::kBudget;
    if (!is_said) of = budget_;
  }
  draft.relative_to = of == Basis::kAdjusted ? Basis::kAdjusted : Basis::kBudget;
}

void ParagraphLinker::read_share(StatementDraft& draft, const Window& before, std::size_t at,
                                 std::string_view whole) {
  draft.subject = name_or_topic(before.first, at);
  if (!whole.empty()) {
    const std::size_t first = offset_of(whole);
    const Name name = names_.read(paragraph_->text, first, first + whole.size(), carried_.context,
                                  carried_.place);
    draft.relative_to = name.empty() ? std::string(whole) : name.printed;
    // The shares after it that name no whole are of the same.
    if (!name.empty() && name.text != draft.subject.text) carried_.frame.whole = name;
  } else if (auto of = whole_of(draft.subject); of && !of->empty()) {
    draft.relative_to = *std::move(of);
  }
  draft.basis = is_target_ ? Basis::kTarget : carried_.frame.basis;
  if (carried_.frame.period != 0) draft.period = carried_.frame.period;
}

/// A figure that a clause of several binds: 完成预算8.00万元的70%, 由80万元增加到88万元.
void ParagraphLinker::read_clause(const ClauseReading& clause, const Quantity& quantity,
                                  const Window& before, std::size_t next_figure) {
  const patterns::ClauseRole& role = *clause.role;
  const bool begins_here = clause.is_first && clause.first >= before.first;
  const Window named{before.first, begins_here ? clause.first : before.first};
  StatementDraft draft{.rule = clause.rule->id,
                       .measure = role.measure,
                       .period = time_.fiscal_year(),
                       .basis = time_.is_final_account() ? Basis::kActual : Basis::kBudget,
                       .quantity = quantity,
                       .quote_first = phrase_start(text(), before.first, quantity.first),
                       .quote_last = quantity.last};
  draft.subject = changed_in_order(clause);
  const bool is_open = draft.subject.empty();
  if (is_open && clause.name) {
    draft.subject = names_.read(paragraph_->text, clause.name->first, clause.name->last,
                                carried_.context, carried_.place);
  } else if (is_open && begins_here && !role.has_subject_of_last) {
    draft.subject = name_or_topic(named.first, named.last);
  }
  if (draft.subject.empty()) draft.subject = carried_.frame.subject;

  if (role.measure == Measure::kChange) {
    if (quantity.kind == UnitKind::kPercent) draft.measure = Measure::kChangeRate;
    last_is_down_ = clause.is_down;
    last_is_action_ = clause.name.has_value();
    if (last_is_down_) negate(draft.quantity);
    compare(draft, plain_words(named.first, named.last));
    if (clause.basis && time_.is_final_account()) {
      const Basis of =
          time_.basis(words(clause.basis->first, clause.basis->last)).value_or(Basis::kBudget);
      draft.relative_to = of == Basis::kAdjusted ? Basis::kAdjusted : Basis::kBudget;
      draft.relative_basis.reset();
    }
    changed_in_ = sentence_;
    if (is_target_) draft.basis = Basis::kTarget;
  } else if (role.measure == Measure::kExecutionRate) {
    draft.basis = Basis::kActual;
    const auto basis =
        clause.basis ? budget_named(words(clause.basis->first, clause.basis->last)) : budget_;
    draft.relative_to = basis == Basis::kAdjusted ? Basis::kAdjusted : Basis::kBudget;
  } else {
    read_bound_level(draft, clause, before);
  }
  emit(draft);
  floor_ = std::max(floor_, std::min(next_figure, quantity.last));
}

void ParagraphLinker::read_bound_level(StatementDraft& draft, const ClauseReading& clause,
                                       const Window& before) {
  if (clause.role->role == patterns::StatementRole::kBase) {
    draft.is_base = true;
    const std::string_view said = plain_words(before.first, before.last);
    draft.period = time_.period(said).value_or(time_.year_before().year().value_or(0));
    const bool is_money = draft.quantity.kind == UnitKind::kMoney;
    const bool is_budgeted = is_money && !time_.is_final_account();
    draft.basis = time_.basis(said).value_or(is_budgeted ? Basis::kBudget : Basis::kActual);
    return;
  }
  read_time(draft, before);
  finish_level_basis(draft, before);
  if (!clause.basis) return;
  if (const auto basis = time_.basis(words(clause.basis->first, clause.basis->last)))
    draft.basis = *basis;
}

}  // namespace mingxi::facts
