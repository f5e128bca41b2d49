// Finds which documents belong together, by whose they are; compared_figures.cpp compares them.
#include "audit/across/between_documents.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "audit/across/compared_figures.h"

namespace mingxi::audit {
namespace {

constexpr std::size_t kMaxNamed = 3;  // units in a reason

class Comparer {
 public:
  explicit Comparer(const std::vector<ComparableDocument>& documents) : documents_(documents) {
    for (const ComparableDocument& document : documents_)
      slots_[slot_of(document.card)].push_back(&document);
  }

  BetweenDocuments run() {
    for (const ComparableDocument& document : documents_) {
      const DocumentCard& card = document.card;
      if (card.body.empty() || card.year == 0 || !is_of_departments(card)) continue;
      if (const auto* earlier =
              counterpart({Check::kCrossDocument, "last_year"}, card, card.kind, card.year - 1))
        compare_figures({Check::kCrossDocument, "last_year"}, document, *earlier, ledger_);
      if (card.kind == DocumentKind::kFinalAccount) {
        if (const auto* budget = counterpart({Check::kCrossDocument, "opening_budget"}, card,
                                             DocumentKind::kBudget, card.year))
          compare_figures({Check::kCrossDocument, "opening_budget"}, document, *budget, ledger_);
      }
      if (card.scope == Scope::kDepartment) compare_units(document);
    }
    return ledger_.result();
  }

 private:
  using Slot = std::tuple<std::string, DocumentKind, Scope, int>;

  static Slot slot_of(const DocumentCard& card) {
    return {card.body, card.kind, card.scope, card.year};
  }

  static bool is_of_departments(const DocumentCard& card) {
    return card.scope == Scope::kDepartment || card.scope == Scope::kUnit;
  }

  /// The one document of the same body and scope of this kind and year.
  const ComparableDocument* counterpart(const CheckName& check, const DocumentCard& card,
                                        DocumentKind kind, int year) {
    const auto found = slots_.find({card.body, kind, card.scope, year});
    if (found == slots_.end()) return nullptr;
    if (found->second.size() == 1) return found->second.front();
    ledger_.skip(check,
                 said(Sentence::kSeveralDocuments, {{"body", card.body},
                                                    {"count", std::to_string(found->second.size())},
                                                    {"year", std::to_string(year)}}));
    return nullptr;
  }

  /// A department and the sum of the bodies that its tables list.
  void compare_units(const ComparableDocument& department) {
    const CheckName check = {Check::kCrossDocument, "units"};
    std::vector<const ComparableDocument*> units;
    std::vector<std::string> missing;
    for (const std::string& unit : department.card.units) {
      const auto found =
          slots_.find({unit, department.card.kind, Scope::kUnit, department.card.year});
      if (found != slots_.end() && found->second.size() == 1)
        units.push_back(found->second.front());
      else
        missing.push_back(unit);
    }
    if (units.empty()) return;
    if (std::ranges::find(department.card.units, department.card.body) ==
        department.card.units.end()) {
      ledger_.skip(check, said(Sentence::kNoHeadOffice, {{"body", department.card.body}}));
      return;
    }
    if (!missing.empty()) {
      std::vector<std::string> names(
          missing.begin(),
          missing.begin() + static_cast<std::ptrdiff_t>(std::min(missing.size(), kMaxNamed)));
      if (missing.size() > kMaxNamed) names.back() += " …";
      ledger_.skip(check, said(Sentence::kUnitsMissing,
                               {{"body", department.card.body},
                                {"all", std::to_string(department.card.units.size())},
                                {"names", messages::listed(names)},
                                {"count", std::to_string(missing.size())}}));
      return;
    }
    compare_sums(check, department, units, ledger_);
  }

  const std::vector<ComparableDocument>& documents_;
  std::map<Slot, std::vector<const ComparableDocument*>> slots_;
  BetweenLedger ledger_;
};

}  // namespace

BetweenDocuments check_between_documents(std::vector<ComparableDocument> documents) {
  const auto sha256 = [](const ComparableDocument& document) { return document.card.sha256; };
  std::ranges::sort(documents, {}, sha256);
  const auto end =
      std::unique(documents.begin(), documents.end(),
                  [](const auto& a, const auto& b) { return a.card.sha256 == b.card.sha256; });
  documents.erase(end, documents.end());
  return Comparer(documents).run();
}

}  // namespace mingxi::audit
