// What the prose says of the evaluation of each project, against the form of that project. The form
// bears its name, or a shorter one and is among the forms where the text is among the
// texts.

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "audit/between/named_figures.h"
#include "audit/core/stages.h"
#include "audit/tables/forms.h"
#include "audit/tables/table_names.h"
#include "text/normalise.h"

namespace mingxi::audit {
namespace {

constexpr std::size_t kMinAgreed = 2;  // figures that agree, to each that does not

/// What the prose says of one project.
struct Item {
  std::string name;
  Facts facts;
  std::optional<std::size_t> form;  ///< index in the forms
};

class ProjectTexts {
 public:
  ProjectTexts(const Audited& audited, const Forms& forms, Ledger& ledger)
      : words_(audited.patterns.checks.words), ledger_(ledger) {
    for (const Form& form : forms.all())
      if (!form.project.empty() && !form.is_of_goals) forms_.push_back(&form);
    if (forms_.empty()) return;
    for (std::size_t i = 0; i < audited.places.size(); ++i) {
      const Fact& fact = audited.extraction.facts[i];
      if (is_amount(fact) && (fact.basis == Basis::kAdjusted || fact.basis == Basis::kActual))
        add(fact);
    }
  }

  void check() {
    for (Item& item : items_) item.form = form_named(item);
    for (std::size_t i = 0; i < items_.size(); ++i)
      if (!items_[i].form) items_[i].form = form_at(i);
    std::vector<std::pair<CheckMade, Comparison>> failed;
    std::size_t agreed = 0;
    for (const Item& item : items_) {
      if (!item.form) continue;
      for (const Fact* fact : item.facts) {
        const Fact* printed = figure_of(*forms_[*item.form], fact->basis);
        const auto comparison = printed != nullptr ? compared(*fact, *printed) : std::nullopt;
        if (!comparison) continue;
        if (comparison->agreement == Agreement::kInconsistent) {
          failed.emplace_back(check_of(*fact, *printed), *comparison);
        } else {
          ++agreed;
          ledger_.record(check_of(*fact, *printed), *comparison);
        }
      }
    }
    for (auto& [made, comparison] : failed) {
      made.support = agreed >= kMinAgreed * failed.size() ? Support::kFirm : Support::kWeak;
      ledger_.record(made, comparison);
    }
  }

 private:
  /// Figures that follow one another and are of one name are of one project, down to the next that
  /// says the same of it.
  void add(const Fact& fact) {
    const std::string name = name_of(fact.subject);
    const auto says_the_same = [&](const Fact* other) {
      return other->basis == fact.basis || other->section != fact.section;
    };
    const bool is_new =
        items_.empty() || items_.back().name != name ||
        std::any_of(items_.back().facts.begin(), items_.back().facts.end(), says_the_same);
    if (is_new) items_.push_back({name, {}, std::nullopt});
    items_.back().facts.push_back(&fact);
  }

  std::string name_of(const std::string& name) const {
    std::string bare = bare_name(name);
    if (const auto found = words_.end_of_project.find(bare)) bare.resize(found->first());
    return bare;
  }

  /// The form of an item's name with its amounts; or the only one, of the only item of that name.
  std::optional<std::size_t> form_named(const Item& item) const {
    std::vector<std::size_t> same;
    for (std::size_t i = 0; i < forms_.size(); ++i)
      if (name_of(forms_[i]->project) == item.name) same.push_back(i);
    for (const std::size_t form : same)
      if (agrees(item, *forms_[form])) return form;
    const auto items = std::count_if(items_.begin(), items_.end(),
                                     [&](const Item& other) { return other.name == item.name; });
    return same.size() == 1 && items == 1 ? std::optional(same.front()) : std::nullopt;
  }

  bool agrees(const Item& item, const Form& form) const {
    return std::any_of(item.facts.begin(), item.facts.end(), [&](const Fact* fact) {
      const Fact* printed = figure_of(form, fact->basis);
      return printed != nullptr && is_near(*fact, *printed);
    });
  }

  /// The form between those of the items before and after an item, where its name is part of the
  /// item's.
  std::optional<std::size_t> form_at(std::size_t i) const {
    if (i == 0 || i + 1 >= items_.size()) return std::nullopt;
    const auto& before = items_[i - 1].form;
    const auto& after = items_[i + 1].form;
    if (!before || !after || *after != *before + 2) return std::nullopt;
    const std::string name = name_of(forms_[*before + 1]->project);
    const bool is_part = !name.empty() && items_[i].name.find(name) != std::string::npos;
    return is_part ? std::optional(*before + 1) : std::nullopt;
  }

  static const Fact* figure_of(const Form& form, Basis basis) {
    const FormLine& line = form.lines.front();
    return basis == Basis::kActual ? line.spent : line.budget;
  }

  static std::optional<Comparison> compared(const Fact& stated, const Fact& printed) {
    const auto a = amount_of(stated);
    const auto b = printed.amount_yuan ? amount_of(printed) : std::nullopt;
    return a && b ? compare(*a, {*b}) : std::nullopt;
  }

  static CheckMade check_of(const Fact& stated, const Fact& printed) {
    const Said about = said(Sentence::kTextAndForm, {{"name", stated.subject}});
    return {.check = Check::kTextTable,
            .formula = with_unit(stated) + " = " + with_unit(printed),
            .facts = {&stated, &printed},
            .about = about};
  }

  const patterns::CheckPatterns& words_;
  Ledger& ledger_;
  std::vector<const Form*> forms_;
  std::vector<Item> items_;
};

}  // namespace

void check_project_texts(const Audited& audited, const Forms& forms, Ledger& ledger) {
  ProjectTexts(audited, forms, ledger).check();
}

}  // namespace mingxi::audit
