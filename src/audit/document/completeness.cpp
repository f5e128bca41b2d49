#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "audit/document/blank_form.h"
#include "audit/core/places.h"
#include "audit/core/stages.h"

namespace mingxi::audit {
namespace {

constexpr int kReadable = 10;                   // characters: fewer on a page are its number
constexpr double kCovering = 0.25;              // of a page: a larger image may be what the page is
constexpr std::size_t kShown = 9;               // titles listed in a message
constexpr int kCharacters = 24;                 // of each
constexpr std::size_t kProse = 10;              // paragraphs: fewer are a document of tables alone
constexpr std::size_t kMinStatutory = 6;        // kinds of tables: fewer are not all
constexpr int kFirstYearOfStateCapital = 2021;  // departments need not publish it before

bool is_statutory(TableKind kind, DocumentKind document) {
  return is_statutory_in(
      kind, document == DocumentKind::kFinalAccount ? TableOf::kFinalAccount : TableOf::kBudget);
}

bool is_disclosure(const Extraction& extraction) {
  const DocumentKind kind = extraction.identity.kind;
  return kind == DocumentKind::kBudget || kind == DocumentKind::kFinalAccount;
}

double covered(const Page& page) {
  double area = 0;
  for (const Image& image : page.images)
    area = std::max(area, image.box.width() * image.box.height());
  return page.width > 0 && page.height > 0 ? area / (page.width * page.height) : 0;
}

/// Pages that hold nothing to see but perhaps their number.
void check_blank_pages(const Audited& audited, Ledger& ledger) {
  const std::vector<PageSummary>& pages = audited.extraction.pages;
  std::vector<Evidence> blank;
  std::vector<std::string> numbers;
  const auto has_text = [](const PageSummary& page) { return page.characters >= kReadable; };
  const auto first = std::find_if(pages.begin(), pages.end(), has_text);
  const auto last = std::find_if(pages.rbegin(), pages.rend(), has_text).base();
  for (auto page = first; page < last; ++page) {
    const Page& printed = audited.document.pages[static_cast<std::size_t>(page - pages.begin())];
    constexpr int kPageNumber = 5;  // "- 3 -"
    if (page->characters > kPageNumber || !printed.images.empty()) continue;
    blank.push_back({.page = page->number});
    numbers.push_back(std::to_string(page->number));
  }
  if (blank.empty()) return;
  Finding finding = finding_of(Check::kBlankPage, Severity::kInfo, FindingState::kNoted,
                               said(Sentence::kBlankPages, {{"pages", messages::listed(numbers)}}));
  ledger.report(std::move(finding), std::move(blank));
}

/// Whether figures may be printed where no text can be read.
bool has_scanned_pages(const Audited& audited) {
  for (std::size_t i = 0; i < audited.document.pages.size(); ++i) {
    const bool is_readable = audited.extraction.pages[i].characters >= kReadable;
    if (!is_readable && covered(audited.document.pages[i]) > kCovering) return true;
  }
  return false;
}

struct Announced {
  Evidence place;
  bool is_in_contents = false;
};

/// The statutory tables that the document names in its contents or headings, by kind.
std::map<TableKind, Announced> announced_tables(const Audited& audited) {
  const patterns::TableRules& rules = audited.patterns.tables;
  std::map<TableKind, Announced> result;
  for (const Paragraph& paragraph : audited.layout.paragraphs) {
    if (paragraph.role != ParagraphRole::kContents || paragraph.text.empty()) continue;
    std::string title = paragraph.text.utf8();
    title.erase(title.find_last_not_of(".…·-0123456789") + 1);
    while (title.ends_with("…")) title.erase(title.size() - std::string_view("…").size());
    if (!rules.notes.is("title", title) ||
        !audited.patterns.layout.lines.ends_in_table.matches(title))
      continue;
    const auto kind = rules.kind_of_title(title);
    if (!kind || !is_statutory(*kind, audited.extraction.identity.kind)) continue;
    const std::size_t last = std::min(title.size(), paragraph.text.size());
    result.emplace(*kind, Announced{evidence_at(audited.document, paragraph.text, 0, last), true});
  }
  return result;
}

void check_tables_present(const Audited& audited, Ledger& ledger) {
  const Extraction& extraction = audited.extraction;
  if (has_scanned_pages(audited)) {
    ledger.skip(Check::kTableMissing, said(Sentence::kImagesMayHoldTables));
    return;
  }
  std::set<TableKind> found;
  for (const Table& table : extraction.tables) found.insert(table.kind);
  std::vector<Evidence> missing;
  for (auto& [kind, announced] : announced_tables(audited))
    if (!found.contains(kind)) missing.push_back(announced.place);
  const bool has_tables = std::any_of(
      extraction.tables.begin(), extraction.tables.end(),
      [&](const Table& table) { return is_statutory(table.kind, extraction.identity.kind); });
  bool has_section = false;  // a heading of the prose, or only the contents, announces tables
  if (!has_tables) {
    for (const Paragraph& paragraph : audited.layout.paragraphs) {
      const std::string& text = paragraph.text.utf8();
      if (paragraph.role != ParagraphRole::kContents &&
          audited.patterns.form.announcing.elsewhere.matches(text)) {
        ledger.report(
            finding_of(Check::kTableMissing, Severity::kInfo, FindingState::kNoted,
                       said(Sentence::kTablesElsewhere, {{"words", shortened(text, kCharacters)}})),
            {evidence_at(audited.document, paragraph.text, 0, paragraph.text.size())});
        return;
      }
      if (paragraph.role != ParagraphRole::kHeading ||
          !audited.patterns.form.announcing.tables.matches(text))
        continue;
      has_section = true;
      missing.push_back(evidence_at(audited.document, paragraph.text, 0, paragraph.text.size()));
    }
  }
  if (missing.empty()) return;
  // Contents without the tables themselves: they may be published as a file of their own.
  const bool may_be_elsewhere = !has_tables && !has_section;
  Finding finding =
      finding_of(Check::kTableMissing, may_be_elsewhere ? Severity::kInfo : Severity::kWarning,
                 FindingState::kMissing,
                 said(may_be_elsewhere ? Sentence::kTablesPerhapsApart : Sentence::kTablesMissing,
                      {{"words", quoted(missing, kShown, kCharacters)}}));
  ledger.report(std::move(finding), std::move(missing));
}

/// Where a table is: its title, or its first cell.
Evidence place_of(const Table& table) {
  Evidence place{.page = table.pages.empty() ? 1 : table.pages.front(), .quote = table.title};
  for (const Cell& cell : table.cells) {
    if (cell.text.empty()) continue;
    if (place.quote.empty()) place.quote = cell.text;
    place.boxes.push_back({cell.page, cell.box});
    break;
  }
  return place;
}

/// Whether the document says what a table without figures means, or which of its tables are empty.
bool explains_empty_tables(const Audited& audited) {
  const auto explains = [&](const TracedText& text) {
    return audited.patterns.form.announcing.empty_means.matches(text.utf8());
  };
  for (const Paragraph& paragraph : audited.layout.paragraphs)
    if (explains(paragraph.text)) return true;
  for (const Grid& grid : audited.layout.grids)
    for (const GridCell& cell : grid.cells)
      if (explains(cell.text)) return true;
  return false;
}

void check_empty_tables(const Audited& audited, Ledger& ledger) {
  std::vector<Evidence> places;
  for (const Table& table : audited.extraction.tables) {
    if (table.state == TableState::kEmptyUndeclared &&
        is_statutory(table.kind, audited.extraction.identity.kind))
      places.push_back(place_of(table));
  }
  if (places.empty() || explains_empty_tables(audited)) return;
  Finding finding =
      finding_of(Check::kEmptyTable, Severity::kInfo, FindingState::kMissing,
                 said(Sentence::kTablesEmpty, {{"words", quoted(places, kShown, kCharacters)}}));
  ledger.report(std::move(finding), std::move(places));
}

void check_denied_tables(const Audited& audited, Ledger& ledger) {
  const Extraction& extraction = audited.extraction;
  for (std::size_t i = 0; i < extraction.tables.size(); ++i) {
    const Table& table = extraction.tables[i];
    if (table.state != TableState::kData || !is_statutory(table.kind, extraction.identity.kind))
      continue;
    const bool has_figures = std::any_of(
        extraction.facts.begin(), extraction.facts.end(),
        [&](const Fact& fact) { return fact.table == table.id && !fact.value.is_zero(); });
    if (!has_figures) continue;
    const Grid& last = audited.layout.grids[audited.layout.tables[i].grids.back()];
    for (const Line& line : last.below) {
      const std::string& text = line.text.utf8();
      if (!audited.patterns.checks.words.speaks_of_its_table.matches(text)) continue;
      if (!audited.patterns.tables.notes.is("empty", text)) continue;
      const Evidence note = evidence_at(audited.document, line.text, 0, line.text.size());
      Finding finding = finding_of(
          Check::kEmptyTable, Severity::kWarning, FindingState::kInconsistent,
          said(Sentence::kTableSaidEmpty, {{"table", shortened(table.title, kCharacters)},
                                           {"note", shortened(note.quote, 2 * kCharacters)}}));
      ledger.report(std::move(finding), std::vector{note, place_of(table)});
    }
  }
}

void check_sections(const Audited& audited, Ledger& ledger) {
  std::size_t prose = 0;
  for (const Paragraph& paragraph : audited.layout.paragraphs)
    if (paragraph.role == ParagraphRole::kBody) ++prose;
  if (prose < kProse) return;
  if (has_scanned_pages(audited)) {
    ledger.skip(Check::kSectionMissing, said(Sentence::kImagesMayHoldIt));
    return;
  }
  std::vector<std::string> names;
  for (const patterns::FormPattern& section : audited.patterns.form.sections) {
    const auto& paragraphs = audited.layout.paragraphs;
    const bool is_there = std::any_of(
        paragraphs.begin(), paragraphs.end(),
        [&](const Paragraph& paragraph) { return section.pattern.matches(paragraph.text.utf8()); });
    if (!is_there) names.push_back(section.id);
  }
  if (names.empty()) return;
  Finding finding = finding_of(Check::kSectionMissing, Severity::kInfo, FindingState::kMissing,
                               said(Sentence::kNotMentioned, {{"names", messages::listed(names)}}));
  ledger.report(std::move(finding), std::vector<Evidence>());
}

/// Tables of all budgets but that of state capital, which departments publish since 2021.
void check_state_capital(const Audited& audited, Ledger& ledger) {
  if (audited.extraction.identity.fiscal_year.value_or(0) < kFirstYearOfStateCapital) return;
  const DocumentKind document = audited.extraction.identity.kind;
  const patterns::TableRules& rules = audited.patterns.tables;
  std::set<TableKind> statutory;
  bool has_fund = false;
  for (const Table& table : audited.extraction.tables) {
    if (is_statutory(table.kind, document)) statutory.insert(table.kind);
    has_fund = has_fund || is_of(table.kind, TableSubject::kGovernmentFund);
    if (is_of(table.kind, TableSubject::kStateCapital)) return;
  }
  if (!has_fund || statutory.size() < kMinStatutory || has_scanned_pages(audited)) return;
  const auto names_it = [&](const TracedText& text) {
    if (!audited.patterns.layout.lines.ends_in_table.matches(text.utf8())) return false;
    const auto kind = rules.kind_of_title(text.utf8());
    return kind && is_of(*kind, TableSubject::kStateCapital);
  };
  for (const Paragraph& paragraph : audited.layout.paragraphs)
    if (names_it(paragraph.text)) return;
  for (const Grid& grid : audited.layout.grids)
    for (const auto* lines : {&grid.above, &grid.heads, &grid.below})
      if (std::any_of(lines->begin(), lines->end(),
                      [&](const Line& line) { return names_it(line.text); }))
        return;
  ledger.report(finding_of(Check::kTableMissing, Severity::kInfo, FindingState::kMissing,
                           said(Sentence::kNoTableOfStateCapital, {})),
                std::vector<Evidence>());
}

}  // namespace

void check_completeness(const Audited& audited, Ledger& ledger) {
  if (is_blank_form(audited)) return;
  check_blank_pages(audited, ledger);
  if (!is_disclosure(audited.extraction)) return;
  check_tables_present(audited, ledger);
  check_empty_tables(audited, ledger);
  check_denied_tables(audited, ledger);
  check_sections(audited, ledger);
  check_state_capital(audited, ledger);
}

}  // namespace mingxi::audit
