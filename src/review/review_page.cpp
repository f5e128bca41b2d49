// A data block ends at the first "</script", so every "<" of JSON is written \u003c, which is the
// same text to a reader of JSON.
#include "review/review_page.h"

#include <algorithm>
#include <set>
#include <utility>

#include "messages/checks.h"
#include "messages/sentences.h"
#include "output/report/audit_words.h"
#include "review/base64.h"
#include "output/document_json/json_lists.h"
#include "output/write/json_text.h"
#include "output/document_json/names.h"
#include "output/write/own_file.h"
#include "review/review_files.h"
#include "review/review_script.h"

namespace mingxi::review {
namespace {

/// Script and style of the page.
struct Front {
  std::string script;
  std::string style;
};

Front front() {
  const std::vector<ReviewFile> files = embedded_review();
  const auto style = std::ranges::find(files, "review.css", &ReviewFile::name);
  return {"\n" + linked_script(files), "\n" + style->text};
}

/// 'sha256-…' for a policy.
std::string policy_hash(const std::string& text, const Digest& digest) {
  const std::string hexadecimal = digest(text);
  std::string bytes;
  for (std::size_t i = 0; i + 1 < hexadecimal.size(); i += 2)
    bytes += static_cast<char>(std::stoi(hexadecimal.substr(i, 2), nullptr, 16));
  return "'sha256-" + base64(bytes) + "'";
}

std::string head(const Front& front, ReviewSource source, const Digest& digest) {
  const bool served = source == ReviewSource::kServer;
  return "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n" +
         std::string(output::kPageMark) +
         "\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src " +
         policy_hash(front.script, digest) + "; style-src " + policy_hash(front.style, digest) +
         "; img-src " + (served ? "blob:" : "data:") + (served ? "; connect-src 'self'" : "") +
         "; base-uri 'none'; form-action 'none'\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<title>" +
         messages::said(messages::Sentence::kReviewTitle).chinese + "</title>\n<style>" +
         front.style + "</style>\n</head>\n<body>\n";
}

std::string without_markup(std::string_view json) {
  std::string safe;
  safe.reserve(json.size());
  for (const char c : json) {
    if (c == '<') {
      safe += "\\u003c";
    } else {
      safe += c;
    }
  }
  return safe;
}

std::string data_block(const std::string& id, std::string_view type, std::string_view content) {
  std::string block = "<script type=\"";
  (((block += type) += "\" id=\"") += id) += "\">";
  (block += content) += "</script>\n";
  return block;
}

void append_summary(std::string& to, const ReviewSummary& summary) {
  const Identity& identity = summary.identity;
  const bool is_disclosure =
      identity.kind == DocumentKind::kBudget || identity.kind == DocumentKind::kFinalAccount;
  output::JsonLine line(to);
  line.field("sha256", summary.sha256).field("path", summary.path);
  line.field("title", identity.title).field("publisher", identity.publisher);
  line.field("kind", output::name_of(identity.kind))
      .field("scope", output::name_of(identity.scope));
  line.field("fiscal_year", identity.fiscal_year).field("page_count", identity.page_count);
  line.field("statutory_tables",
             is_disclosure ? std::optional(summary.statutory_tables) : std::nullopt);
  output::JsonLine(line.key_of("findings"))
      .field("error", summary.errors)
      .field("warning", summary.warnings)
      .field("info", summary.notes)
      .end();
  line.field("checks_made", summary.checks_made).field("checks_failed", summary.checks_failed);
  line.end();
}

std::string setup_json(const std::vector<ReviewSummary>& documents, ReviewSource source,
                       messages::Language language) {
  std::string to;
  output::JsonLine line(to);
  line.key_of("served") += source == ReviewSource::kServer ? "true" : "false";
  line.field("language", language == messages::Language::kChinese ? "zh" : "en");
  output::JsonLine checks(line.key_of("checks"));
  for (const messages::CheckEntry& check : messages::check_entries()) {
    std::string& words = checks.key_of(check.name);
    words += '[';
    output::append_string(words, check.chinese);
    words += ',';
    output::append_string(words, check.english);
    words += ']';
  }
  checks.end();
  output::append_list(line.key_of("documents"), documents, append_summary);
  line.end();
  return to;
}

std::string tail(const Front& front) {
  return "<script type=\"module\">" + front.script + "</script>\n</body>\n</html>\n";
}

}  // namespace

ReviewSummary review_summary(const Extraction& extraction) {
  ReviewSummary summary{.path = extraction.source.path,
                        .sha256 = extraction.source.sha256,
                        .media_type = extraction.source.media_type,
                        .identity = extraction.identity};
  const TableOf document = extraction.identity.kind == DocumentKind::kFinalAccount
                               ? TableOf::kFinalAccount
                               : TableOf::kBudget;
  std::set<TableKind> kinds;
  for (const Table& table : extraction.tables)
    if (is_statutory_in(table.kind, document)) kinds.insert(table.kind);
  summary.statutory_tables = static_cast<int>(kinds.size());
  for (const Finding& finding : extraction.findings) {
    if (finding.severity == Severity::kError) ++summary.errors;
    if (finding.severity == Severity::kWarning) ++summary.warnings;
    if (finding.severity == Severity::kInfo) ++summary.notes;
  }
  const Checks& checks = extraction.checks;
  summary.checks_made = checks.held + checks.held_within_rounding + checks.failed;
  summary.checks_failed = checks.failed;
  return summary;
}

ReviewPage::ReviewPage(output::OutputFile& file, const Digest& digest) : file_(file) {
  file_.write(head(front(), ReviewSource::kFile, digest));
}

void ReviewPage::add_data(const std::string& id, std::string_view type, std::string_view content) {
  file_.write(data_block(id, type, content));
}

void ReviewPage::add_document(const Extraction& extraction, const output::Producer& producer) {
  add_data("document-" + std::to_string(summaries_.size()), "application/json",
           without_markup(output::document_json(extraction, producer)));
  summaries_.push_back(review_summary(extraction));
}

void ReviewPage::add_picture(int page, std::string_view webp) {
  add_data("page-" + std::to_string(summaries_.size() - 1) + "-" + std::to_string(page),
           "image/webp;base64", base64(webp));
}

void ReviewPage::add_words(int page, std::string_view words) {
  add_data("page-" + std::to_string(summaries_.size() - 1) + "-" + std::to_string(page),
           "application/json", without_markup(words));
}

void ReviewPage::finish(messages::Language language, std::string_view decisions) {
  if (!decisions.empty()) add_data("decisions", "application/json", without_markup(decisions));
  add_data("setup", "application/json",
           without_markup(setup_json(summaries_, ReviewSource::kFile, language)));
  file_.write(tail(front()));
}

std::string served_review_page(const std::vector<ReviewSummary>& documents,
                               messages::Language language, const Digest& digest) {
  const Front parts = front();
  return head(parts, ReviewSource::kServer, digest) +
         data_block("setup", "application/json",
                    without_markup(setup_json(documents, ReviewSource::kServer, language))) +
         tail(parts);
}

std::string words_json(const std::vector<PrintedWords>& words) {
  std::string to;
  output::append_list(to, words, [](std::string& into, const PrintedWords& printed) {
    output::JsonLine line(into);
    output::append_points(line.key_of("x"), printed.x);
    output::append_points(line.key_of("y"), printed.baseline);
    output::append_points(line.key_of("width"), printed.width);
    output::append_points(line.key_of("size"), printed.font_size);
    line.field("text", printed.text).end();
  });
  return to;
}

}  // namespace mingxi::review
