#include <algorithm>
#include <map>
#include <string>

#include "audit/prose/statement_figures.h"
#include "audit/core/sums.h"

namespace mingxi::audit {
namespace {

class Partitions {
 public:
  Partitions(const Audited& audited, Ledger& ledger)
      : audited_(audited), facts_(audited.extraction.facts), ledger_(ledger) {}

  void check() {
    std::map<std::string, bool> is_made;  // of each partition whose whole is stated
    for (std::size_t i = 0; i < audited_.places.size(); ++i) {
      if (!can_be_whole(facts_[i])) continue;
      for (const patterns::Partition& partition : audited_.patterns.checks.partitions) {
        if (facts_[i].concept_id != partition.whole) continue;
        bool& made = is_made[partition.id];
        if (!check_partition(partition, i)) continue;
        made = true;
        break;
      }
    }
    for (const auto& [id, made] : is_made)
      if (!made) ledger_.skip({Check::kSum, id}, said(Sentence::kAllPartsNotRead));
  }

 private:
  static bool can_be_whole(const Fact& fact) {
    return is_level(fact) && fact.unit != "%" && !fact.value.is_zero();
  }

  bool is_under(std::optional<int> section, std::optional<int> whole) const {
    for (int at = section.value_or(-1);; at = audited_.extraction.sections[at].parent) {
      if (at == whole.value_or(-1)) return true;
      if (at < 0) return false;
    }
  }

  /// The first figure of a concept after the whole, in its section, before the whole is stated
  /// anew.
  const Fact* part_after(std::size_t whole, const std::string& concept_id) const {
    for (std::size_t k = whole + 1; k < audited_.places.size(); ++k) {
      const Fact& fact = facts_[k];
      if (!is_under(fact.section, facts_[whole].section)) return nullptr;
      if (!can_be_added(facts_[whole], fact)) continue;
      if (fact.concept_id == facts_[whole].concept_id) return nullptr;
      if (fact.concept_id == concept_id) return &fact;
    }
    return nullptr;
  }

  bool check_partition(const patterns::Partition& partition, std::size_t i) {
    std::vector<const Fact*> parts;
    for (const std::string& id : partition.parts) {
      const Fact* part = part_after(i, id);
      if (part == nullptr) return false;
      parts.push_back(part);
    }
    for (const std::string& id : partition.optional)
      if (const Fact* part = part_after(i, id)) parts.push_back(part);
    std::sort(parts.begin(), parts.end());  // facts are in reading order
    const auto comparison = compare_sum(facts_[i], parts);
    if (!comparison) return false;
    const CheckMade made =
        sum_check({Check::kSum, partition.id}, facts_[i], parts, in_both(facts_[i].subject));
    if (comparison->agreement != Agreement::kInconsistent) {
      ledger_.record(made, *comparison);
      return true;
    }
    std::vector<std::string> ids = partition.parts;
    ids.insert(ids.end(), partition.optional.begin(), partition.optional.end());
    std::vector<const Fact*> others;
    if (!fits_otherwise(i, ids, partition.parts.size(), others)) {
      ledger_.record(made, *comparison);
      return true;
    }
    ledger_.exonerate(made, said(Sentence::kFitsOtherFigures));
    ledger_.record(sum_check(made.check, facts_[i], others, in_both(facts_[i].subject)),
                   *compare_sum(facts_[i], others));
    return true;
  }

  /// Whether the sum holds with other figures of its parts, the outcome for the budget; parts gets
  /// them. Those after the first few need not be there.
  bool fits_otherwise(std::size_t whole, const std::vector<std::string>& ids, std::size_t required,
                      std::vector<const Fact*>& parts, std::size_t at = 0) const {
    if (at == ids.size()) {
      const auto comparison = parts.empty() ? std::nullopt : compare_sum(facts_[whole], parts);
      return comparison && comparison->agreement == Agreement::kExact;
    }
    for (std::size_t k = whole + 1; k < audited_.places.size(); ++k) {
      const Fact& fact = facts_[k];
      if (!is_under(fact.section, facts_[whole].section)) break;
      const bool is_reading = fact.concept_id == ids[at] && is_level(fact) &&
                              fact.amount_yuan.has_value() == facts_[whole].amount_yuan.has_value();
      if (!is_reading) continue;
      parts.push_back(&fact);
      if (fits_otherwise(whole, ids, required, parts, at + 1)) return true;
      parts.pop_back();
    }
    return at >= required && fits_otherwise(whole, ids, required, parts, at + 1);
  }

  const Audited& audited_;
  const std::vector<Fact>& facts_;
  Ledger& ledger_;
};

}  // namespace

void check_partitions(const Audited& audited, Ledger& ledger) {
  Partitions(audited, ledger).check();
}

}  // namespace mingxi::audit
