#include <algorithm>
#include <string>

#include "audit/document/blank_form.h"
#include "audit/core/places.h"
#include "audit/document/punctuation.h"
#include "text/punctuation.h"
#include "audit/core/stages.h"

namespace mingxi::audit {
namespace {

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
      const auto matches = wording.pattern.find_all(text);
      if (matches.empty() || is_reported(audited, "template_leftover", paragraph.text)) continue;
      for (const patterns::Match& match : matches) {
        const std::size_t first = clause_start(text, match.first(), text::kClauseEnds);
        const std::size_t last = clause_end(text, match.last(), text::kClauseEnds);
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
      for (const patterns::Match& match : wording.pattern.find_all(text)) {
        const std::size_t first = clause_start(text, match.first(), text::kSentenceEnds);
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

std::optional<int> year_of(const patterns::Pattern& pattern, const patterns::Match& match) {
  for (const char* name : {"year", "year_of_equal"}) {
    const int number = pattern.expression().group_number(name);
    if (number < 0) continue;
    if (const auto digits = match.group(number); digits && !digits->empty())
      return std::stoi(std::string(*digits));
  }
  return std::nullopt;
}

/// The places where a year is printed that does not belong.
template <typename IsMisplaced>
std::vector<Evidence> misplaced_years(const Audited& audited, const patterns::Pattern& pattern,
                                      const IsMisplaced& is_misplaced) {
  std::vector<Evidence> places;
  for (const Paragraph& paragraph : audited.layout.paragraphs) {
    if (paragraph.role != ParagraphRole::kBody) continue;
    const std::string& text = paragraph.text.utf8();
    for (const patterns::Match& match : pattern.find_all(text)) {
      const auto year = year_of(pattern, match);
      if (!year || !is_misplaced(*year, match)) continue;
      const std::size_t last = clause_end(text, match.last(), text::kClauseEnds);
      places.push_back(evidence_at(audited.document, paragraph.text, match.first(), last));
    }
  }
  return places;
}

void check_years(const Audited& audited, Ledger& ledger) {
  const Identity& identity = audited.extraction.identity;
  const bool is_budget = identity.kind == DocumentKind::kBudget;
  if (!identity.fiscal_year || (!is_budget && identity.kind != DocumentKind::kFinalAccount)) return;
  const int own = *identity.fiscal_year;
  const std::string year = std::to_string(own);
  const patterns::YearPatterns& years = audited.patterns.form.years;

  std::vector<Evidence> same =
      misplaced_years(audited, is_budget ? years.own_budget : years.own_account,
                      [own](int printed, const patterns::Match&) { return printed == own; });
  if (!same.empty()) {
    const std::string count = std::to_string(same.size());
    const std::string words = quoted(same, kShown, kCharacters);
    ledger.report(
        warning("period", "以" + year + "年自身为比较对象，共" + count + "处：" + words + "。",
                "the year " + year + " is compared with itself in " + count +
                    " place(s): " + words + "."),
        std::move(same));
  }

  // A budget is made in the year before, and its last figures can be those of the year before that.
  const auto is_no_date_of_it = [&](int printed, const patterns::Match& match) {
    const bool is_to_come = is_budget && printed == own && !years.as_of.group(match, "end").empty();
    return is_to_come || printed < own - (is_budget ? 2 : 1);
  };
  std::vector<Evidence> dates = misplaced_years(audited, years.as_of, is_no_date_of_it);
  if (dates.empty()) return;
  const std::string words = quoted(dates, kShown, kCharacters);
  ledger.report(warning("period", words + "：截止日期与" + year + "年度不符，请核对。",
                        words + ": the date does not fit a document of " + year + "."),
                std::move(dates));
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
