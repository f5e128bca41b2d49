#include "audit/document/punctuation.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "audit/core/places.h"
#include "text/item_numbering.h"
#include "text/punctuation.h"

// One pass over each paragraph finds duplicate marks and the quotes and brackets that are left
// over. A paragraph can be cut in two by a table or a page, so what one leaves open another may
// close.

namespace mingxi::audit {
namespace {

constexpr int kAround = 10;            // characters shown before a mark
constexpr std::size_t kReach = 3;      // paragraphs over which a quotation may run
constexpr std::size_t kMaxSingle = 6;  // findings of one sort before they become one
constexpr std::size_t kLongText = 30;  // bytes: shorter paragraphs may be names
constexpr int kWithToOne = 10;         // sentences with a stop, to each without
constexpr double kShortLine = 3;       // em left free at the end of a last line

struct Pair {
  text::MarkPair marks;
  Sentence name;
};
constexpr std::array<Pair, 5> kPairs = {{{text::kQuotes, Sentence::kQuotationMarks},
                                         {text::kTitleMarks, Sentence::kTitleMarks},
                                         {text::kBrackets, Sentence::kBrackets},
                                         {text::kHexagonBrackets, Sentence::kBrackets},
                                         {text::kLenticularBrackets, Sentence::kBrackets}}};

struct Leftover {
  std::size_t paragraph = 0;
  std::size_t pair = 0;
  std::size_t first = 0;
  std::size_t last = 0;
  bool is_open = false;
};

bool is_prose(const Paragraph& paragraph) {
  return paragraph.role == ParagraphRole::kBody || paragraph.role == ParagraphRole::kHeading;
}

/// 1) and 一) at the beginning of a paragraph or clause number it.
bool is_numbering(std::string_view text, std::size_t at) {
  constexpr std::size_t kMaxBytes = 6;
  constexpr std::string_view kDigits = "一二三四五六七八九十";
  std::size_t from = at;
  while (from > 0) {
    const std::size_t before = characters_before(text, from, 1);
    const std::string_view c = character_at(text, before);
    const bool is_part = c.size() == 1
                             ? (c[0] >= '0' && c[0] <= '9') || (c[0] >= 'a' && c[0] <= 'z')
                             : kDigits.find(c) != std::string_view::npos;
    if (!is_part) break;
    from = before;
  }
  return from < at && at - from <= kMaxBytes;
}

void find_leftovers(std::string_view text, std::size_t paragraph, std::vector<Leftover>& into) {
  std::vector<Leftover> opened;
  std::vector<bool> is_closed;
  std::array<std::vector<std::size_t>, kPairs.size()> open;  // of each pair, by index
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view c = character_at(text, at);
    for (std::size_t pair = 0; pair < kPairs.size(); ++pair) {
      const Leftover here{paragraph, pair, at, at + c.size(), c == kPairs[pair].marks.open};
      if (here.is_open) {
        open[pair].push_back(opened.size());
        opened.push_back(here);
        is_closed.push_back(false);
      }
      if (c != kPairs[pair].marks.close) continue;
      if (!open[pair].empty()) {
        is_closed[open[pair].back()] = true;
        open[pair].pop_back();
      } else if (c != ")" || !is_numbering(text, at)) {
        into.push_back(here);
      }
    }
    at += c.size();
  }
  for (std::size_t i = 0; i < opened.size(); ++i)
    if (!is_closed[i]) into.push_back(opened[i]);
}

/// Without those that another paragraph near by completes: an open mark takes the first that
/// closes it in a later paragraph.
std::vector<Leftover> unpaired(const std::vector<Leftover>& all) {
  std::vector<bool> is_paired(all.size());
  std::array<std::size_t, kPairs.size()> next{};  // those before were taken or are too early
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!all[i].is_open) continue;
    std::size_t& j = next[all[i].pair];
    while (j < all.size() &&
           (all[j].is_open || all[j].pair != all[i].pair || all[j].paragraph <= all[i].paragraph))
      ++j;
    if (j == all.size() || all[j].paragraph - all[i].paragraph > kReach) continue;
    is_paired[i] = is_paired[j] = true;
    ++j;
  }
  std::vector<Leftover> result;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (!is_paired[i]) result.push_back(all[i]);
  return result;
}

/// Findings of one sort: one for each place, or one for all where there are many.
void tell(std::vector<Evidence> places, const Said& what, Ledger& ledger) {
  const auto finding = [&](const std::vector<Evidence>& shown) {
    constexpr std::size_t kShown = 4;
    constexpr int kCharacters = 40;
    return finding_of(Check::kPunctuation, Severity::kWarning, FindingState::kNoted,
                      said(Sentence::kWordingFound,
                           {{"words", quoted(shown, kShown, kCharacters)}, {"what", what}}));
  };
  if (places.size() >= kMaxSingle) {
    Finding all = finding(places);
    ledger.report(std::move(all), std::move(places));
    return;
  }
  for (const Evidence& place : places) ledger.report(finding({place}), std::vector{place});
}

/// The first of two marks that are never printed side by side; nothing where there are none.
std::optional<std::size_t> doubled_mark(std::string_view text) {
  constexpr std::array<std::string_view, 7> kMixed = {"，。", "。，", "，；", "；，",
                                                      "；。", "、。", "、，"};
  std::string_view before;
  std::string_view last;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view c = character_at(text, at);
    const bool is_mark =
        std::find(text::kMarks.begin(), text::kMarks.end(), c) != text::kMarks.end();
    if (is_mark && !last.empty()) {
      const std::string_view both = text.substr(at - last.size(), last.size() + c.size());
      // Three and more mean dots.
      const bool is_doubled =
          last == c && before != c && !text.substr(at + c.size()).starts_with(c);
      if (is_doubled || std::find(kMixed.begin(), kMixed.end(), both) != kMixed.end()) return at;
    }
    before = is_mark ? last : std::string_view();
    last = is_mark ? c : std::string_view();
    at += c.size();
  }
  return std::nullopt;
}

void check_doubled(const Audited& audited, Ledger& ledger) {
  std::vector<Evidence> places;
  const auto look_at = [&](const TracedText& text) {
    const auto at = doubled_mark(text.utf8());
    if (!at) return;
    places.push_back(evidence_at(audited.document, text,
                                 characters_before(text.utf8(), *at, kAround),
                                 characters_after(text.utf8(), *at, 1)));
  };
  for (const Paragraph& paragraph : audited.layout.paragraphs)
    if (is_prose(paragraph)) look_at(paragraph.text);
  for (const Grid& grid : audited.layout.grids)
    for (const GridCell& cell : grid.cells) look_at(cell.text);
  tell(std::move(places), said(Sentence::kMarksDoubled), ledger);
}

void check_pairs(const Audited& audited, Ledger& ledger) {
  std::vector<Leftover> all;
  const std::vector<Paragraph>& paragraphs = audited.layout.paragraphs;
  for (std::size_t i = 0; i < paragraphs.size(); ++i)
    if (is_prose(paragraphs[i])) find_leftovers(paragraphs[i].text.utf8(), i, all);
  std::map<std::size_t, std::vector<Evidence>> places;
  std::map<std::pair<std::size_t, std::size_t>, bool> seen;
  for (const Leftover& mark : unpaired(all)) {
    if (!seen.emplace(std::pair(mark.paragraph, mark.pair), true).second) continue;
    const TracedText& text = paragraphs[mark.paragraph].text;
    const std::size_t first = characters_before(text.utf8(), mark.first, kAround);
    const std::size_t last = characters_after(text.utf8(), mark.last, kAround);
    places[mark.pair].push_back(evidence_at(audited.document, text, first, last));
  }
  for (auto& [pair, found] : places) {
    tell(std::move(found), said(Sentence::kMarksNotPaired, {{"marks", said(kPairs[pair].name)}}),
         ledger);
  }
}

bool ends_with_a_stop(std::string_view text) {
  for (const std::string_view stop : {"。", "；", "：", "！", "？", "。”", "。)", "…", ";", ":"})
    if (text.ends_with(stop)) return true;
  return false;
}

bool ends_with_a_word(std::string_view text) {
  const std::string_view last = character_at(text, characters_before(text, text.size(), 1));
  return last.size() == 3 && last >= "一" && last <= "龥";
}

/// Whether the last line of a paragraph leaves room: it does not go on where the next begins.
bool ends_short(const Document& document, const TracedText& text, double margin) {
  const Glyph& last = glyph_of(document, text.glyph(text.size() - 1));
  return last.direction == Direction::kRight &&
         last.box.right < margin - kShortLine * last.font_size;
}

/// The right edge of the prose of each page, in points.
std::map<int, double> margins(const Audited& audited) {
  std::map<int, double> result;
  for (const Paragraph& paragraph : audited.layout.paragraphs) {
    if (paragraph.role != ParagraphRole::kBody || paragraph.text.empty()) continue;
    for (const PlacedBox& box :
         boxes_of(audited.document, paragraph.text.glyphs(0, paragraph.text.size()))) {
      double& edge = result[box.page];
      edge = std::max(edge, box.box.right);
    }
  }
  return result;
}

bool is_statement(std::string_view text, const Audited& audited) {
  return text.size() >= kLongText && audited.patterns.checks.words.statement.matches(text);
}

/// Whether a paragraph goes on with the sentence before it: with a remark in brackets.
bool goes_on(const Paragraph& paragraph) {
  const std::string_view text = paragraph.text.utf8();
  return text.starts_with("(") && text::numbered_item(text).depth == text::ItemDepth::kNone;
}

void check_stops(const Audited& audited, Ledger& ledger) {
  struct Count {
    int with = 0;
    int without = 0;
  };
  const std::vector<Paragraph>& paragraphs = audited.layout.paragraphs;
  std::map<int, Count> sections;
  for (const Paragraph& paragraph : paragraphs) {
    if (paragraph.role != ParagraphRole::kBody || !is_statement(paragraph.text.utf8(), audited))
      continue;
    Count& count = sections[paragraph.section];
    ++(ends_with_a_stop(paragraph.text.utf8()) ? count.with : count.without);
  }
  Count all;
  for (const auto& [section, count] : sections) {
    all.with += count.with;
    all.without += count.without;
  }
  std::map<int, double> edges;
  std::vector<Evidence> places;
  for (std::size_t i = 0; i + 1 < paragraphs.size(); ++i) {
    const Paragraph& paragraph = paragraphs[i];
    const std::string_view text = paragraph.text.utf8();
    if (paragraph.role != ParagraphRole::kBody || !is_statement(text, audited) ||
        !ends_with_a_word(text))
      continue;
    const Count& count = sections[paragraph.section];
    const bool is_alone = count.with == 0 && count.without == 1;  // then the document tells
    if (is_alone ? all.with < kWithToOne * all.without : count.with < 2 || count.without > 1)
      continue;  // a list without stops is a style
    if (!is_prose(paragraphs[i + 1]) || goes_on(paragraphs[i + 1])) continue;
    if (edges.empty()) edges = margins(audited);
    const int page = page_of(audited.document, paragraph.text.glyph(text.size() - 1)).number;
    if (!ends_short(audited.document, paragraph.text, edges[page])) continue;
    places.push_back(evidence_at(audited.document, paragraph.text,
                                 characters_before(text, text.size(), 2 * kAround), text.size()));
  }
  tell(std::move(places), said(Sentence::kNoFullStop), ledger);
}

/// Paragraphs that end with a semicolon where the next is a heading: nothing more comes.
void check_semicolons(const Audited& audited, Ledger& ledger) {
  const std::vector<Paragraph>& paragraphs = audited.layout.paragraphs;
  std::vector<Evidence> places;
  for (std::size_t i = 0; i + 1 < paragraphs.size(); ++i) {
    const std::string_view text = paragraphs[i].text.utf8();
    const bool ends = paragraphs[i].role == ParagraphRole::kBody && text.ends_with("；") &&
                      paragraphs[i + 1].role == ParagraphRole::kHeading &&
                      paragraphs[i + 1].section != paragraphs[i].section;
    if (ends && is_statement(text, audited))
      places.push_back(evidence_at(audited.document, paragraphs[i].text,
                                   characters_before(text, text.size(), 2 * kAround), text.size()));
  }
  if (places.empty()) return;
  constexpr std::size_t kShown = 4;
  constexpr int kCharacters = 40;
  const Said words = said(
      Sentence::kEndsInSemicolon,
      {{"words", quoted(places, kShown, kCharacters)}, {"count", std::to_string(places.size())}});
  ledger.report(finding_of(Check::kPunctuation, Severity::kInfo, FindingState::kNoted, words),
                std::move(places));
}

}  // namespace

void check_punctuation(const Audited& audited, Ledger& ledger) {
  check_doubled(audited, ledger);
  check_pairs(audited, ledger);
  check_stops(audited, ledger);
  check_semicolons(audited, ledger);
}

}  // namespace mingxi::audit
