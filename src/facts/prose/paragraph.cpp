// From left to right: the words before each figure, back to the figure before it or to the start of
// the sentence, say what it is. What they leave open comes from the frame: the subject and the
// whole named last. Brackets keep the frame outside them; 其中 makes the level before it the whole.

#include "facts/prose/paragraph.h"

#include <algorithm>

#include "facts/prose/boundaries.h"
#include "facts/prose/text_defects.h"
#include "text/characters.h"
#include "text/normalise.h"

namespace mingxi::facts {
namespace {

constexpr std::size_t kWordsBefore = 360;  // bytes that a rule may look at: 120 characters
constexpr std::size_t kMaxBytesAfter = 90;
constexpr std::size_t kLongestLeadIn = 400;  // bytes; a longer text without a figure names no topic

}  // namespace

ParagraphLinker::ParagraphLinker(const Document& document, const Layout& layout,
                                 const patterns::StatementRules& rules, const Names& names,
                                 const Time& time, Carried& carried, Statements& into)
    : document_(document),
      layout_(layout),
      rules_(rules),
      expressions_(rules.expressions),
      names_(names),
      time_(time),
      carried_(carried),
      into_(into) {}

/// What the figures under a title are; a title that does not say is read like the one above it.
Mode ParagraphLinker::mode_of(int section) const {
  while (section >= 0) {
    const Section& at = layout_.sections[static_cast<std::size_t>(section)];
    const std::string title = text::normalised(at.title);
    if (expressions_.report_title.matches(title)) return Mode::kReport;
    if (expressions_.target_title.matches(title)) return Mode::kTarget;
    section = at.parent;
  }
  return Mode::kNone;
}

void ParagraphLinker::begin_section() {
  const int section = paragraph_->section;
  carried_.section = section;
  carried_.frame = {};
  carried_.as_of.reset();
  carried_.mode = mode_of(section);
  if (section < 0) return;
  const std::string& title = layout_.sections[static_cast<std::size_t>(section)].title;
  if (expressions_.functional_context.matches(title)) carried_.context = NameContext::kFunctional;
  if (expressions_.economic_context.matches(title)) carried_.context = NameContext::kEconomic;
  carried_.frame.subject = names_.from_title(title, carried_.context);
  carried_.frame.subject.from = SubjectFrom::kHeading;
}

void ParagraphLinker::begin() {
  Name& topic = carried_.frame.subject;
  topic.is_carried = topic.from != SubjectFrom::kHeading;
  if (paragraph_->section != carried_.section) begin_section();
  if (expressions_.functional_context.matches(text())) carried_.context = NameContext::kFunctional;
  if (expressions_.economic_context.matches(text())) carried_.context = NameContext::kEconomic;
  begin_item();
}

/// A numbered item, or one with a title of what is said of it, has that as its subject until a
/// figure is given another.
void ParagraphLinker::begin_item() {
  std::string_view title = opening_title(text().size());
  if (title.empty()) title = reported_title();
  const std::string_view after = text().substr(title.empty() ? 0 : offset_of(title) + title.size());
  const bool is_run_in =
      after.empty() || after.front() == ':' || after.starts_with("。") || after.starts_with("：");
  if (!title.empty() && is_run_in) {
    const std::size_t first = offset_of(title);
    Name name = names_.read(paragraph_->text, first, first + title.size(), carried_.context,
                            carried_.place);
    const auto tail = expressions_.title_tail.find(name.text);
    if (tail && tail->first() > 0) {
      name = names_.read(paragraph_->text, name.first, name.first + tail->first(), carried_.context,
                         carried_.place);
    }
    name.from = SubjectFrom::kHeading;
    if (!name.empty()) carried_.frame.subject = name;
    item_end_ = first + title.size();
  }
}

/// What no figure is read from. A numbered title that begins with what is done names no project:
/// 1.推进12个重点项目：….
std::vector<Span> ParagraphLinker::opaque_parts() const {
  std::vector<Span> parts = opaque_names(text(), expressions_.opaque);
  const auto numbering = expressions_.numbering.find(text());
  const bool is_title = numbering && !parts.empty() && parts.front().first == 0;
  if (!is_title) return parts;
  if (expressions_.verb.matches(text().substr(numbering->last()))) {
    parts.erase(parts.begin());
  } else {
    Span& title = parts.front();
    title = {numbering->last(), title_end(text(), numbering->last(), title.last)};
  }
  return parts;
}

void ParagraphLinker::read(const Paragraph& paragraph, const std::vector<Quantity>& quantities) {
  paragraph_ = &paragraph;
  quantities_ = &quantities;
  masked_ = masked(text(), quantities, opaque_parts());
  clauses_ = read_clauses(masked_, quantities, rules_.clauses);
  levels_ = {};
  item_ = {};
  item_end_ = 0;
  horizon_.reset();
  const bool says_nothing = quantities.empty() && text().size() > kLongestLeadIn;
  if (says_nothing && !expressions_.no_change.matches(text())) return;
  floor_ = read_to_ = sentence_ = 0;
  outer_.clear();
  comparison_.reset();
  counts_.reset();
  last_was_count_ = false;
  budget_.reset();
  as_of_.reset();
  in_list_ = false;
  list_basis_.reset();
  last_measure_ = Measure::kShare;
  last_is_down_ = last_is_action_ = false;
  is_target_ = carried_.mode == Mode::kTarget;
  is_planned_ = false;
  changed_in_ = std::string::npos;
  begin();
  for (std::size_t i = 0; i < quantities.size(); ++i) {
    if (quantities[i].names_a_class || is_opaque(masked_, quantities[i])) continue;
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
  if (expressions_.whole_marker.matches(gap)) {
    const bool nested = in_list_ || sentence_ended || read_to_ == 0;
    if (!nested || carried_.frame.whole.empty()) carried_.frame.whole = carried_.frame.subject;
    list_basis_.reset();
    if (last_measure_ == Measure::kLevel) list_basis_ = carried_.frame.basis;
    in_list_ = true;
  }
  read_horizon(plain_words(read_to_, to));
  // A date in a reason is of the reason: 根据2020年底享受补贴人数计算.
  const std::string_view dated = plain_words(sentence_start(text(), read_to_, to), to);
  const auto year = time_.as_of(dated);
  if (year && !expressions_.clause_of_reason.matches(gap)) as_of_ = carried_.as_of = year;
  if (expressions_.target_label.matches(gap)) is_target_ = true;
  read_to_ = to;
}

void ParagraphLinker::read_quantity(const Quantity& quantity, std::size_t next_figure) {
  std::size_t first = sentence_start(text(), floor_, quantity.first);
  if (first > floor_) sentence_ = first;
  if (quantity.first - first > kWordsBefore) {
    first = quantity.first - kWordsBefore;
    while (text::continues_character(text()[first])) ++first;
  }
  const std::string_view before = words(first, quantity.first);
  std::size_t end = std::min(text().size(), quantity.last + kMaxBytesAfter);
  while (end < text().size() && text::continues_character(text()[end])) ++end;
  const std::string_view after = words(quantity.last, end);
  const auto& clause = clauses_[static_cast<std::size_t>(&quantity - quantities_->data())];
  if (clause) return read_clause(*clause, quantity, {first, quantity.first}, next_figure);
  for (const patterns::StatementRule& rule : rules_.rules) {
    if (std::find(rule.kinds.begin(), rule.kinds.end(), quantity.kind) == rule.kinds.end())
      continue;
    const auto match = rule.before.find(before);
    if (!match || (rule.unless && rule.unless->matches(before))) continue;
    if (rule.after && !rule.after->matches(after)) continue;
    read_by(rule, *match, quantity, {first, quantity.first}, next_figure);
    return;
  }
}

void ParagraphLinker::read_by(const patterns::StatementRule& rule, const patterns::Match& match,
                              const Quantity& quantity, const Window& before,
                              std::size_t next_figure) {
  const std::size_t start = before.first;
  StatementDraft draft{.rule = rule.id,
                       .measure = rule.measure,
                       .period = time_.fiscal_year(),
                       .basis = time_.is_final_account() ? Basis::kActual : Basis::kBudget,
                       .quantity = quantity,
                       .quote_first = phrase_start(text(), start, quantity.first),
                       .quote_last = quantity.last};
  const auto group = [&](int number) { return number < 0 ? std::nullopt : match.group(number); };
  if (rule.role == patterns::StatementRole::kBase) {
    read_base(draft, before);
  } else if (rule.measure == Measure::kChange) {
    const bool percent = quantity.kind == UnitKind::kPercent;
    if (percent) draft.measure = Measure::kChangeRate;
    last_is_down_ = group(rule.down).has_value();
    if (last_is_down_) negate(draft.quantity);
    read_change(draft, before, start + match.first());
  } else if (rule.measure == Measure::kShare) {
    read_share(draft, before, start + match.first(), group(rule.whole).value_or(""));
  } else if (rule.measure == Measure::kExecutionRate) {
    read_execution(draft, before, start + match.first(), group(rule.basis));
  } else if (quantity.kind == UnitKind::kPercentPoints) {
    read_points(draft, before);
  } else if (!read_further_action(draft, before)) {
    read_level(draft, before, next_figure);
    if (rule.role == patterns::StatementRole::kTargetBound && draft.basis == Basis::kTarget &&
        quantity.bound == Bound::kEqual) {
      draft.quantity.bound = Bound::kAtLeast;
    }
  }
  find_text_defects(draft, match, rule, *paragraph_, document_, into_.findings);
  emit(draft);
}

void ParagraphLinker::emit(StatementDraft& draft) {
  if (draft.measure == Measure::kLevel) {
    last_was_count_ = draft.quantity.kind == UnitKind::kCount;
  }
  // 主要用于经批准购置的5辆公务用车 is mentioned in passing: what follows is of the subject before
  // it.
  const bool in_passing = draft.quantity.kind == UnitKind::kCount &&
                          expressions_.aside.matches(words(draft.quote_first, draft.quantity.last));
  if (draft.subject.first != std::string::npos && draft.subject.first < draft.quote_first &&
      draft.quantity.first - draft.subject.first < kWordsBefore && draft.subject.first >= floor_) {
    draft.quote_first = draft.subject.first;
  }
  keep_item(draft);
  if (!in_passing) keep_topic(draft.subject);
  last_is_action_ = last_is_action_ && draft.measure == Measure::kChange;
  last_measure_ = draft.measure;
  if (draft.measure == Measure::kLevel && !draft.is_base) {
    carried_.frame.period = draft.period;
    carried_.frame.basis = draft.basis;
    keep_first_level(draft.subject);
    levels_.add({draft.subject, draft.quantity, in_list_, sentence_});
    if (draft.basis == Basis::kAdjusted || draft.basis == Basis::kBudget) {
      budget_ = draft.basis;
      budget_in_ = sentence_;
    }
  }
  if (draft.doubt == Doubt::kNone) draft.doubt = doubt_of(draft);
  if (draft.doubt != Doubt::kNone) into_.doubtful.push_back({into_.facts.size(), draft.doubt});
  into_.facts.push_back(fact_from(draft, *paragraph_, document_));
  into_.places.push_back({static_cast<std::size_t>(paragraph_ - layout_.paragraphs.data()),
                          draft.quantity.number_first, draft.quantity.number_last});
  into_.facts.back().concept_id = names_.concept_of(draft.subject, draft.quantity.kind);
  floor_ = std::max(floor_, draft.quantity.last);
}

}  // namespace mingxi::facts
