#include <algorithm>
#include <string>

#include "audit/document/blank_form.h"
#include "audit/core/places.h"
#include "audit/document/punctuation.h"
#include "audit/core/stages.h"

namespace mingxi::audit {
namespace {

const std::vector<std::string_view> kSentences = {"。", "；", "！", "？"};
const std::vector<std::string_view> kClauses = {"。", "；", "，", "！", "？"};
constexpr std::size_t kShown = 4;  // places quoted in a message
constexpr int kCharacters = 36;    // of each

Finding warning(const char* check, std::string chinese, std::string english) {
  return {.check = check,
          .severity = Severity::kWarning,
          .state = FindingState::kNoted,
          .message = std::move(chinese),
          .message_en = std::move(english)};
}

/// Whether a finding of this check already is in the paragraph.
bool is_reported(const Audited& audited, std::string_view check, const TracedText& text) {
  const auto boxes = boxes_of(audited.document, text.glyphs(0, text.size()));
  for (const Finding& finding : audited.extraction.findings) {
    if (finding.check != check) continue;
    for (const Evidence& evidence : finding.evidence)
      for (const PlacedBox& told : evidence.boxes)
        for (const PlacedBox& box : boxes)
          if (box.page == told.page && holds(box.box, told.box.middle_x(), told.box.middle_y()))
            return true;
  }
  return false;
}

void check_leftovers(const Audited& audited, Ledger& ledger) {
  for (const patterns::FormWording& wording : audited.patterns.form.leftovers) {
    std::vector<Evidence> places;
    for (const Paragraph& paragraph : audited.layout.paragraphs) {
      if (paragraph.role != ParagraphRole::kBody) continue;
      const std::string& text = paragraph.text.utf8();
      const auto matches = wording.find_all(text);
      if (matches.empty() || is_reported(audited, "template_leftover", paragraph.text)) continue;
      for (const patterns::Match& match : matches) {
        const std::size_t first = clause_start(text, match.first(), kClauses);
        const std::size_t last = clause_end(text, match.last(), kClauses);
        places.push_back(evidence_at(audited.document, paragraph.text, first, last));
      }
    }
    if (places.empty()) continue;
    const std::string words = quoted(places, kShown, kCharacters);
    ledger.report(warning("template_leftover", words + "：保留了填表用语，没有按实际情况填写。",
                          words + ": wording of the form is left in."),
                  std::move(places));
  }
}

void check_cut_off(const Audited& audited, Ledger& ledger) {
  for (const Paragraph& paragraph : audited.layout.paragraphs) {
    if (paragraph.role != ParagraphRole::kBody) continue;
    const std::string& text = paragraph.text.utf8();
    for (const patterns::FormWording& wording : audited.patterns.form.cut_off) {
      for (const patterns::Match& match : wording.find_all(text)) {
        const std::size_t first = clause_start(text, match.first(), kSentences);
        const Evidence place = evidence_at(audited.document, paragraph.text, first, match.last());
        ledger.report(warning("truncated",
                              "“" + shortened(place.quote, 2 * kCharacters) + "”：句子没有写完。",
                              "“" + shortened(place.quote, 2 * kCharacters) +
                                  "”: the sentence ends without its object."),
                      std::vector{place});
      }
    }
  }
}

std::optional<int> year_of(const patterns::FormWording& wording, const patterns::Match& match) {
  for (const char* name : {"year", "year_of_equal"}) {
    const int number = wording.pattern.group_number(name);
    if (number < 0) continue;
    if (const auto digits = match.group(number); digits && !digits->empty())
      return std::stoi(std::string(*digits));
  }
  return std::nullopt;
}

/// Whether this year does not belong in the document.
bool is_misplaced(const patterns::FormWording& wording, const patterns::Match& match,
                  const Identity& identity) {
  const auto year = year_of(wording, match);
  if (!year) return false;
  const int own = *identity.fiscal_year;
  const bool is_budget = identity.kind == DocumentKind::kBudget;
  if (wording.id == "own_budget") return is_budget && *year == own;
  if (wording.id == "own_account") return !is_budget && *year == own;
  // A budget is made in the year before, and its last figures can be those of the year before that.
  const int end = wording.pattern.group_number("end");
  const bool is_to_come =
      is_budget && *year == own && end >= 0 && match.group(end) && !match.group(end)->empty();
  return is_to_come || *year < own - (is_budget ? 2 : 1);
}

Finding year_finding(const patterns::FormWording& wording, const std::string& own,
                     const std::vector<Evidence>& places) {
  const std::string words = quoted(places, kShown, kCharacters);
  if (wording.id == "as_of")
    return warning("period", words + "：截止日期与" + own + "年度不符，请核对。",
                   words + ": the date does not fit a document of " + own + ".");
  const std::string count = std::to_string(places.size());
  return warning(
      "period", "以" + own + "年自身为比较对象，共" + count + "处：" + words + "。",
      "the year " + own + " is compared with itself in " + count + " place(s): " + words + ".");
}

void check_years(const Audited& audited, Ledger& ledger) {
  const Identity& identity = audited.extraction.identity;
  const bool is_known = identity.fiscal_year && (identity.kind == DocumentKind::kBudget ||
                                                 identity.kind == DocumentKind::kFinalAccount);
  if (!is_known) return;
  const std::string own = std::to_string(*identity.fiscal_year);
  for (const patterns::FormWording& wording : audited.patterns.form.years) {
    std::vector<Evidence> places;
    for (const Paragraph& paragraph : audited.layout.paragraphs) {
      if (paragraph.role != ParagraphRole::kBody) continue;
      const std::string& text = paragraph.text.utf8();
      for (const patterns::Match& match : wording.find_all(text)) {
        if (!is_misplaced(wording, match, identity)) continue;
        const std::size_t last = clause_end(text, match.last(), kClauses);
        places.push_back(evidence_at(audited.document, paragraph.text, match.first(), last));
      }
    }
    if (places.empty()) continue;
    Finding finding = year_finding(wording, own, places);
    ledger.report(std::move(finding), std::move(places));
  }
}

}  // namespace

void check_form(const Audited& audited, Ledger& ledger) {
  if (is_blank_form(audited)) return report_blank_form(audited, ledger);
  check_leftovers(audited, ledger);
  check_cut_off(audited, ledger);
  check_years(audited, ledger);
  check_punctuation(audited, ledger);
}

}  // namespace mingxi::audit
