#pragma once

#include <string>
#include <vector>

#include "extract/extract.h"
#include "messages/checks.h"
#include "support/files.h"
#include "support/table_page.h"
#include "read/read.h"

namespace mingxi {

/// A budget of 2023 whose prose this is, with what was checked.
inline Extraction audited(const std::string& prose) {
  const TemporaryFolder folder;
  const std::string text = "            青禾市档案馆2023年部门预算\n\n" + prose;
  return extract::extract(read::read(folder.write("a.txt", text)), table_pack());
}

/// The same of a page with these tables.
inline Extraction audited(const std::vector<PrintedTable>& tables) {
  return extract::extract(document_of({table_page(tables)}), table_pack());
}

/// The messages of a check in a budget of 2023 whose prose this is.
inline std::vector<std::string> messages_of(const std::string& check, const std::string& prose) {
  std::vector<std::string> result;
  for (const Finding& finding : audited(prose).findings)
    if (messages::name_of(finding.check) == check) result.push_back(finding.message);
  return result;
}

/// Severity, check and formula of each finding that has numbers: "error sum/list 3 = 1 + 1".
inline std::vector<std::string> contradictions_of(const Extraction& extraction) {
  std::vector<std::string> lines;
  for (const Finding& finding : extraction.findings) {
    if (!finding.formula) continue;
    const bool is_error = finding.severity == Severity::kError;
    const bool is_warning = finding.severity == Severity::kWarning;
    lines.push_back((is_error     ? "error "
                     : is_warning ? "warning "
                                  : "info ") +
                    messages::name_of(finding.check) + " " + *finding.formula);
  }
  return lines;
}

/// Check and formula of each proof.
inline std::vector<std::string> proofs_of(const Extraction& extraction) {
  std::vector<std::string> lines;
  for (const Proof& proof : extraction.checks.proofs)
    lines.push_back(messages::name_of(proof.check) + " " + proof.formula);
  return lines;
}

}  // namespace mingxi
