#pragma once

#include <map>
#include <vector>

#include "facts/prose/clauses.h"
#include "facts/prose/levels.h"
#include "facts/prose/masked_text.h"
#include "facts/prose/statement_draft.h"
#include "facts/prose/statements.h"

namespace mingxi::facts {

/// The subject that a nameless figure takes, and the whole that a nameless share is of.
struct Frame {
  Name subject;
  Name whole;
  int period = 0;  ///< of the level last read
  Basis basis = Basis::kBudget;
};

/// What the figures of a section are, as its title says.
enum class Mode {
  kNone,
  kTarget,  ///< 主要工作任务及目标
  kReport,  ///< 绩效自评结果, 目标完成情况
};

/// What goes on from one paragraph to the next.
struct Carried {
  Frame frame;
  int section = -2;
  Mode mode = Mode::kNone;
  std::optional<int> as_of;  ///< the date given once in the section: 截至2025年12月31日
  /// Section → subject of the first level in it or under it; empty where that is a part of a whole
  /// named before.
  std::map<int, Name> first_levels;
  NameContext context = NameContext::kNone;
  ClassificationPlace place;
};

/// Reads the figures of one paragraph, from left to right.
class ParagraphLinker {
 public:
  ParagraphLinker(const Document& document, const Layout& layout,
                  const patterns::StatementRules& rules, const Names& names, const Time& time,
                  Carried& carried, Statements& into);

  void read(const Paragraph& paragraph, const std::vector<Quantity>& quantities);

 private:
  struct Window {  // the words that belong to a figure
    std::size_t first = 0;
    std::size_t last = 0;
  };
  void begin();
  void begin_section();
  void begin_item();
  std::vector<Span> opaque_parts() const;
  Mode mode_of(int section) const;
  void advance(std::size_t to);
  void read_no_changes(std::size_t to);
  void read_no_change(std::size_t at, std::size_t end);
  void read_quantity(const Quantity& quantity, std::size_t next_figure);
  void read_clause(const ClauseReading& clause, const Quantity& quantity, const Window& before,
                   std::size_t next_figure);
  void read_bound_level(StatementDraft& draft, const ClauseReading& clause, const Window& words);
  void read_by(const patterns::StatementRule& rule, const patterns::Match& match,
               const Quantity& quantity, const Window& before, std::size_t next_figure);
  void read_level(StatementDraft& draft, const Window& words, std::size_t next_figure);
  void read_points(StatementDraft& draft, const Window& words);
  bool read_further_action(StatementDraft& draft, const Window& words);
  Name changed_in_order(const ClauseReading& clause) const;
  void read_time(StatementDraft& draft, const Window& words);
  std::size_t begin_of_time(std::size_t first) const;
  std::string words_of_time(const Window& words, const Name& subject) const;
  void read_horizon(std::string_view gap);
  void read_change(StatementDraft& draft, const Window& words, std::size_t direction);
  void compare(StatementDraft& draft, std::string_view said);
  Name changed_after_list(StatementDraft& draft, std::size_t direction);
  std::optional<Quantity> rate_after(const Quantity& change) const;
  void read_base(StatementDraft& draft, const Window& words);
  void read_execution(StatementDraft& draft, const Window& words, std::size_t at,
                      std::optional<std::string_view> named);
  void read_share(StatementDraft& draft, const Window& words, std::size_t at,
                  std::string_view whole);
  void finish_level_basis(StatementDraft& draft, const Window& words);
  Name counted(StatementDraft& draft, const Window& words, std::size_t next_figure);
  Doubt doubt_of_name_before(const StatementDraft& draft, const Window& words) const;
  std::size_t name_start(std::size_t first, std::size_t last) const;
  Name name_in(std::size_t first, std::size_t last);
  Name name_or_topic(std::size_t first, std::size_t last);
  Name named_by_form(std::string_view phrase) const;
  Name cut_off_before(std::size_t sentence);
  Name without_verb(Name name) const;
  Name without_score(Name name) const;
  Name done_to(Name name, std::size_t floor) const;
  void keep_topic(const Name& subject);
  Name shortened(Name name, std::size_t front, std::size_t size) const;
  std::optional<Basis> budget_named(std::string_view words) const;
  Name with_attributes(Name name, std::size_t floor) const;
  void keep_item(const StatementDraft& draft);
  void keep_first_level(const Name& subject);
  std::optional<std::string> whole_of(const Name& part);
  std::string_view opening_title(std::size_t last) const;
  std::string_view reported_title() const;
  Name topic_before(std::size_t floor, std::size_t last);
  Doubt doubt_of(const StatementDraft& draft) const;
  void emit(StatementDraft& draft);

  std::string_view text() const { return paragraph_->text.utf8(); }
  /// The same bytes with figures and opaque names masked: times are read from these.
  std::string_view plain_words(std::size_t first, std::size_t last) const {
    return std::string_view(masked_).substr(first, last - first);
  }
  std::string_view words(std::size_t first, std::size_t last) const {
    return text().substr(first, last - first);
  }
  /// Where a part of the text begins. Requires that it is a view into text().
  std::size_t offset_of(std::string_view part) const {
    return static_cast<std::size_t>(part.data() - text().data());
  }

  const Document& document_;
  const Layout& layout_;
  const patterns::StatementRules& rules_;
  const patterns::StatementExpressions& expressions_;
  const Names& names_;
  const Time& time_;
  Carried& carried_;
  Statements& into_;

  const Paragraph* paragraph_ = nullptr;
  const std::vector<Quantity>* quantities_ = nullptr;
  std::string masked_;
  std::vector<std::optional<ClauseReading>> clauses_;
  Levels levels_;             // of the paragraph
  std::size_t sentence_ = 0;  // start of the sentence of the figure being read
  std::size_t floor_ = 0;     // after the last figure read
  std::size_t read_to_ = 0;   // how far the words were looked at
  std::vector<Frame> outer_;  // frames outside the brackets that are open
  std::optional<Comparison> comparison_;
  std::optional<int> as_of_;
  bool in_list_ = false;             // after 其中
  std::optional<Basis> list_basis_;  // of the whole, where it was named just before 其中
  Measure last_measure_ = Measure::kShare;
  bool last_is_down_ = false;    // the change read last is a decrease
  bool last_is_action_ = false;  // its verb comes before its name: 压减办公费8万元
  bool is_target_ = false;
  Name item_;                    // named by a title, before things were counted of it
  std::size_t item_end_ = 0;     // after the run-in title of the paragraph; 0: it has none
  std::optional<int> horizon_;   // up to the full stop: 到2030年
  bool is_planned_ = false;      // what the sentences before buy or plan
  bool last_was_count_ = false;  // the level before is of things or people
  std::optional<Basis> counts_;  // basis of the things counted before in the sentence
  std::optional<Basis> budget_;  // of the budget named last in the sentence: opening or adjusted
  std::size_t budget_in_ = 0;    // start of that sentence
  std::size_t changed_in_ = std::string::npos;  // start of the sentence that printed a change
};

}  // namespace mingxi::facts
