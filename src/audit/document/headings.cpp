// Titles against each other: those that the contents list and the text has not, and parts whose
// first heading is left out.

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/core/places.h"
#include "audit/core/stages.h"
#include "text/characters.h"
#include "text/item_numbering.h"
#include "text/normalise.h"
#include "text/numerals.h"
#include "text/punctuation.h"

namespace mingxi::audit {
namespace {

constexpr std::size_t kShortestTitle = 12;  // bytes: four characters
constexpr std::size_t kMinFound = 2;        // titles found, to each that is not
constexpr std::size_t kMinAlike = 6;        // characters of the shorter of two titles
constexpr std::size_t kMaxMissing = 4;      // titles reported
constexpr int kCharacters = 30;             // of a title in a message
constexpr std::string_view kListMark = text::kMarks[2];

/// A line of the contents without its page number and numbering.
std::string title_of(std::string_view line) {
  std::size_t end = line.size();
  const auto is_leader = [&](std::string_view c) {
    return c == "." || c == "…" || c == "·" || c == "-" || c == "—" || c == " " ||
           (c.size() == 1 && text::is_digit(c.front()));
  };
  while (end > 0) {
    const std::size_t before = characters_before(line, end, 1);
    if (!is_leader(line.substr(before, end - before))) break;
    end = before;
  }
  return std::string(text::numbered_item(line.substr(0, end)).name);
}

/// A line without a number is the head of a list, or the rest of a title.
bool is_numbered(std::string_view line) {
  return text::numbered_item(line).depth != text::ItemDepth::kNone;
}

/// A text without quotes, which are of several shapes.
std::string without_quotes(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view c = character_at(text, at);
    if (c != "\"" && c != text::kQuotes.open && c != text::kQuotes.close) result += c;
    at += c.size();
  }
  return result;
}

/// Characters of a in b, in order.
std::size_t common(std::string_view a, std::string_view b) {
  std::size_t count = 0;
  std::size_t from = 0;
  for (std::size_t at = 0; at < a.size();) {
    const std::string_view c = character_at(a, at);
    const std::size_t found = b.find(c, from);
    if (found != std::string_view::npos) {
      ++count;
      from = found + c.size();
    }
    at += c.size();
  }
  return count;
}

class Headings {
 public:
  Headings(const Audited& audited, Ledger& ledger)
      : audited_(audited),
        ledger_(ledger),
        first_(audited.patterns.form.context.first_heading),
        own_body_(audited.patterns.form.context.own_body) {
    for (const Paragraph& paragraph : audited.layout.paragraphs) {
      if (paragraph.role == ParagraphRole::kContents) continue;
      all_ += without_quotes(paragraph.text.utf8()) + "\n";
      if (paragraph.role == ParagraphRole::kHeading)
        titles_.push_back(without_quotes(text::numbered_item(paragraph.text.utf8()).name));
    }
    for (const Grid& grid : audited.layout.grids) {
      for (const auto* lines : {&grid.above, &grid.heads, &grid.below})
        for (const Line& line : *lines) {
          all_ += without_quotes(line.text.utf8()) + "\n";
          titles_.push_back(without_quotes(text::numbered_item(line.text.utf8()).name));
        }
      for (const GridCell& cell : grid.cells) all_ += without_quotes(cell.text.utf8()) + "\n";
    }
    for (const std::string& head : audited.layout.running_heads)
      all_ += without_quotes(head) + "\n";
  }

  void check() {
    check_contents();
    check_numbers();
  }

 private:
  /// A title without the name of the document's body, which may have what the body is in brackets.
  std::string without_body(std::string title) const {
    const std::string name = text::normalised(audited_.extraction.identity.publisher.value_or(""));
    const std::size_t at = name.empty() ? std::string::npos : title.find(name);
    if (at == std::string::npos) return title;
    title.erase(at, name.size());
    std::erase_if(title, [](char c) { return c == '(' || c == ')'; });
    return title;
  }

  /// Whether the text has a title: as it is, without 部门 or 单位 before it, with the name of a
  /// body in it, or without that of its own.
  bool is_in_text(const std::string& title) const {
    const auto body = own_body_.find(title);
    const std::string bare = without_body(body ? title.substr(body->last()) : title);
    if (all_.find(bare) != std::string::npos) return true;
    const std::size_t length = text::count_code_points(title);
    return std::any_of(titles_.begin(), titles_.end(), [&](const std::string& other) {
      const std::size_t shorter = std::min(length, text::count_code_points(other));
      return shorter >= kMinAlike &&
             std::max(common(title, other), common(other, title)) == shorter;
    });
  }

  bool has_without_body(const std::string& title) const {
    const std::string bare = without_body(title);
    return std::any_of(titles_.begin(), titles_.end(),
                       [&](const std::string& other) { return without_body(other) == bare; });
  }

  bool names_table(const std::string& title) const {
    return audited_.patterns.layout.lines.ends_in_table.matches(title);
  }

  /// The title of the text that differs from one of the contents by no more than a word: of a table
  /// for one of a table.
  const std::string* like(const std::string& listed) const {
    const std::string title = without_body(listed);
    const std::size_t length = text::count_code_points(title);
    const std::string* best = nullptr;
    std::size_t most = 0;
    for (const std::string& printed : titles_) {
      const std::string other = without_body(printed);
      if (other == title || names_table(other) != names_table(title)) continue;
      const std::size_t other_length = text::count_code_points(other);
      const std::size_t longest = std::max(length, other_length);
      const std::size_t same = std::max(common(title, other), common(other, title));
      if (same + 2 < longest || 4 * same < 3 * longest || same <= most) continue;
      most = same;
      best = &printed;
    }
    return best;
  }

  struct Listed {
    const Paragraph* line;
    std::string title;
    const std::string* other;  ///< the title of the text that is meant
  };

  /// Titles of the contents that the text has not. Where many are not found, the contents were not
  /// read line by line.
  void check_contents() {
    std::size_t found = 0;
    std::vector<Listed> missing;
    for (const Paragraph& paragraph : audited_.layout.paragraphs) {
      if (paragraph.role != ParagraphRole::kContents) continue;
      const std::string title = without_quotes(title_of(paragraph.text.utf8()));
      if (title.size() < kShortestTitle || !is_numbered(paragraph.text.utf8())) continue;
      const bool is_here = all_.find(title) != std::string::npos || has_without_body(title);
      const std::string* other = is_here ? nullptr : like(title);
      if (other == nullptr && is_in_text(title))
        ++found;
      else
        missing.push_back({&paragraph, title, other});
    }
    if (missing.size() > kMaxMissing || found < kMinFound * missing.size()) return;
    for (const Listed& listed : missing) report(listed);
  }

  void report(const Listed& listed) {
    const bool is_renamed = listed.other != nullptr;
    if (!is_renamed && names_table(listed.title)) return;  // told as a table that is missing
    const TracedText& line = listed.line->text;
    const Said words = is_renamed ? said(Sentence::kTitlesDiffer,
                                         {{"title", listed.title}, {"other", *listed.other}})
                                  : said(Sentence::kTitleMissing, {{"title", listed.title}});
    ledger_.report(
        finding_of(is_renamed ? Check::kWording : Check::kSectionMissing, Severity::kInfo,
                   is_renamed ? FindingState::kNoted : FindingState::kMissing, words),
        {evidence_at(audited_.document, line, 0, line.size())});
  }

  /// The number of a heading 一、; nothing for another.
  static std::optional<int> number_of(std::string_view text) {
    const std::size_t end = text::end_of_words(text, 0);
    if (end == 0 || !text.substr(end).starts_with(kListMark)) return std::nullopt;
    const auto number = text::read_words(text, 0);
    if (!number || number->last != end || number->value.places() != 0) return std::nullopt;
    return static_cast<int>(number->value.digits());
  }

  /// Headings numbered 一、 in one part: the first is not left out.
  void check_numbers() {
    int last = 0;
    int part = -2;
    for (std::size_t p = 0; p < audited_.layout.paragraphs.size(); ++p) {
      const Paragraph& paragraph = audited_.layout.paragraphs[p];
      if (paragraph.role != ParagraphRole::kHeading || paragraph.section < 0) continue;
      const auto& sections = audited_.layout.sections;
      const Section& section = sections[static_cast<std::size_t>(paragraph.section)];
      const auto number = number_of(paragraph.text.utf8());
      if (!number) continue;
      if (section.parent != part) last = 0;
      part = section.parent;
      const bool lacks_first = last == 0 && *number == 2;
      if (lacks_first && part >= 0 && !has_first(part, p)) {
        const TracedText& text = paragraph.text;
        const Said words = said(Sentence::kNoFirstHeading,
                                {{"part", sections[static_cast<std::size_t>(part)].title},
                                 {"heading", shortened(text.utf8(), kCharacters)}});
        ledger_.report(
            finding_of(Check::kSectionMissing, Severity::kWarning, FindingState::kMissing, words),
            {evidence_at(audited_.document, text, 0, text.size())});
      }
      last = *number;
    }
  }

  /// Whether 一、 is printed between the beginning of a part and a heading of it, as a paragraph or
  /// over a table.
  bool has_first(int part, std::size_t heading) const {
    const auto& paragraphs = audited_.layout.paragraphs;
    const int to = paragraphs[heading].page;
    const int from = audited_.layout.sections[static_cast<std::size_t>(part)].page;
    for (std::size_t p = heading; p-- > 0;) {
      if (paragraphs[p].page < from) break;
      if (paragraphs[p].role != ParagraphRole::kContents &&
          first_.matches(paragraphs[p].text.utf8()))
        return true;
    }
    for (const Grid& grid : audited_.layout.grids) {
      if (grid.page < from || grid.page > to) continue;
      for (const auto* lines : {&grid.above, &grid.heads, &grid.below})
        for (const Line& line : *lines)
          if (first_.matches(line.text.utf8())) return true;
      for (const GridCell& cell : grid.cells)
        if (first_.matches(cell.text.utf8())) return true;
    }
    const auto& heads = audited_.layout.running_heads;
    return std::any_of(heads.begin(), heads.end(),
                       [&](const std::string& head) { return first_.matches(head); });
  }

  const Audited& audited_;
  Ledger& ledger_;
  const patterns::Pattern& first_;
  const patterns::Pattern& own_body_;
  std::string all_;                  ///< all text but the contents
  std::vector<std::string> titles_;  ///< headings and lines over tables, without numbering
};

}  // namespace

void check_headings(const Audited& audited, Ledger& ledger) { Headings(audited, ledger).check(); }

}  // namespace mingxi::audit
