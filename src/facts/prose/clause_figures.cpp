// Figures that a clause of several binds: 完成预算8.00万元的70%, 由80万元增加到88万元.

#include "facts/prose/boundaries.h"
#include "facts/prose/paragraph.h"

namespace mingxi::facts {

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
  if (clause.name) {
    reading.subject = names_.read(paragraph_->text, clause.name->first, clause.name->last,
                                  carried_.context, carried_.place);
  } else if (begins_here && !role.has_subject_of_last) {
    reading.subject = name_or_topic(named.first, named.last);
  }
  if (reading.subject.empty()) reading.subject = carried_.frame.subject;

  if (role.measure == Measure::kChange) {
    if (quantity.kind == UnitKind::kPercent) reading.measure = Measure::kChangeRate;
    if (clause.is_down) negate(reading.quantity);
    compare(reading, plain_words(named.first, named.last));
    changed_in_ = sentence_;
    if (is_target_) reading.basis = Basis::kTarget;
  } else if (role.measure == Measure::kExecutionRate) {
    reading.basis = Basis::kActual;
    const auto basis =
        clause.basis ? budget_named(words(clause.basis->first, clause.basis->last)) : budget_;
    reading.relative_to = basis == Basis::kAdjusted ? "adjusted" : "budget";
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
    reading.basis = time_.basis(said).value_or(Basis::kBudget);
    return;
  }
  read_time(reading, before);
  finish_level_basis(reading, before);
  if (!clause.basis) return;
  if (const auto basis = time_.basis(words(clause.basis->first, clause.basis->last)))
    reading.basis = *basis;
}

}  // namespace mingxi::facts
