#pragma once

#include <string>
#include <vector>

#include "output/report/report.h"
#include "model/between_documents.h"
#include "model/fact.h"

namespace mingxi::output {

/// Whether a report shows each finding or only what was checked and how many were found.
enum class AuditDetail { kFindings, kSummary };

/// What was found in several documents.
struct AuditTotals {
  int documents = 0;
  int inputs_failed = 0;
  int errors = 0;
  int warnings = 0;
  int notes = 0;

  void add(const Extraction& extraction);
  void add(const std::vector<Finding>& findings);  ///< between documents

  /// Whether there is a finding this grave or graver.
  bool reach(Severity severity) const;
};

/// The report on one document for people: what document it is, its findings from grave to slight,
/// each with the page, the numbers and the printed words, and what was and was not checked.
/// false_alarms: how many findings were taken out because a review says so.
std::string audit_text(const Extraction& extraction, const ReportStyle& style, AuditDetail detail,
                       int false_alarms = 0);

/// The report on what was found between documents.
std::string audit_text(const BetweenDocuments& between, const ReportStyle& style,
                       AuditDetail detail);

/// One line on all documents together.
std::string audit_text(const AuditTotals& totals, const ReportStyle& style);

}  // namespace mingxi::output
