// A pair is taken from the surest evidence there is; what is paired is out of the search. Evidence
// that fits two is no evidence.
#include "audit/pairs/halves.h"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <map>
#include <set>

#include "audit/across/comparable.h"

namespace mingxi::audit {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kTotals[] = {"income.total", "expenditure.total",
                                        "income_and_expenditure.total"};
constexpr std::string_view kThreePublic = "three_public.total";
constexpr int kMinDigits = 4;  // of a total that many bodies can hardly share

bool has_statutory_tables(const Extraction& extraction) {
  return std::ranges::any_of(extraction.tables, [](const Table& table) {
    return table.kind != TableKind::kOther && table.state == TableState::kData;
  });
}

bool agree(const Amount& one, const Amount& other) {
  const auto comparison = compare(one, {other});
  return comparison && comparison->agreement != Agreement::kInconsistent;
}

bool agree(const std::vector<Amount>& some, const std::vector<Amount>& others) {
  return std::ranges::any_of(some, [&](const Amount& one) {
    return std::ranges::any_of(others, [&](const Amount& other) { return agree(one, other); });
  });
}

/// Whether an amount is printed with so many digits that it tells a body from others.
bool is_telling(const Amount& amount) {
  std::optional<Decimal> least = amount.step;
  for (int digit = 1; least && digit < kMinDigits; ++digit) least = least->times(Decimal(10, 0));
  return least && !(size_of(amount.value) < *least);
}

bool is_contradicted(const Half& one, const Half& other) {
  return (!one.body.empty() && !other.body.empty() && one.body != other.body) ||
         (one.year != 0 && other.year != 0 && one.year != other.year) ||
         (one.kind != DocumentKind::kUnknown && other.kind != DocumentKind::kUnknown &&
          one.kind != other.kind);
}

bool have_the_same_figures(const Half& prose, const Half& tables) {
  std::vector<Amount> totals = prose.totals;
  std::erase_if(totals, [](const Amount& total) { return !is_telling(total); });
  return agree(totals, tables.totals) && agree(prose.three_public, tables.three_public);
}

/// The name of a file without what tells which half it is, with its folder; "" where nothing else
/// is in the name.
std::string bare_path(const std::string& path, const patterns::Pattern& word) {
  std::string name = fs::path(path).stem().native();
  while (const auto match = word.find(name))
    name.erase(match->first(), match->last() - match->first());
  if (name.find_first_not_of("0123456789 -_.()") == std::string::npos) return "";
  return (fs::path(path).parent_path() / name).native();
}

std::set<std::string> bare_paths(const Half& half, const patterns::Patterns& patterns) {
  const auto& words = patterns.checks.between_documents.words;
  std::set<std::string> bare;
  for (const std::string& path : half.paths)
    bare.insert(bare_path(
        path, half.has == Half::Has::kProse ? words.file_of_prose : words.file_of_tables));
  bare.erase("");
  return bare;
}

class Pairing {
 public:
  Pairing(const std::vector<Half>& halves, const patterns::Patterns& patterns) {
    for (const Half& half : halves) {
      (half.has == Half::Has::kProse ? prose_ : tables_).push_back(&half);
      names_[&half] = bare_paths(half, patterns);
    }
  }

  void pair_named(const std::vector<NamedPartners>& named) {
    std::set<NamedPartners> partners;
    for (const auto& [first, second] : named) {
      partners.emplace(first, second);
      partners.emplace(second, first);
    }
    pair_unique(PairedBy::kManifest, [&](const Half& prose, const Half& tables) {
      return partners.contains({prose.sha256, tables.sha256});
    });
  }

  void pair_by_name() {
    pair_unique(PairedBy::kName, [&](const Half& prose, const Half& tables) {
      const std::set<std::string>& others = names_.at(&tables);
      return !is_contradicted(prose, tables) &&
             (agree(prose.totals, tables.totals) ||
              agree(prose.three_public, tables.three_public)) &&
             std::ranges::any_of(names_.at(&prose),
                                 [&](const std::string& name) { return others.contains(name); });
    });
  }

  void pair_by_figures() {
    pair_unique(PairedBy::kFigures, [](const Half& prose, const Half& tables) {
      return !is_contradicted(prose, tables) && have_the_same_figures(prose, tables);
    });
  }

  std::vector<DocumentPair> taken() {
    std::ranges::sort(pairs_, {}, &DocumentPair::prose);
    return std::move(pairs_);
  }

 private:
  using Fits = std::function<bool(const Half& prose, const Half& tables)>;

  /// Pairs the halves that fit each other and no other.
  void pair_unique(PairedBy by, const Fits& fits) {
    std::map<const Half*, std::vector<const Half*>> fitting;  // both ways
    for (const Half* prose : prose_)
      for (const Half* tables : tables_)
        if (fits(*prose, *tables)) {
          fitting[prose].push_back(tables);
          fitting[tables].push_back(prose);
        }
    for (const auto& [half, others] : fitting) {
      if (half->has != Half::Has::kProse || others.size() != 1) continue;
      if (fitting.at(others.front()).size() != 1) continue;
      pairs_.push_back({half->sha256, others.front()->sha256, by});
      std::erase(prose_, half);
      std::erase(tables_, others.front());
    }
  }

  std::vector<const Half*> prose_;
  std::vector<const Half*> tables_;
  std::map<const Half*, std::set<std::string>> names_;
  std::vector<DocumentPair> pairs_;
};

}  // namespace

std::optional<Half> half_of(const Extraction& extraction, const patterns::Patterns& patterns,
                            std::vector<std::string> paths) {
  const ComparableDocument document = comparable(extraction, patterns);
  const DocumentCard& card = document.card;
  Half half{.has = has_statutory_tables(extraction) ? Half::Has::kTables : Half::Has::kProse,
            .sha256 = card.sha256,
            .paths = std::move(paths),
            .body = card.body,
            .kind = card.kind,
            .year = card.year};
  const Origin own = half.has == Half::Has::kTables ? Origin::kTable : Origin::kNarrative;
  for (const ComparableFigure& figure : document.figures) {
    const bool is_total = std::ranges::find(kTotals, figure.what) != std::end(kTotals);
    if (!is_total && figure.what != kThreePublic) continue;
    if (figure.fact.origin != own) return std::nullopt;
    const auto amount = figure.change ? std::nullopt : figure.amount();
    const bool is_of_year =
        figure.period == card.year && figure.basis == own_basis(card.kind) && amount;
    if (!is_of_year || amount->value.is_zero()) continue;
    (is_total ? half.totals : half.three_public).push_back(*amount);
  }
  const bool has_any = own == Origin::kTable || !half.totals.empty() || !half.three_public.empty();
  return has_any ? std::optional(std::move(half)) : std::nullopt;
}

std::vector<DocumentPair> pairs_of(const std::vector<Half>& halves,
                                   const std::vector<NamedPartners>& named,
                                   const patterns::Patterns& patterns) {
  Pairing pairing(halves, patterns);
  pairing.pair_named(named);
  pairing.pair_by_name();
  pairing.pair_by_figures();
  return pairing.taken();
}

}  // namespace mingxi::audit
