// Sums of the prose that must hold: concepts that others make up (三公, 采购), and lists right behind
// their whole that end with 其他….

#include <algorithm>
#include <map>
#include <string>

#include "audit/statement_figures.h"
#include "audit/sums.h"
#include "audit/table_figures.h"

namespace mingxi {
namespace {

constexpr std::size_t kFewestParts = 2;

class Partitions {
 public:
  Partitions(const Audited& audited, Ledger& ledger)
      : audited_(audited), facts_(audited.extraction.facts), ledger_(ledger) {}

  void check() {
    std::map<std::string, bool> is_made;  // of each partition whose whole is stated
    for (std::size_t i = 0; i < audited_.places.size(); ++i) {
      if (!can_be_whole(facts_[i])) continue;
      for (const Partition& partition : audited_.pack.checks.partitions) {
        if (facts_[i].concept_id != partition.whole) continue;
        bool& made = is_made[partition.id];
        if (!check_partition(partition, i)) continue;
        made = true;
        break;
      }
      check_list(i);
    }
    for (const auto& [id, made] : is_made)
      if (!made) ledger_.cannot("sum/" + id, "文字中没有读到全部组成部分");
  }

 private:
  static bool can_be_whole(const Fact& fact) {
    return is_level(fact) && fact.unit != "%" && !fact.value.is_zero();
  }

  bool stands_under(std::optional<int> section, std::optional<int> whole) const {
    for (int at = section.value_or(-1);; at = audited_.extraction.sections[at].parent) {
      if (at == whole.value_or(-1)) return true;
      if (at < 0) return false;
    }
  }

  /// The first figure of a concept behind the whole, in its section, before the whole is stated
  /// anew.
  const Fact* part_behind(std::size_t whole, const std::string& concept_id) const {
    for (std::size_t k = whole + 1; k < audited_.places.size(); ++k) {
      const Fact& fact = facts_[k];
      if (!stands_under(fact.section, facts_[whole].section)) return nullptr;
      if (!can_be_added(facts_[whole], fact)) continue;
      if (fact.concept_id == facts_[whole].concept_id) return nullptr;
      if (fact.concept_id == concept_id) return &fact;
    }
    return nullptr;
  }

  bool check_partition(const Partition& partition, std::size_t i) {
    std::vector<const Fact*> parts;
    for (const std::string& id : partition.parts) {
      const Fact* part = part_behind(i, id);
      if (part == nullptr) return false;
      parts.push_back(part);
    }
    for (const std::string& id : partition.optional)
      if (const Fact* part = part_behind(i, id)) parts.push_back(part);
    std::sort(parts.begin(), parts.end());  // facts are in reading order
    const auto comparison = compare_sum(facts_[i], parts);
    if (!comparison) return false;
    ledger_.record(sum_check("sum/" + partition.id, facts_[i], parts, facts_[i].subject),
                   *comparison);
    return true;
  }

  /// The text between two figures of one paragraph.
  std::string_view between(std::size_t first, std::size_t second) const {
    const FactPlace& place = audited_.places[first];
    const std::string_view text = audited_.layout.paragraphs[place.paragraph].text.utf8();
    return text.substr(place.last, audited_.places[second].first - place.last);
  }

  /// The figures behind a whole in its sentence that can be its parts.
  std::vector<std::size_t> list_behind(std::size_t i) const {
    std::vector<std::size_t> list;
    for (std::size_t k = i + 1; k < audited_.places.size(); ++k) {
      if (audited_.places[k].paragraph != audited_.places[i].paragraph) break;
      if (audited_.places[k].first < audited_.places[i].last) break;
      if (between(i, k).find("。") != std::string_view::npos) break;
      if (!can_be_added(facts_[i], facts_[k]) || is_same_subject(facts_[i], facts_[k])) return {};
      list.push_back(k);
    }
    return list;
  }

  /// Whether the words between a whole and its parts say that these are all of it.
  bool is_whole_list(std::size_t i, const std::vector<std::size_t>& list) const {
    std::string_view lead = between(i, list.front());
    const std::string_view rest = between(list.front(), list.back());
    // A second 其中 or bracket: parts of a part.
    for (const std::string_view nested : {"其中", "(", "包括", "含"})
      if (rest.find(nested) != std::string_view::npos) return false;
    if (lead.starts_with(facts_[i].unit)) lead.remove_prefix(facts_[i].unit.size());
    for (const std::string_view mark : {"，", "；", ","})
      if (lead.starts_with(mark)) lead.remove_prefix(mark.size());
    const bool is_led = lead.starts_with("其中") || lead.starts_with("包括") ||
                        lead.starts_with("：") || lead.starts_with(":");
    return is_led && bare_name(facts_[list.back()].subject).starts_with("其他");
  }

  void check_list(std::size_t i) {
    const std::vector<std::size_t> list = list_behind(i);
    if (list.size() < kFewestParts || !is_whole_list(i, list)) return;
    std::vector<const Fact*> parts;
    for (const std::size_t k : list) parts.push_back(&facts_[k]);
    const auto comparison = compare_sum(facts_[i], parts);
    if (comparison)
      ledger_.record(sum_check("sum/list", facts_[i], parts, facts_[i].subject), *comparison);
  }

  const Audited& audited_;
  const std::vector<Fact>& facts_;
  Ledger& ledger_;
};

}  // namespace

void check_partitions(const Audited& audited, Ledger& ledger) {
  Partitions(audited, ledger).check();
}

}  // namespace mingxi
