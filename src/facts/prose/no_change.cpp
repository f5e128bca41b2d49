// 与上年持平 and its like: a change of 0 that no number prints.

#include <algorithm>

#include "facts/prose/boundaries.h"
#include "facts/prose/paragraph.h"

namespace mingxi::facts {

void ParagraphLinker::read_no_changes(std::size_t to) {
  const patterns::Expression& same = expressions_.no_change;
  std::size_t from = std::max(floor_, to - std::min(to, kLongestSentence));
  while (from < to) {
    const auto match = same.find(text().substr(0, to), from);
    if (!match || match->first() < floor_) return;
    from = std::max(match->last(), from + 1);
    if (match->group(0)) read_no_change(match->first(), match->last());
  }
}

void ParagraphLinker::read_no_change(std::size_t at, std::size_t end) {
  const std::size_t sentence = sentence_start(text(), 0, at);
  if (changed_in_ == sentence) return;
  const std::size_t first = std::max(sentence, floor_);
  const std::string_view said = words(first, at);
  if (expressions_.clause_of_reason.matches(words(sentence, at))) return;
  const std::size_t after = sentence_end(text(), end);
  const auto found = time_.comparison(said);
  const std::string_view between = found ? said.substr(found->last) : std::string_view();
  const bool compares_here = found && !found->same_time &&
                             (between.find("，") == std::string_view::npos ||
                              between.find("相比") != std::string_view::npos);
  if (!compares_here && !(comparison_ && words(at, end).find("持平") != std::string_view::npos))
    return;
  // The sentence prints the change after it: 与上年基本持平，减少1.26万元.
  if (expressions_.change_printed.matches(words(end, after))) return;
  advance(at);
  sentence_ = sentence;
  StatementDraft draft{.rule = rules_.no_change_id,
                       .measure = Measure::kChange,
                       .period = time_.fiscal_year(),
                       .basis = time_.is_final_account() ? Basis::kActual : Basis::kBudget,
                       .quote_first = phrase_start(text(), first, at),
                       .quote_last = end};
  if (compares_here) {
    comparison_ = found;
    Name named =
        between.find("，") == std::string_view::npos ? Name() : name_in(first + found->last, at);
    draft.quote_first = std::min(draft.quote_first, first + found->first);
    if (named.empty()) {
      const std::size_t phrase = first + found->first;
      named = name_in(first, phrase);
      const std::size_t clause_end = phrase_start(text(), first, phrase);
      const std::size_t mark = clause_end >= 3 ? clause_end - 3 : 0;
      const std::string_view name = named.empty() && mark > first
                                        ? expressions_.not_used.in(words(first, mark))
                                        : std::string_view();
      if (!name.empty()) {
        const std::size_t start = offset_of(name);
        named = names_.read(paragraph_->text, start, start + name.size(), carried_.context,
                            carried_.place);
      }
    }
    draft.subject = named.empty()
                        ? topic_before(first, phrase_start(text(), first, first + found->first))
                        : named;
  } else {
    draft.subject = name_or_topic(first, at);
  }
  draft.relative_to = comparison_->relative_to;
  draft.relative_basis = comparison_->basis;
  draft.quantity.first = draft.quantity.number_first = draft.quote_first;
  draft.quantity.last = draft.quantity.number_last = end;
  const std::vector<Name> listed =
      expressions_.evenly.matches(said) ? levels_.listed_in(sentence) : std::vector<Name>();
  if (listed.size() < 2) {
    emit(draft);
  } else {
    for (const Name& subject : listed) {
      draft.subject = subject;
      draft.subject.from = SubjectFrom::kList;
      emit(draft);
    }
  }
  changed_in_ = sentence;
}

}  // namespace mingxi::facts
