#include "patterns/statement_expressions.h"

#include "messages/sentences.h"

namespace mingxi::patterns {

using messages::said;
using messages::Sentence;

namespace {

/// Makes the members of StatementExpressions from the object "expressions".
class Maker {
 public:
  Maker(const StrictJson& json, Definitions& definitions, std::vector<Entry>& entries)
      : json_(json), definitions_(definitions), entries_(entries) {}

  Expression expression(const char* name) const {
    const StrictJson entry = json_.at(name);
    Expression result = expression_from(entry, std::string("statements/expressions/") + name,
                                        definitions_, entries_);
    entry.finish();
    return result;
  }
  StatementExpressions::Part part(const char* name, const char* group) const {
    StatementExpressions::Part result{expression(name)};
    result.group = number(name, result.pattern, group);
    return result;
  }
  StatementExpressions::Path path(const char* name) const {
    Expression pattern = expression(name);
    const auto group = [&pattern](const char* of) { return pattern.group_number(of); };
    const int class_name = group("class"), class_code = group("class_code");
    const int item_only = group("item_only"), item_only_code = group("item_only_code");
    const int path_group = number(name, pattern, "group");
    const int group_code = number(name, pattern, "group_code");
    const int item = number(name, pattern, "item"), item_code = number(name, pattern, "item_code");
    return {std::move(pattern), class_name, class_code,    path_group, group_code, item,
            item_code,          item_only,  item_only_code};
  }
  StatementExpressions::Coded coded(const char* name) const {
    Expression pattern = expression(name);
    const int name_group = number(name, pattern, "name"), code = number(name, pattern, "code");
    return {std::move(pattern), name_group, code};
  }
  StatementExpressions::Compare compare(const char* name) const {
    Expression pattern = expression(name);
    const int period = number(name, pattern, "period"), basis = number(name, pattern, "basis");
    const int basis_only = number(name, pattern, "basis_only");
    const int same_time = number(name, pattern, "same_time");
    return {std::move(pattern), period, basis, basis_only, same_time};
  }
  StatementExpressions::AsOf as_of(const char* name) const {
    Expression pattern = expression(name);
    const int year = number(name, pattern, "year"), year_end = number(name, pattern, "year_end");
    return {std::move(pattern), year, year_end};
  }

 private:
  int number(const char* name, const Expression& pattern, const char* group) const {
    const int result = pattern.group_number(group);
    if (result < 0) {
      json_.at(name).at("pattern").refuse(said(Sentence::kGroupMissing, {{"group", group}}));
    }
    return result;
  }

  const StrictJson& json_;
  Definitions& definitions_;
  std::vector<Entry>& entries_;
};

}  // namespace

std::string_view StatementExpressions::Part::in(std::string_view text) const {
  const auto match = pattern.find(text);
  return match ? match->group(group).value_or(std::string_view()) : std::string_view();
}

StatementExpressions statement_expressions_from(const StrictJson& json, Definitions& definitions,
                                                std::vector<Entry>& entries) {
  const Maker make(json, definitions, entries);
  StatementExpressions expressions{
      .opaque = make.expression("opaque"),
      .bare = make.expression("bare"),
      .generic = make.expression("generic"),
      .verb = make.expression("verb"),
      .hollow = make.expression("hollow"),
      .no_head = make.expression("no_head"),
      .short_noun = make.expression("short_noun"),
      .score_tail = make.expression("score_tail"),
      .unit_name = make.expression("unit_name"),
      .attributive = make.part("attributive", "name"),
      .listed_name = make.part("listed_name", "name"),
      .side = make.part("side", "name"),
      .funded_before = make.part("funded_before", "name"),
      .funded_inside = make.part("funded_inside", "name"),
      .budgeted_item = make.part("budgeted_item", "name"),
      .publisher_tail = make.expression("publisher_tail"),
      .involved = make.expression("involved"),
      .keep_carry_over = make.expression("keep_carry_over"),
      .carry_over_year = make.expression("carry_over_year"),
      .title_tail = make.expression("title_tail"),
      .number_or_note = make.expression("number_or_note"),
      .budget_tail = make.expression("budget_tail"),
      .no_name = make.expression("no_name"),
      .fund_of_same_name = make.expression("fund_of_same_name"),
      .funding_tail = make.expression("funding_tail"),
      .numbering = make.expression("numbering"),
      .path = make.path("path"),
      .path_below = make.path("path_below"),
      .code_after = make.coded("code_after"),
      .code_before = make.coded("code_before"),
      .compare = make.compare("compare"),
      .as_of = make.as_of("as_of"),
      .period = make.part("period", "year"),
      .end_of_plan = make.part("end_of_plan", "plan"),
      .horizon = make.part("horizon", "year"),
      .report_title = make.expression("report_title"),
      .target_title = make.expression("target_title"),
      .planned_thing = make.expression("planned_thing"),
      .existing = make.expression("existing"),
      .evenly = make.expression("evenly"),
      .no_change = make.expression("no_change"),
      .planned = make.expression("planned"),
      .stock = make.expression("stock"),
      .target_label = make.expression("target_label"),
      .functional_context = make.expression("functional_context"),
      .economic_context = make.expression("economic_context"),
      .whole_marker = make.expression("whole_marker"),
      .clause_of_reason = make.expression("clause_of_reason"),
      .not_noun = make.expression("not_noun"),
      .attribute = make.expression("attribute"),
      .attributive_clause = make.expression("attributive_clause"),
      .planned_now = make.expression("planned_now"),
      .aside = make.expression("aside"),
      .people = make.expression("people"),
      .change_printed = make.expression("change_printed"),
      .noun = make.part("noun", "noun"),
      .not_used = make.part("not_used", "name"),
      .place_clause = make.part("place_clause", "name"),
  };
  json.finish();
  return expressions;
}

}  // namespace mingxi::patterns
