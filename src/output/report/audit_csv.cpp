#include "output/report/audit_csv.h"

#include <algorithm>

#include "messages/checks.h"
#include "output/dataset/csv.h"
#include "output/document_json/names.h"
#include "output/write/spreadsheet.h"

namespace mingxi::output {
namespace {

/// Adds the fields of one row.
class CsvRow {
 public:
  explicit CsvRow(std::string& to) : to_(to) {}

  /// Words of a document or about it.
  CsvRow& text(std::string_view words) { return add(words, guard_of(words)); }
  /// What is ours or a number: -0.01 is no formula.
  CsvRow& field(std::string_view plain) { return add(plain, ""); }
  CsvRow& field(const std::optional<Decimal>& number) {
    return field(number ? number->text() : std::string());
  }
  void end() { to_ += "\r\n"; }

 private:
  CsvRow& add(std::string_view words, std::string_view guard) {
    if (!first_) to_ += ',';
    first_ = false;
    append_csv_field(to_, words, guard);
    return *this;
  }

  std::string& to_;
  bool first_ = true;
};

/// The printed words of all places, each once.
std::string quotes(const std::vector<Evidence>& evidence) {
  std::vector<std::string_view> seen;
  std::string text;
  for (const Evidence& each : evidence) {
    if (each.quote.empty() || std::ranges::find(seen, each.quote) != seen.end()) continue;
    if (!seen.empty()) text += " | ";
    text += each.quote;
    seen.push_back(each.quote);
  }
  return text;
}

void append_finding(std::string& to, const Finding& finding, const Source& source,
                    const Identity& identity, messages::Language language) {
  const int page = finding.evidence.empty() ? 0 : finding.evidence.front().page;
  CsvRow row(to);
  row.text(source.path).field(source.sha256);
  row.text(identity.publisher.value_or(""));
  row.field(identity.fiscal_year ? std::to_string(*identity.fiscal_year) : "");
  row.field(messages::name_of(finding.check))
      .field(name_of(finding.severity))
      .field(name_of(finding.state));
  row.field(page > 0 ? std::to_string(page) : "");
  row.text(language == messages::Language::kChinese ? finding.message : finding.message_en);
  row.text(finding.formula.value_or(""));
  row.field(finding.expected).field(finding.printed);
  row.field(finding.difference).field(finding.tolerance);
  row.text(quotes(finding.evidence)).end();
}

}  // namespace

std::string audit_csv_header() {
  return "path,sha256,publisher,fiscal_year,check,severity,state,page,message,formula,expected,"
         "printed,difference,tolerance,quote\r\n";
}

std::string audit_csv(const Extraction& extraction, messages::Language language) {
  std::string to;
  for (const Finding& finding : extraction.findings)
    append_finding(to, finding, extraction.source, extraction.identity, language);
  return to;
}

std::string audit_csv(const BetweenDocuments& between, messages::Language language) {
  std::string to;
  for (const Finding& finding : between.findings) {
    const auto document = std::ranges::find(between.documents, document_of(finding),
                                            [](const auto& each) { return each.source.sha256; });
    append_finding(to, finding, document->source, document->identity, language);
  }
  return to;
}

}  // namespace mingxi::output
