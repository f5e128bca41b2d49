// Changes the samples digit by digit and looks whether the audit sees it. The samples are
// consistent, so each figure that takes part in a proof is checked by others: a changed digit
// breaks the identity, unless the change is too small for it.
#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "extract/extract.h"
#include "extract/load_patterns.h"
#include "read/read.h"
#include "support/files.h"

namespace mingxi::audit {
namespace {

constexpr std::size_t kTriesOfADocument = 400;  // keeps the test to seconds
constexpr double kFoundAtLeast = 0.95;

/// Which figures to change: those that something else than a list of the prose proves, or those
/// that nothing else proves.
enum class Proved { kOtherwise, kByAListAlone };

/// A printed digit of a figure that was proved.
struct PrintedDigit {
  const Fact* fact = nullptr;
  std::size_t page = 0;   ///< index in Document::pages
  std::size_t glyph = 0;  ///< index in Page::glyphs
  int power = 0;          ///< of ten, of its place in the figure as printed
};

/// 0 to 9 of a digit in full or half width; nothing for all else.
std::optional<int> digit_of(char32_t c) {
  if (c >= U'0' && c <= U'9') return static_cast<int>(c - U'0');
  if (c >= U'０' && c <= U'９') return static_cast<int>(c - U'０');
  return std::nullopt;
}

/// Another digit, far from it, so that no rounding hides the change; never a leading zero.
int changed(int digit) {
  if (digit == 5) return 9;
  return (digit + 5) % 10;
}

/// The places of the digits of a figure: the last in its ink that spell its value.
std::vector<PrintedDigit> digits_of(const Fact& fact, const Document& document) {
  std::vector<PrintedDigit> ink;
  std::string spelled;
  for (const PlacedBox& placed : fact.evidence.boxes) {
    const auto page = static_cast<std::size_t>(placed.page - 1);
    const std::vector<Glyph>& glyphs = document.pages[page].glyphs;
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
      const Glyph& glyph = glyphs[i];
      const auto digit = digit_of(glyph.code_point);
      const bool is_here = digit && glyph.visibility == Visibility::kVisible &&
                           holds(placed.box, glyph.box.middle_x(), glyph.box.middle_y());
      if (!is_here) continue;
      ink.push_back({&fact, page, i, 0});
      spelled += static_cast<char>('0' + *digit);
    }
  }
  std::string value;
  for (const char c : fact.value.text()) {
    if (c >= '0' && c <= '9') value += c;
  }
  const std::size_t at = spelled.rfind(value);
  if (at == std::string::npos) return {};  // in words, or zeros that are not printed
  std::vector<PrintedDigit> digits(ink.begin() + static_cast<std::ptrdiff_t>(at),
                                   ink.begin() + static_cast<std::ptrdiff_t>(at + value.size()));
  int power = static_cast<int>(value.size()) - 1 - fact.value.places();
  for (PrintedDigit& digit : digits) digit.power = power--;
  return digits;
}

bool is_list(const Proof& proof) { return proof.check == CheckName(Check::kSum, "list"); }

bool is_ratio(const Proof& proof) {
  const Check check = proof.check.id;
  return check == Check::kRate || check == Check::kShare || check == Check::kExecutionRate;
}

/// What one unit of the last printed digit is worth, in 元 or in the unit of the figure.
double step_of(const Fact& fact) {
  double scale = 1;
  if (fact.amount_yuan && !fact.value.is_zero()) {
    scale = std::stod(fact.amount_yuan->text()) / std::stod(fact.value.text());
  } else if (fact.amount_yuan) {
    scale = fact.unit.starts_with("万") ? 1e4 : 1;
  }
  return scale * std::pow(10.0, -fact.decimals);
}

using FactsById = std::map<std::string, const Fact*>;

FactsById by_id(const Extraction& extraction) {
  FactsById facts;
  for (const Fact& fact : extraction.facts) facts[fact.id] = &fact;
  return facts;
}

double magnitude_of(const Fact& fact) {
  return std::abs(std::stod((fact.amount_yuan ? *fact.amount_yuan : fact.value).text()));
}

/// Whether a rate or share of these figures cannot hold any more: the printed rate lies within half
/// its step and what the steps of the amounts allow. Errs to no.
bool must_break_ratio(const std::vector<const Fact*>& facts, const Fact& changed_fact,
                      double change) {
  const Fact* rate = nullptr;
  double steps = 0;
  double smallest = 0;
  double largest = 0;
  for (const Fact* fact : facts) {
    if (fact->unit == "%") {
      rate = fact;
      continue;
    }
    const double magnitude = magnitude_of(*fact);
    steps += step_of(*fact);
    smallest = smallest == 0 ? magnitude : std::min(smallest, magnitude);
    largest = std::max(largest, magnitude);
  }
  if (rate == nullptr || smallest == 0) return false;
  const double percent = magnitude_of(*rate);
  const double tolerance = step_of(*rate) / 2 + std::max(100.0, percent) * steps / 2 / smallest;
  const bool is_rate = &changed_fact == rate;
  const double effect = is_rate ? change : std::min(100.0, percent) * change / largest;
  return effect > 2 * tolerance;
}

/// Whether a change, in 元 or in the unit of the figure, is more than an identity bears. It may
/// have been off by its whole tolerance before, to the other side.
bool must_break(const Proof& proof, const Fact& fact, double change, const FactsById& by_id) {
  std::vector<const Fact*> facts;
  for (const std::string& id : proof.facts) facts.push_back(by_id.at(id));
  if (is_ratio(proof)) return must_break_ratio(facts, fact, change);
  double tolerance = 0;
  for (const Fact* other : facts) tolerance += step_of(*other) / 2;
  return change > 2 * tolerance;
}

/// The digits whose change breaks at least one identity, in the order of the proofs.
std::vector<PrintedDigit> proved_digits(const Extraction& extraction, const Document& document,
                                        Proved proved) {
  const FactsById facts = by_id(extraction);
  std::map<const Fact*, std::vector<const Proof*>> proofs;
  std::vector<const Fact*> order;
  for (const Proof& proof : extraction.checks.proofs) {
    for (const std::string& id : proof.facts) {
      const Fact* fact = facts.at(id);
      if (proofs[fact].empty()) order.push_back(fact);
      proofs[fact].push_back(&proof);
    }
  }
  std::vector<PrintedDigit> result;
  for (const Fact* fact : order) {
    for (const PrintedDigit& digit : digits_of(*fact, document)) {
      const Glyph& glyph = document.pages[digit.page].glyphs[digit.glyph];
      const int before = digit_of(glyph.code_point).value();
      const double last_digits =
          std::abs(changed(before) - before) * std::pow(10.0, digit.power + fact->decimals);
      const double change = last_digits * step_of(*fact);
      bool lists = false;
      bool others = false;
      for (const Proof* proof : proofs[fact]) {
        if (must_break(*proof, *fact, change, facts)) (is_list(*proof) ? lists : others) = true;
      }
      const bool breaks = proved == Proved::kOtherwise ? others : lists && !others;
      if (breaks) result.push_back(digit);
    }
  }
  return result;
}

/// Whether a finding that matters names the figure whose ink holds the glyph.
bool is_found(const Extraction& extraction, const Page& page, const Glyph& glyph) {
  const FactsById facts = by_id(extraction);
  const auto is_changed = [&](const FactReference& reference) {
    const auto fact = facts.find(reference.id);
    if (fact == facts.end()) return false;
    return std::ranges::any_of(fact->second->evidence.boxes, [&](const PlacedBox& placed) {
      return placed.page == page.number &&
             holds(placed.box, glyph.box.middle_x(), glyph.box.middle_y());
    });
  };
  return std::ranges::any_of(extraction.findings, [&](const Finding& finding) {
    const bool has_numbers = finding.formula || finding.difference;
    const bool matters = finding.severity == Severity::kError ||
                         (finding.severity == Severity::kWarning && has_numbers);
    return matters && std::ranges::any_of(finding.facts, is_changed);
  });
}

/// Where a change went unseen, for people: 第 4 页 收入预算1326.28万元, digit 3.
std::string described(const PrintedDigit& digit, const Document& document) {
  const Glyph& glyph = document.pages[digit.page].glyphs[digit.glyph];
  const int before = digit_of(glyph.code_point).value();
  return "page " + std::to_string(digit.page + 1) + " " + digit.fact->subject + " «" +
         digit.fact->evidence.quote + "»: " + std::to_string(before) + " at 10^" +
         std::to_string(digit.power) + " to " + std::to_string(changed(before)) + "\n";
}

struct Tally {
  std::size_t tried = 0;
  std::size_t found = 0;
  std::string missed;
};

Tally tally(Document document, const patterns::Patterns& patterns, Proved proved) {
  const Extraction unchanged = extract::extract(document, patterns);
  const std::vector<PrintedDigit> digits = proved_digits(unchanged, document, proved);
  const std::size_t stride = digits.size() / kTriesOfADocument + 1;
  Tally result;
  for (std::size_t i = 0; i < digits.size(); i += stride) {
    const Page& page = document.pages[digits[i].page];
    Glyph& glyph = document.pages[digits[i].page].glyphs[digits[i].glyph];
    const std::string description = described(digits[i], document);
    const char32_t before = glyph.code_point;
    const int digit = digit_of(before).value();
    glyph.code_point =
        before + static_cast<char32_t>(changed(digit)) - static_cast<char32_t>(digit);
    ++result.tried;
    if (is_found(extract::extract(document, patterns), page, glyph)) {
      ++result.found;
    } else {
      result.missed += description;
    }
    glyph.code_point = before;
  }
  return result;
}

TEST(Mutation, LeavesTheSamplesWithoutErrors) {
  const patterns::Patterns patterns = extract::load_patterns("");
  for (const auto& path : sample_documents()) {
    for (const Finding& finding : extract::extract(read::read(path.string()), patterns).findings) {
      EXPECT_NE(finding.severity, Severity::kError) << path << ": " << finding.message;
    }
  }
}

Tally tally_of_samples(Proved proved) {
  const patterns::Patterns patterns = extract::load_patterns("");
  Tally all;
  for (const auto& path : sample_documents()) {
    const Tally one = tally(read::read(path.string()), patterns, proved);
    all.tried += one.tried;
    all.found += one.found;
    if (!one.missed.empty()) {
      all.missed += path.parent_path().filename().string() + "\n" + one.missed;
    }
  }
  return all;
}

void expect_most_found(const Tally& all) {
  if (all.tried == 0) GTEST_SKIP() << "the samples have no such proofs to break";
  ::testing::Test::RecordProperty("tried", static_cast<int>(all.tried));
  ::testing::Test::RecordProperty("found", static_cast<int>(all.found));
  EXPECT_GE(static_cast<double>(all.found), kFoundAtLeast * static_cast<double>(all.tried))
      << all.found << " of " << all.tried << " found; not found:\n"
      << all.missed;
}

TEST(Mutation, FindsAChangedDigitOfAProvedFigure) {
  expect_most_found(tally_of_samples(Proved::kOtherwise));
}

TEST(Mutation, FindsAChangedDigitOfAListInTheProse) {
  expect_most_found(tally_of_samples(Proved::kByAListAlone));
}

}  // namespace
}  // namespace mingxi::audit
