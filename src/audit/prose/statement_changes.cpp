// Where levels add up, so do their changes from one year.

#include <map>
#include <string>

#include "audit/core/sums.h"
#include "audit/prose/statement_figures.h"

namespace mingxi::audit {
namespace {

constexpr std::size_t kFarthest = 6;  // figures between a level and its change

class Changes {
 public:
  Changes(const Audited& audited, Ledger& ledger)
      : facts_(audited.extraction.facts), places_(audited.places), ledger_(ledger) {
    for (std::size_t i = 0; i < places_.size(); ++i) numbers_[facts_[i].id] = i;
  }

  /// The changes of a sum that was proven.
  void check(const Proof& proof) {
    std::vector<const Fact*> changes;
    for (const std::string& id : proof.facts) {
      const auto found = numbers_.find(id);
      const Fact* change = found == numbers_.end() ? nullptr : change_of(found->second);
      if (change == nullptr) return;
      if (!changes.empty() && change->relative_to != changes.front()->relative_to) return;
      changes.push_back(change);
    }
    if (changes.size() < 3) return;  // the whole and two parts
    const std::vector<const Fact*> parts(changes.begin() + 1, changes.end());
    const auto comparison = compare_sum(*changes.front(), parts);
    if (!comparison) return;
    CheckMade made = sum_check({Check::kSum, "changes"}, *changes.front(), parts,
                               said(Sentence::kChangeOf, {{"subject", changes.front()->subject}}));
    made.support = Support::kWeak;
    ledger_.record(made, *comparison);
  }

 private:
  const Fact* change_of(std::size_t i) const {
    for (std::size_t k = i + 1; k < places_.size() && k <= i + kFarthest; ++k) {
      const Fact& next = facts_[k];
      if (next.section != facts_[i].section) return nullptr;
      if (next.measure == Measure::kChange && is_same_subject(facts_[i], next) &&
          next.bound == Bound::kEqual && next.period == facts_[i].period && next.amount_yuan)
        return &next;
    }
    return nullptr;
  }

  const std::vector<Fact>& facts_;
  const std::vector<FactPlace>& places_;
  std::map<std::string, std::size_t> numbers_;
  Ledger& ledger_;
};

}  // namespace

void check_changes_of_sums(const Audited& audited, Ledger& ledger) {
  Changes changes(audited, ledger);
  const std::vector<Proof> proofs = audited.extraction.checks.proofs;
  for (const Proof& proof : proofs)
    if (proof.check.id == Check::kSum) changes.check(proof);
}

}  // namespace mingxi::audit
