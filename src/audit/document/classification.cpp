#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "audit/document/blank_form.h"
#include "audit/core/places.h"
#include "audit/core/stages.h"
#include "model/table_view.h"
#include "text/normalise.h"

namespace mingxi::audit {
namespace {

constexpr int kCharacters = 30;              // of a quote
constexpr int kAfterCode = 12;               // characters quoted after a code
constexpr std::ptrdiff_t kMinOfAScheme = 4;  // classes of one list, to one of the other
constexpr std::size_t kClass = 3;            // digits of a 类
constexpr std::size_t kGroup = 5;            // of a 款

/// A code and its name as one row of a table prints them.
struct Row {
  std::size_t table = 0;
  int row = 0;
  patterns::Scheme scheme = patterns::Scheme::kFunctional;
  std::string code;
  std::string name;  ///< normalised
};

std::optional<patterns::Scheme> scheme_of(std::string_view word) {
  if (word == "functional") return patterns::Scheme::kFunctional;
  if (word == "economic") return patterns::Scheme::kEconomic;
  if (word == "government_economic") return patterns::Scheme::kGovernmentEconomic;
  return std::nullopt;
}

/// The rows with a code, each code and name once.
std::vector<Row> coded_rows(const Extraction& extraction) {
  std::map<std::string, std::size_t> tables;
  for (std::size_t i = 0; i < extraction.tables.size(); ++i) tables[extraction.tables[i].id] = i;
  std::vector<Row> rows;
  std::set<std::string> seen;
  for (const Fact& fact : extraction.facts) {
    if (fact.origin != Origin::kTable || !fact.code || !fact.table || !fact.row) continue;
    if (!seen.insert(*fact.code + " " + fact.subject).second) continue;
    const std::size_t colon = fact.code->find(':');
    const auto scheme = scheme_of(std::string_view(*fact.code).substr(0, colon));
    const auto table = tables.find(*fact.table);
    if (!scheme || colon == std::string::npos || table == tables.end()) continue;
    rows.push_back({table->second, *fact.row, *scheme, fact.code->substr(colon + 1),
                    text::normalised(fact.subject)});
  }
  return rows;
}

/// The cell of the row that prints a text, and where the text is printed.
std::optional<Evidence> place_of(const Audited& audited, const Row& row, const std::string& text) {
  const Table& table = audited.extraction.tables[row.table];
  const TableView view(table, audited.layout.tables[row.table], audited.layout);
  for (const int index : view.cells_from(row.row)) {
    const TracedText& cell = view.traced(index);
    const std::size_t at = cell.utf8().find(text);
    if (at != std::string::npos) return evidence_at(audited.document, cell, at, at + text.size());
  }
  return std::nullopt;
}

/// The code of the same level whose listed name this is; nothing where that is not clear.
std::optional<std::string> code_named(const patterns::Classification& classification,
                                      const Row& row) {
  if (row.scheme == patterns::Scheme::kEconomic) return classification.economic(row.name);
  if (row.scheme != patterns::Scheme::kFunctional) return std::nullopt;
  if (row.code.size() == kClass) return classification.functional_class(row.name);
  const auto class_name =
      classification.name_of(patterns::Scheme::kFunctional, row.code.substr(0, kClass));
  if (!class_name) return std::nullopt;
  if (row.code.size() == kGroup) return classification.functional_path(*class_name, row.name, "");
  const auto group_name =
      classification.name_of(patterns::Scheme::kFunctional, row.code.substr(0, kGroup));
  if (group_name) {
    if (auto code = classification.functional_path(*class_name, *group_name, row.name)) return code;
  }
  return classification.functional_path(*class_name, "", row.name);
}

Finding wrong_name(const Row& row, const std::string& other, const Said& about) {
  return finding_of(
      Check::kClassificationName, Severity::kWarning, FindingState::kInconsistent,
      said(Sentence::kNameOfOtherCode,
           {{"code", row.code}, {"name", row.name}, {"other", other}, {"about", about}}));
}

/// The listed code whose listed name the row prints, where it is another of the same level. A
/// former or shorter name may be used for several codes and is not sure.
std::optional<std::string> other_code(const patterns::Classification& classification,
                                      const Row& row) {
  const auto other = code_named(classification, row);
  const bool is_other = other && *other != row.code && other->size() == row.code.size();
  if (!is_other || classification.name_of(row.scheme, *other) != row.name) return std::nullopt;
  return other;
}

void check_names(const Audited& audited, const std::vector<Row>& rows, Ledger& ledger) {
  const patterns::Classification& classification = audited.patterns.classification;
  std::set<std::string> printed;
  for (const Row& row : rows)
    if (row.scheme == patterns::Scheme::kFunctional) printed.insert(row.code);
  std::set<std::string> told;
  for (const Row& row : rows) {
    const auto listed = classification.name_of(row.scheme, row.code);
    if (listed && *listed == row.name) continue;
    const auto other = other_code(classification, row);
    if (!other) continue;
    // A code that is not listed may be new: only where its 款 is nowhere and the other's is there.
    const std::string group = row.code.substr(0, kGroup);
    const bool lacks_its_parent = row.scheme == patterns::Scheme::kFunctional &&
                                  row.code.size() > kGroup && !printed.contains(group) &&
                                  printed.contains(other->substr(0, kGroup));
    if (!listed && !lacks_its_parent) continue;
    const auto place = place_of(audited, row, row.name);
    if (!place || !told.insert(row.code + row.name).second) continue;
    const Said about = listed ? said(Sentence::kNameOfCode, {{"code", row.code}, {"name", *listed}})
                              : said(Sentence::kParentNotThere, {{"code", group}});
    ledger.report(wrong_name(row, *other, about), std::vector{*place});
  }
}

void add_places(const Audited& audited, const TracedText& text, const patterns::OutdatedName& name,
                std::vector<Evidence>& into) {
  constexpr std::size_t kShortest = 18;  // bytes of 医疗卫生支出
  if (text.size() < kShortest) return;
  for (const patterns::Match& match : name.wording.pattern.find_all(text.utf8()))
    into.push_back(evidence_at(audited.document, text, match.first(), match.last()));
}

Finding outdated(const patterns::OutdatedName& name, const std::vector<Evidence>& places) {
  return finding_of(Check::kClassificationOutdated, Severity::kWarning, FindingState::kNoted,
                    said(Sentence::kNameOutdated, {{"name", name.wording.id},
                                                   {"year", std::to_string(name.since)},
                                                   {"current", name.current},
                                                   {"count", std::to_string(places.size())},
                                                   {"words", quoted(places, 2, kCharacters)}}));
}

/// Whether the rows of a table are of the classification: a project may have the name of a class.
bool has_classes(const Audited& audited, const Table& table) {
  const auto& facts = audited.extraction.facts;
  const bool is_coded = std::any_of(facts.begin(), facts.end(), [&](const Fact& fact) {
    return fact.table == table.id && fact.code && fact.code->starts_with("functional:");
  });
  const bool sets_side_by_side = is_of(table.kind, TableSubject::kIncomeAndExpenditure) ||
                                 is_of(table.kind, TableSubject::kAppropriation);
  return is_coded || sets_side_by_side;
}

void check_outdated(const Audited& audited, Ledger& ledger) {
  const auto year = audited.extraction.identity.fiscal_year;
  if (!year) return;
  for (const patterns::OutdatedName& name : audited.patterns.form.outdated) {
    if (*year < name.since) continue;
    std::vector<Evidence> places;
    for (const Paragraph& paragraph : audited.layout.paragraphs)
      if (paragraph.role != ParagraphRole::kContents)
        add_places(audited, paragraph.text, name, places);
    for (std::size_t i = 0; i < audited.extraction.tables.size(); ++i) {
      if (!has_classes(audited, audited.extraction.tables[i])) continue;
      for (const std::size_t grid : audited.layout.tables[i].grids)
        for (const GridCell& cell : audited.layout.grids[grid].cells)
          add_places(audited, cell.text, name, places);
    }
    if (places.empty()) continue;
    Finding finding = outdated(name, places);
    ledger.report(std::move(finding), std::move(places));
  }
}

/// A class printed with its code in brackets: 其他支出(399).
struct PrintedClass {
  std::size_t paragraph = 0;
  patterns::Match match;
  char scheme = ' ';  ///< the first digit of its code
};

/// Classes of one list by economic classification whose code is of the other of the two: 399 among
/// 501, 502, 505, 509.
void check_schemes(const Audited& audited, Ledger& ledger) {
  const patterns::Pattern& printed = audited.patterns.form.context.economic_class_with_code;
  std::map<int, std::vector<PrintedClass>> lists;  // by section
  const auto& paragraphs = audited.layout.paragraphs;
  for (std::size_t p = 0; p < paragraphs.size(); ++p)
    for (const patterns::Match& match : printed.find_all(paragraphs[p].text.utf8()))
      lists[paragraphs[p].section].push_back({p, match, printed.group(match, "code").front()});
  for (const auto& [section, classes] : lists) {
    for (const PrintedClass& each : classes) {
      const auto alike =
          std::count_if(classes.begin(), classes.end(),
                        [&](const PrintedClass& other) { return other.scheme == each.scheme; });
      const auto others = static_cast<std::ptrdiff_t>(classes.size()) - alike;
      if (alike != 1 || others < kMinOfAScheme) continue;
      const TracedText& text = paragraphs[each.paragraph].text;
      const Evidence place =
          evidence_at(audited.document, text, each.match.first(),
                      characters_after(text.utf8(), each.match.last(), kAfterCode));
      ledger.report(mingxi::audit::finding_of(
                        Check::kClassificationName, Severity::kInfo, FindingState::kInconsistent,
                        said(Sentence::kCodeOfOtherScheme, {{"words", place.quote}})),
                    {place});
    }
  }
}

}  // namespace

void check_classification(const Audited& audited, Ledger& ledger) {
  if (is_blank_form(audited)) return;
  const std::vector<Row> rows = coded_rows(audited.extraction);
  check_names(audited, rows, ledger);
  check_outdated(audited, ledger);
  check_schemes(audited, ledger);
}

}  // namespace mingxi::audit
