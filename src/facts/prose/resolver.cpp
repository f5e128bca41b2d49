// Where grammar leaves open what a change is of, arithmetic chooses among what it allows. A change
// that fits nothing keeps the reading of the grammar: then the print is at fault, and reported.

#include <algorithm>

#include "facts/prose/boundaries.h"
#include "facts/prose/paragraph.h"

namespace mingxi::facts {

/// The rate that follows a change in its sentence: 减少60.00万元，降低20.0%.
std::optional<Quantity> ParagraphLinker::rate_after(const Quantity& change) const {
  constexpr std::size_t kMaxBytesBetween = 36;  // bytes: ，比上年下降幅度达到
  for (const Quantity& next : *quantities_) {
    if (next.first < change.last) continue;
    const std::string_view between = words(change.last, next.first);
    const bool is_near =
        between.size() <= kMaxBytesBetween && sentence_end(text(), change.last) >= next.first;
    if (!is_near || next.kind != UnitKind::kPercent) return std::nullopt;
    return next;
  }
  return std::nullopt;
}

/// What a nameless change after several levels is of, where that is not the last of them: the
/// whole of a list 其中：A、B、C，较上年增加…, or the first of the paragraph. Empty otherwise.
Name ParagraphLinker::changed_after_list(StatementDraft& draft, std::size_t direction) {
  constexpr std::size_t kMark = 3;  // bytes: 、 or ，
  const Quantity& change = draft.quantity;
  const Level* last = levels_.last();
  if (last == nullptr || change.kind != last->quantity.kind) return {};
  if (last->subject.text != carried_.frame.subject.text) return {};
  const Level* whole = levels_.whole_of_last();
  const auto rate = rate_after(change);
  if (rate) {
    if (fits(last->quantity, change, *rate)) return {};
    for (const Level* candidate : {whole, levels_.first()}) {
      if (candidate != nullptr && fits(candidate->quantity, change, *rate)) {
        in_list_ = false;
        return candidate->subject;
      }
    }
  }
  // The parts are joined by 、 and the change is set off by ，: it is of the whole.
  if (whole == nullptr || !in_list_ || last->subject.first == std::string::npos) return {};
  const std::string_view before = words(0, last->subject.first);
  // Without a rate nothing distinguishes the whole from the last of several parts.
  const Level* other = levels_.before_last();
  const bool is_one_of_several =
      other != nullptr && other->is_part && other->quantity.last + kMark == before.size();
  if (is_one_of_several && !rate) draft.doubt = Doubt::kEquallyGood;
  const std::size_t clause = phrase_start(text(), last->quantity.last, direction);
  const bool is_apart = ends_set_off(words(0, clause));
  if (!ends_joined(before) || !is_apart) return {};
  in_list_ = false;
  return whole->subject;
}

/// What a change is of that is one of several in order, 分别增长10%、12%: of as many levels of the
/// sentence, in theirs. Empty where it is none or there are fewer.
Name ParagraphLinker::changed_in_order(const ClauseReading& clause) const {
  const std::size_t order = static_cast<std::size_t>(clause.role - clause.rule->roles.data());
  const auto is_of_clause = [&](const std::optional<ClauseReading>& other) {
    return other && other->rule == clause.rule && other->first == clause.first;
  };
  const auto count =
      static_cast<std::size_t>(std::count_if(clauses_.begin(), clauses_.end(), is_of_clause));
  const std::vector<Name> listed = levels_.listed_in(sentence_);
  const bool is_change = clause.role->measure == Measure::kChange;
  if (!is_change || count < 2 || listed.size() < count) return {};
  Name name = listed[listed.size() - count + order];
  name.from = SubjectFrom::kList;
  return name;
}

/// Things and percentages have a name of their own: one that was named before is doubtful, unless
/// the figure only goes on from another, 3批次、20人次.
Doubt ParagraphLinker::doubt_of_name_before(const StatementDraft& draft,
                                            const Window& before) const {
  const UnitKind kind = draft.quantity.kind;
  const bool is_own = draft.subject.from == SubjectFrom::kOwn;
  if (is_own || (kind != UnitKind::kCount && kind != UnitKind::kPercent)) return Doubt::kNone;
  const bool goes_on =
      kind == UnitKind::kCount && phrase_start(text(), before.first, before.last) == before.last;
  return goes_on ? Doubt::kNone : Doubt::kNotRead;
}

/// Whether the name of a figure is sure: it is not where it was taken over the border of a
/// paragraph, or says only what is done.
Doubt ParagraphLinker::doubt_of(const StatementDraft& draft) const {
  const Name& name = draft.subject;
  constexpr std::size_t kLongest = 36;  // bytes: more than words of doing come to
  const bool can_be_hollow = !name.code && name.text.size() <= kLongest && !name.is_carried;
  if (name.empty() || (can_be_hollow && expressions_.hollow.matches(name.text)))
    return Doubt::kNotRead;
  const BracketBalance balance = bracket_balance(name.text);
  if (balance.opened != balance.closed) return Doubt::kNotRead;
  return name.is_carried ? Doubt::kInherited : Doubt::kNone;
}

/// The budget that words name; 预算 alone is the one that the sentence named.
std::optional<Basis> ParagraphLinker::budget_named(std::string_view words) const {
  const auto basis = time_.basis(words);
  if (basis && *basis == Basis::kBudget && expressions_.no_name.matches(words) &&
      budget_in_ == sentence_ && budget_)
    return budget_;
  if (!basis && budget_in_ == sentence_) return budget_;
  return basis;
}

}  // namespace mingxi::facts
