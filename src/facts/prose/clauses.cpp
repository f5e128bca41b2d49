#include "facts/prose/clauses.h"

#include <algorithm>

#include "facts/prose/boundaries.h"

namespace mingxi::facts {
namespace {

using patterns::ClauseRole;
using patterns::ClauseRule;

/// Reads the clauses of one sentence.
class SentenceReader {
 public:
  SentenceReader(std::string_view masked, const std::vector<Quantity>& quantities,
                 std::vector<std::optional<ClauseReading>>& into)
      : masked_(masked), quantities_(quantities), into_(into) {}

  void read(const ClauseRule& rule, const Span& sentence) {
    const std::string_view text = masked_.substr(0, sentence.last);
    std::size_t from = sentence.first;
    while (from < text.size()) {
      const auto match = rule.pattern.find(text, from);
      if (!match) return;
      from = std::max(match->last(), from + 1);
      take(rule, *match);
    }
  }

 private:
  Span span_of(std::string_view part) const {
    const auto first = static_cast<std::size_t>(part.data() - masked_.data());
    return {first, first + part.size()};
  }
  std::optional<Span> span_of(const patterns::Match& match, int group) const {
    if (group < 0 || !match.group(group) || match.group(group)->empty()) return std::nullopt;
    return span_of(*match.group(group));
  }
  std::optional<std::size_t> quantity_at(const Span& span) const {
    const auto found = std::lower_bound(
        quantities_.begin(), quantities_.end(), span.first,
        [](const Quantity& quantity, std::size_t at) { return quantity.first < at; });
    if (found == quantities_.end() || found->first != span.first) return std::nullopt;
    return static_cast<std::size_t>(found - quantities_.begin());
  }

  void take(const ClauseRule& rule, const patterns::Match& match) {
    bool is_first = true;
    for (const ClauseRole& role : rule.roles) {
      const auto figure = span_of(match, role.figure);
      const auto index = figure ? quantity_at(*figure) : std::nullopt;
      if (!index || into_[*index]) continue;
      into_[*index] = ClauseReading{.rule = &rule,
                                    .role = &role,
                                    .first = match.first(),
                                    .is_first = is_first,
                                    .is_down = rule.down >= 0 && match.group(rule.down).has_value(),
                                    .name = span_of(match, role.name),
                                    .basis = span_of(match, rule.basis)};
      is_first = false;
    }
  }

  std::string_view masked_;
  const std::vector<Quantity>& quantities_;
  std::vector<std::optional<ClauseReading>>& into_;
};

}  // namespace

std::vector<std::optional<ClauseReading>> read_clauses(std::string_view masked,
                                                       const std::vector<Quantity>& quantities,
                                                       const std::vector<ClauseRule>& rules) {
  std::vector<std::optional<ClauseReading>> readings(quantities.size());
  SentenceReader reader(masked, quantities, readings);
  std::size_t done = 0;
  for (const Quantity& quantity : quantities) {
    if (quantity.first < done) continue;
    const Span sentence{sentence_start(masked, done, quantity.first),
                        sentence_end(masked, quantity.last)};
    for (const ClauseRule& rule : rules) reader.read(rule, sentence);
    done = sentence.last;
  }
  return readings;
}

}  // namespace mingxi::facts
