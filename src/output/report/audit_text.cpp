#include "output/report/audit_text.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "messages/checks.h"
#include "messages/sentences.h"
#include "output/report/audit_finding.h"
#include "output/report/audit_words.h"

namespace mingxi::output {

using messages::said;
using messages::Sentence;
namespace {

/// The facts of the document; one of another document is named by its hash.
FindingSources sources_of(const Extraction& extraction, messages::Language language) {
  return {
      [&extraction](const FactReference& reference) -> const Fact* {
        if (reference.document) return nullptr;
        const auto fact = std::ranges::find(extraction.facts, reference.id, &Fact::id);
        return fact == extraction.facts.end() ? nullptr : &*fact;
      },
      [language](std::string_view sha256) {
        return said(Sentence::kAnotherDocument, {{"sha256", sha256.substr(0, 12)}}).in(language);
      }};
}

/// The facts of all documents, which are named by their paths.
FindingSources sources_of(const BetweenDocuments& between) {
  const auto document_with = [&between](std::string_view sha256) {
    return std::ranges::find(between.documents, sha256,
                             [](const auto& each) { return each.source.sha256; });
  };
  return {[document_with](const FactReference& reference) -> const Fact* {
            const std::vector<Fact>& facts = document_with(*reference.document)->facts;
            const auto fact = std::ranges::find(facts, reference.id, &Fact::id);
            return fact == facts.end() ? nullptr : &*fact;
          },
          [document_with](std::string_view sha256) {
            return text::shown(document_with(sha256)->source.path);
          }};
}

int first_page(const Finding& finding) {
  return finding.evidence.empty() ? 0 : finding.evidence.front().page;
}

/// From grave to slight, then by page.
std::vector<const Finding*> in_order(const std::vector<Finding>& findings) {
  std::vector<const Finding*> order;
  order.reserve(findings.size());
  for (const Finding& finding : findings) order.push_back(&finding);
  std::ranges::stable_sort(order, [](const Finding* a, const Finding* b) {
    return std::pair(a->severity, first_page(*a)) < std::pair(b->severity, first_page(*b));
  });
  return order;
}

void add_head(Report& report, const Extraction& extraction) {
  const messages::Language language = report.language();
  const Identity& identity = extraction.identity;
  const std::string path = extraction.source.path == "-" ? report.in(said(Sentence::kStandardInput))
                                                         : extraction.source.path;
  report.line(report.coloured(text::shown(path), "1"));
  std::string head = identity.title ? *identity.title : report.in(said(Sentence::kNoTitle));
  const auto add = [&](std::string_view part) {
    if (!part.empty()) head += " · " + std::string(part);
  };
  std::ranges::replace(head, '\t', ' ');
  std::ranges::replace(head, '\n', ' ');
  if (identity.publisher) add(*identity.publisher);
  if (identity.fiscal_year) {
    add(report.in(said(Sentence::kYear, {{"year", std::to_string(*identity.fiscal_year)}})));
  }
  add(kind_words(identity, language));
  report.paragraph(0, "", head);
  report.line("");
}

/// A reason without the id of the table it is of, "t3：" or "t3: ", so that like reasons are
/// printed once.
std::string_view without_table(std::string_view reason) {
  if (!reason.starts_with('t')) return reason;
  const std::size_t digits = reason.find_first_not_of("0123456789", 1);
  if (digits == 1 || digits == std::string_view::npos) return reason;
  const messages::Said colon = said(Sentence::kColon);
  for (const std::string_view joint :
       {std::string_view(colon.chinese), std::string_view(colon.english)})
    if (reason.substr(digits).starts_with(joint)) return reason.substr(digits + joint.size());
  return reason;
}

/// 3 项无法核对（没有三公经费表 2 项，单位不明 1 项）.
std::string not_possible(const Report& report, const std::vector<ImpossibleCheck>& checks) {
  std::vector<std::pair<std::string_view, int>> reasons;
  for (const ImpossibleCheck& check : checks) {
    const std::string_view reason = without_table(report.in(check.reason, check.reason_en));
    const auto known =
        std::ranges::find(reasons, reason, [](const auto& each) { return each.first; });
    if (known == reasons.end()) {
      reasons.emplace_back(reason, 1);
    } else {
      ++known->second;
    }
  }
  std::string list;
  for (const auto& [reason, count] : reasons) {
    if (!list.empty()) list += report.in(said(Sentence::kSemicolon));
    list += reason;
    if (count > 1) list += " ×" + std::to_string(count);
  }
  return report.in(said(Sentence::kChecksNotMade,
                        {{"count", std::to_string(checks.size())}, {"reasons", list}}));
}

std::string checks_text(const Report& report, const Checks& checks) {
  const int made = checks.held + checks.held_within_rounding + checks.failed;
  std::string text;
  if (made == 0) {
    text = report.in(said(Sentence::kNothingChecked));
  } else {
    text = report.in(said(made == 1 ? Sentence::kCheckMade : Sentence::kChecksMade,
                          {{"count", std::to_string(made)},
                           {"exact", std::to_string(checks.held)},
                           {"rounded", std::to_string(checks.held_within_rounding)},
                           {"failed", std::to_string(checks.failed)}}));
  }
  if (!checks.not_possible.empty()) {
    text += report.in(said(Sentence::kSemicolon)) + not_possible(report, checks.not_possible);
  }
  return text += report.in(said(Sentence::kFullStop));
}

std::string counts_text(const Report& report, const AuditTotals& totals) {
  const auto counted = [&report](int count, Sentence one, Sentence many) {
    return report.in(said(count == 1 ? one : many, {{"count", std::to_string(count)}}));
  };
  const std::string comma = report.in(said(Sentence::kComma));
  return counted(totals.errors, Sentence::kOneError, Sentence::kErrors) + comma +
         counted(totals.warnings, Sentence::kOneWarning, Sentence::kWarnings) + comma +
         counted(totals.notes, Sentence::kOneNote, Sentence::kNotes);
}

void add_unread_pages(Report& report, const Extraction& extraction) {
  std::vector<int> pages;
  for (const Finding& finding : extraction.findings) {
    if (finding.check != Check::kNoText) continue;
    for (const Evidence& evidence : finding.evidence) pages.push_back(evidence.page);
  }
  const messages::Language language = report.language();
  if (!pages.empty()) {
    report.paragraph(
        0, "",
        report.in(said(Sentence::kPagesNotChecked, {{"pages", pages_words(pages, language)}})));
  } else if (extraction.status == Status::kNoText) {
    report.paragraph(0, "", report.in(said(Sentence::kNoTextChecked)));
  }
}

}  // namespace

void AuditTotals::add(const Extraction& extraction) {
  ++documents;
  add(extraction.findings);
}

void AuditTotals::add(const std::vector<Finding>& findings) {
  for (const Finding& finding : findings) {
    if (finding.severity == Severity::kError) ++errors;
    if (finding.severity == Severity::kWarning) ++warnings;
    if (finding.severity == Severity::kInfo) ++notes;
  }
}

bool AuditTotals::reach(Severity severity) const {
  int count = errors;
  if (severity != Severity::kError) count += warnings;
  if (severity == Severity::kInfo) count += notes;
  return count > 0;
}

std::string audit_text(const Extraction& extraction, const ReportStyle& style, AuditDetail detail,
                       int false_alarms) {
  Report report(style);
  add_head(report, extraction);
  if (detail == AuditDetail::kFindings) {
    const FindingSources sources = sources_of(extraction, style.language);
    for (const Finding* finding : in_order(extraction.findings))
      add_finding(report, *finding, sources);
  }
  AuditTotals counts;
  counts.add(extraction);
  report.paragraph(0, "", checks_text(report, extraction.checks));
  add_unread_pages(report, extraction);
  report.paragraph(0, "", counts_text(report, counts) + report.in(said(Sentence::kFullStop)));
  if (false_alarms > 0) {
    report.paragraph(
        0, "",
        report.in(said(Sentence::kFalseAlarmsLeftOut, {{"count", std::to_string(false_alarms)}})));
  }
  return report.taken();
}

std::string audit_text(const BetweenDocuments& between, const ReportStyle& style,
                       AuditDetail detail) {
  Report report(style);
  report.line(report.coloured(report.in(said(Sentence::kBetweenDocuments)), "1"));
  const std::string count = std::to_string(between.documents.size());
  report.paragraph(0, "", report.in(said(Sentence::kDocumentsCompared, {{"count", count}})));
  const FindingSources sources = sources_of(between);
  for (const DocumentPair& pair : between.pairs) {
    const messages::Said names = said(Sentence::kPair, {{"prose", sources.document(pair.prose)},
                                                        {"tables", sources.document(pair.tables)}});
    report.paragraph(0, "", report.in(messages::joined(names, messages::reason_of(pair.by))));
  }
  report.line("");
  if (detail == AuditDetail::kFindings) {
    for (const Finding& finding : between.findings) add_finding(report, finding, sources);
  }
  AuditTotals counts;
  counts.add(between.findings);
  report.paragraph(0, "", checks_text(report, between.checks));
  report.paragraph(0, "", counts_text(report, counts) + report.in(said(Sentence::kFullStop)));
  return report.taken();
}

std::string audit_text(const AuditTotals& totals, const ReportStyle& style) {
  Report report(style);
  std::string text = report.in(
      said(totals.documents == 1 ? Sentence::kTotalsOfOne : Sentence::kTotals,
           {{"count", std::to_string(totals.documents)}, {"counts", counts_text(report, totals)}}));
  if (totals.inputs_failed > 0) {
    text +=
        report.in(said(Sentence::kInputsUnread, {{"count", std::to_string(totals.inputs_failed)}}));
  }
  report.paragraph(0, "", text + report.in(said(Sentence::kFullStop)));
  return report.taken();
}

}  // namespace mingxi::output
