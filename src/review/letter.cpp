// Everything printed goes through append_escaped; the page's own policy forbids scripts and
// loading.
#include "review/letter.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

#include "messages/checks.h"
#include "messages/texts.h"
#include "model/error.h"
#include "model/money.h"
#include "output/report/audit_words.h"
#include "output/write/markup.h"
#include "review/base64.h"
#include "review/bmp.h"
#include "review/crop.h"
#include "review/webp.h"

namespace mingxi::review {
namespace {

using messages::Text;

constexpr double kNear = 80;          // points between lines that are shown together: a paragraph
constexpr std::size_t kMaxCrops = 4;  // of one finding: more is a table to be looked at

constexpr std::string_view kHead = R"(<!DOCTYPE html>
<html lang="LANG">
<head>
<meta charset="utf-8">
<meta name="generator" content="mingxi">
<meta name="author" content="mingxi">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
@page { size: A4; margin: 22mm 20mm; }
body { margin: 2em auto; max-width: 46em; padding: 0 1em; color: #111; background: #fff; line-height: 1.65;
  font-family: "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, serif; }
h1 { font-size: 1.5em; text-align: center; margin: 0 0 1em; text-wrap: balance; }
h2 { font-size: 1.15em; margin: 2em 0 0.4em; border-bottom: 1px solid #999; break-after: avoid; }
h3 { font-size: 1em; margin: 1.6em 0 0.3em; break-after: avoid; }
p { margin: 0.3em 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; font-size: 0.92em; }
th, td { border: 1px solid #999; padding: 0.2em 0.6em; text-align: left; vertical-align: top; }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; }
figure { margin: 0.5em 0; break-inside: avoid; }
img { max-width: 100%; border: 1px solid #bbb; }
figcaption, .small { font-size: 0.85em; color: #444; }
.proposal { border-left: 3px solid #555; padding-left: 0.7em; }
.date { text-align: right; margin-top: 2.5em; }
@media print { body { margin: 0; max-width: none; padding: 0; } }
</style>
)";

class Letter {
 public:
  Letter(const Extraction& extraction, const LetterOptions& options, const PageSource& pages)
      : extraction_(extraction), options_(options), pages_(pages) {
    for (const Fact& fact : extraction.facts) facts_[fact.id] = &fact;
    for (const Finding& finding : extraction.findings) {
      // What we could not read is no business of the body that published it.
      const bool is_ours =
          finding.state == FindingState::kUnreadable || finding.state == FindingState::kUnverified;
      if (finding.severity == Severity::kInfo || is_ours) continue;
      if (mark_of(finding) != Mark::kFalseAlarm) findings_.push_back(&finding);
    }
  }

  std::string run() {
    std::string head(kHead);
    head.replace(head.find("LANG"), 4,
                 options_.language == messages::Language::kChinese ? "zh-CN" : "en");
    html_ = head;
    const std::string title = said(Text::kLetterTitle, {name()});
    element("title", title);
    html_ += "</head>\n<body>\n";
    element("h1", title);
    add_summary();
    element("h2", said(Text::kLetterFindings, {}));
    if (findings_.empty()) element("p", said(Text::kLetterNoFindings, {}));
    for (std::size_t i = 0; i < findings_.size(); ++i) add(*findings_[i], i + 1);
    add_checks();
    element("p",
            said(Text::kLetterMadeBy,
                 {options_.producer.program, options_.producer.version,
                  options_.producer.patterns_sha256.substr(0, 12), extraction_.source.sha256}),
            "small");
    element("p", options_.date.empty() ? said(Text::kLetterNoDate, {}) : options_.date, "date");
    html_ += "</body>\n</html>\n";
    return std::move(html_);
  }

 private:
  std::string said(Text id, std::initializer_list<std::string_view> values) const {
    return messages::filled(id, options_.language, values);
  }

  void element(std::string_view tag, std::string_view text, std::string_view style = "") {
    ((html_ += '<') += tag);
    if (!style.empty()) ((html_ += " class=\"") += style) += '"';
    html_ += '>';
    output::append_escaped(html_, text);
    ((html_ += "</") += tag) += ">\n";
  }

  std::string name() const {
    const Identity& identity = extraction_.identity;
    return identity.title.value_or(identity.publisher.value_or(extraction_.source.path));
  }

  const FindingDecision* decision_of(const Finding& finding) const {
    const auto found =
        std::ranges::find(options_.decisions.findings, finding.key, &FindingDecision::key);
    return found == options_.decisions.findings.end() ? nullptr : &*found;
  }
  std::optional<Mark> mark_of(const Finding& finding) const {
    const FindingDecision* decision = decision_of(finding);
    return decision == nullptr ? std::nullopt : decision->mark;
  }

  void add_summary() {
    const Checks& checks = extraction_.checks;
    const int held = checks.held + checks.held_within_rounding;
    const auto count = [&](Severity severity) {
      return std::to_string(std::ranges::count(findings_, severity, &Finding::severity));
    };
    if (extraction_.identity.publisher)
      element("p", said(Text::kLetterTo, {*extraction_.identity.publisher}));
    element("p", said(Text::kLetterSummary,
                      {name(), std::to_string(extraction_.identity.page_count),
                       std::to_string(held + checks.failed), std::to_string(held),
                       std::to_string(checks.held_within_rounding), std::to_string(checks.failed),
                       std::to_string(checks.not_possible.size())}));
    element("p", said(Text::kLetterCounts, {count(Severity::kError), count(Severity::kWarning)}));
  }

  const Fact* fact_of(const FactReference& reference) const {
    if (reference.document && *reference.document != extraction_.source.sha256) return nullptr;
    const auto found = facts_.find(reference.id);
    return found == facts_.end() ? nullptr : found->second;
  }

  /// A number of a finding in the unit of the figure that is checked.
  std::string number(const Decimal& number, const Fact* checked) const {
    if (checked == nullptr) return number.text();
    if (!checked->amount_yuan) return number.text() + checked->unit;
    const auto scaled = number.scaled(-exponent_of_money(checked->unit));
    return scaled ? scaled->text() + checked->unit : said(Text::kLetterYuan, {number.text()});
  }

  void add(const Finding& finding, std::size_t at) {
    const messages::Language language = options_.language;
    std::vector<int> pages;
    for (const Evidence& evidence : finding.evidence) {
      if (evidence.page > 0 && !evidence.document) pages.push_back(evidence.page);
    }
    std::ranges::sort(pages);
    pages.erase(std::unique(pages.begin(), pages.end()), pages.end());
    element("h3", said(Text::kLetterFinding,
                       {std::to_string(at),
                        std::string(output::severity_word(finding.severity, language)),
                        pages.empty() ? "" : output::pages_words(pages, language),
                        std::string(messages::words_of(finding.check.id, language))}));
    element("p", language == messages::Language::kChinese ? finding.message : finding.message_en);
    if (finding.formula) element("p", said(Text::kLetterFormula, {*finding.formula}));
    add_numbers(finding);
    add_crops(finding);
    add_proposal(finding);
    const FindingDecision* decision = decision_of(finding);
    if (decision == nullptr) return;
    if (decision->mark == Mark::kConfirmed) element("p", said(Text::kLetterConfirmed, {}), "small");
    if (!decision->note.empty()) element("p", said(Text::kLetterNote, {decision->note}), "small");
  }

  void add_numbers(const Finding& finding) {
    if (!finding.expected || !finding.printed || !finding.difference) return;
    const Fact* checked = finding.facts.empty() ? nullptr : fact_of(finding.facts.front());
    element("p", said(Text::kLetterNumbers,
                      {number(*finding.printed, checked), number(*finding.expected, checked),
                       number(*finding.difference, checked)}));
  }

  void add_proposal(const Finding& finding) {
    const Fact* checked = finding.facts.empty() ? nullptr : fact_of(finding.facts.front());
    const bool has_numbers = finding.expected && finding.printed && checked != nullptr;
    std::string text;
    if (has_numbers && finding.state == FindingState::kInconsistent) {
      text = said(Text::kLetterProposeNumber, {checked->subject, number(*finding.printed, checked),
                                               number(*finding.expected, checked)});
    } else if (finding.state == FindingState::kMissing) {
      text = said(Text::kLetterProposeMissing, {});
    } else {
      text = said(Text::kLetterPropose, {});
    }
    element("p", text, "proposal");
  }

  struct Place {
    Evidence evidence;
    const Fact* fact = nullptr;
  };

  static double middle_of(const Evidence& evidence) {
    return evidence.boxes.empty() ? 0 : evidence.boxes.front().box.middle_y();
  }

  /// The places of a finding in this document; those of the prose that are close together are one.
  std::vector<Place> places_of(const Finding& finding) const {
    std::vector<Place> places;
    const bool one_each = finding.facts.size() == finding.evidence.size();
    for (std::size_t i = 0; i < finding.evidence.size(); ++i) {
      const Evidence& evidence = finding.evidence[i];
      if (evidence.document && *evidence.document != extraction_.source.sha256) continue;
      const Fact* fact = one_each ? fact_of(finding.facts[i]) : nullptr;
      const bool is_prose = fact == nullptr || !fact->table;
      const auto near = std::ranges::find_if(places, [&](const Place& place) {
        return is_prose && (place.fact == nullptr || !place.fact->table) &&
               place.evidence.page == evidence.page && !evidence.boxes.empty() &&
               std::abs(middle_of(place.evidence) - middle_of(evidence)) < kNear;
      });
      if (near == places.end()) {
        places.push_back({evidence, fact});
        continue;
      }
      near->evidence.boxes.insert(near->evidence.boxes.end(), evidence.boxes.begin(),
                                  evidence.boxes.end());
      if (near->evidence.quote != evidence.quote)
        near->evidence.quote = said(Text::kLetterQuotes, {near->evidence.quote, evidence.quote});
    }
    return places;
  }

  void add_crops(const Finding& finding) {
    const std::vector<Place> places = places_of(finding);
    std::vector<std::vector<PageBand>> shown;
    for (const Place& place : places) {
      if (shown.size() == kMaxCrops) break;
      const std::vector<PageBand> bands = bands_of(extraction_, place.evidence, place.fact);
      if (std::ranges::find(shown, bands) != shown.end()) continue;
      shown.push_back(bands);
      add_crop(place.evidence, place.fact, bands);
    }
    if (places.size() > kMaxCrops)
      element("p", said(Text::kLetterMorePlaces, {std::to_string(places.size() - shown.size())}),
              "small");
  }

  void add_crop(const Evidence& evidence, const Fact* fact, const std::vector<PageBand>& bands) {
    html_ += "<figure>";
    std::string caption = output::pages_words({evidence.page}, options_.language);
    if (fact != nullptr && fact->table) {
      caption += "  " + fact->subject;
      for (const std::string& header : fact->header) caption += " / " + header;
    }
    if (!evidence.quote.empty()) caption += "  " + said(Text::kLetterQuote, {evidence.quote});
    try {
      if (pages_ && !bands.empty()) {
        const PageImage image = crop_of(extraction_, bands, evidence, pages_);
        if (image.height > 0) {
          html_ += "<img alt=\"";
          output::append_escaped(html_, caption);
          html_ += "\" width=\"" + std::to_string(std::min(image.width / 2, 640)) + "\" src=\"" +
                   picture_of(image) + "\">";
        }
      }
    } catch (const Error&) {
      // The file is gone or has changed: the printed words say enough.
    }
    html_ += "<figcaption>";
    output::append_escaped(html_, caption);
    html_ += "</figcaption></figure>\n";
  }

  std::string picture_of(const PageImage& image) const {
    if (options_.pictures == LetterPictures::kBmp)
      return "data:image/bmp;base64," + base64(bmp(image));
    return "data:image/webp;base64," + base64(webp(image));
  }

  /// What was checked and held, by kind, and what could not be checked.
  void add_checks() {
    std::map<std::string, int> held;
    for (const Proof& proof : extraction_.checks.proofs) ++held[words_of(proof.check)];
    element("h2", said(Text::kLetterHeld, {}));
    html_ += "<table>\n<tr>";
    element("th", said(Text::kLetterCheck, {}));
    element("th", said(Text::kLetterCount, {}), "n");
    html_ += "</tr>\n";
    for (const auto& [check, count] : held) {
      html_ += "<tr>";
      element("td", check);
      element("td", std::to_string(count), "n");
      html_ += "</tr>\n";
    }
    html_ += "</table>\n";
    if (extraction_.checks.not_possible.empty()) return;
    element("h2", said(Text::kLetterNotPossible, {}));
    std::vector<std::string> reasons;
    for (const ImpossibleCheck& check : extraction_.checks.not_possible) {
      const bool is_chinese = options_.language == messages::Language::kChinese;
      std::string reason = said(Text::kLetterReason, {words_of(check.check),
                                                      is_chinese ? check.reason : check.reason_en});
      if (std::ranges::find(reasons, reason) == reasons.end()) reasons.push_back(std::move(reason));
    }
    html_ += "<ul class=\"small\">\n";
    for (const std::string& reason : reasons) element("li", reason);
    html_ += "</ul>\n";
  }

  std::string words_of(const CheckName& check) const {
    return std::string(messages::words_of(check.id, options_.language));
  }

  const Extraction& extraction_;
  const LetterOptions& options_;
  const PageSource& pages_;
  std::map<std::string, const Fact*> facts_;
  std::vector<const Finding*> findings_;
  std::string html_;
};

}  // namespace

std::string letter(const Extraction& extraction, const LetterOptions& options,
                   const PageSource& pages) {
  return Letter(extraction, options, pages).run();
}

}  // namespace mingxi::review
