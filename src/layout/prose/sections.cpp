#include "layout/prose/sections.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "layout/prose/nested_lists.h"
#include "layout/prose/numbering.h"
#include "text/characters.h"

namespace mingxi::layout {
namespace {

constexpr std::size_t kLongestHeading = 40;  // characters
constexpr std::size_t kMaxLinesOfAHeading = 5;
constexpr double kLargerThanText = 1.12;  // ratio of font sizes
constexpr double kSmallerThanText = 0.85;
constexpr double kDeepestIndent = 4;   // font sizes
constexpr std::size_t kMinLabels = 2;  // of a chart
constexpr int kDeepestRunIn = 3;       // 1. and （1） with words after are items

/// What a passage opens: the bytes of its text that are the title.
struct Opening {
  int level = 1;
  std::size_t title_first = 0;
  std::size_t title_last = 0;
  bool is_heading = true;  // else the text of the passage runs on from the title
};

bool can_be_heading(std::string_view text, const patterns::LayoutPatterns& patterns) {
  return !text::is_longer_than(text, kLongestHeading) &&
         !patterns.lines.not_in_heading.matches(text);
}

/// Where the title at the begin of the words ends.
std::optional<std::size_t> title_end(std::string_view words, const patterns::Pattern& pattern) {
  const auto match = pattern.find(words);
  if (!match) return std::nullopt;
  return pattern.group(*match, "title").size();
}

/// 2.政府采购情况。 above a paragraph: the words, without their full stop.
std::optional<std::size_t> stopped_title_end(std::string_view words, int level, const Passage* next,
                                             const patterns::LayoutPatterns& patterns) {
  if (next == nullptr || next->role != LineRole::kProse) return std::nullopt;
  const auto end = title_end(words, patterns.lines.stopped_title);
  if (!end || patterns.lines.not_in_heading.matches(words.substr(0, *end))) return std::nullopt;
  // Before the next item it is an item itself.
  const auto numbering = numbering_of(next->text.utf8(), patterns);
  if (numbering && numbering->level <= level) return std::nullopt;
  return end;
}

/// Whether the passage is set as no paragraph is: small, or away from the left edge. The labels of
/// charts are.
bool is_label(const Passage& passage, const patterns::LayoutPatterns& patterns) {
  const std::string_view text = passage.text.utf8();
  if (passage.role != LineRole::kProse || passage.line_count > 1 || text::ends_a_sentence(text) ||
      text::is_longer_than(text, kLongestHeading) || numbering_of(text, patterns))
    return false;
  const PageText& page = *passage.page;
  const double em = page.block.font_size;
  const bool is_small = passage.first_line->font_size < kSmallerThanText * em;
  const bool is_away = passage.first_line->box.left > page.block.left + kDeepestIndent * em;
  return is_small || (is_away && !is_centred(*passage.first_line, page));
}

/// next: the passage after, if there is one.
std::optional<Opening> opening_of(const Passage& passage, const Passage* next,
                                  const patterns::LayoutPatterns& patterns) {
  if (passage.role != LineRole::kProse) return std::nullopt;
  const std::string_view text = passage.text.utf8();
  const bool is_short = passage.line_count <= kMaxLinesOfAHeading && can_be_heading(text, patterns);
  if (const auto numbering = numbering_of(text, patterns)) {
    const std::string_view words = text.substr(numbering->bytes);
    // Items name things and say something of them; titles of parts seldom do.
    const bool is_item = numbering->level > kDeepestRunIn && patterns.lines.clause.matches(words);
    if (is_short && !words.empty() && !is_item)
      return Opening{numbering->level, numbering->bytes, text.size(), true};
    if (const auto end = stopped_title_end(words, numbering->level, next, patterns);
        end && passage.line_count == 1)
      return Opening{numbering->level, numbering->bytes, numbering->bytes + *end, true};
    if (numbering->level > kDeepestRunIn) return std::nullopt;
    if (const auto end = title_end(words, patterns.lines.run_in_title))
      return Opening{numbering->level, numbering->bytes, numbering->bytes + *end, false};
    return std::nullopt;
  }
  if (!is_short || !text::contains_han(text) || patterns.lines.not_in_title.matches(text) ||
      text::count_code_points(text) < 2)
    return std::nullopt;
  const PageText& page = *passage.page;
  const bool is_large = passage.first_line->font_size > kLargerThanText * page.block.font_size;
  if (!is_large && !is_centred(*passage.first_line, page)) return std::nullopt;
  return Opening{1, 0, text.size(), true};
}

/// Whether the passage is a table's title, a caption, a label of a chart, or a chart's title above.
bool is_beside_prose(const std::vector<Passage>& passages, std::size_t i,
                     const patterns::LayoutPatterns& patterns) {
  const Passage& passage = passages[i];
  if (passage.role != LineRole::kProse) return false;
  const std::string_view text = passage.text.utf8();
  if (patterns.lines.caption.matches(text) || is_label(passage, patterns)) return true;
  if (passage.line_count > kMaxLinesOfAHeading || text::is_longer_than(text, kLongestHeading) ||
      numbering_of(text, patterns) || !opening_of(passage, nullptr, patterns))
    return false;
  if (patterns.lines.table_title.matches(text)) return true;
  std::size_t labels = 0;
  while (i + labels + 1 < passages.size() && passages[i + labels + 1].page == passage.page &&
         is_label(passages[i + labels + 1], patterns))
    ++labels;
  return labels >= kMinLabels;
}

/// The first passage that is no part of the cover: contents, a numbered heading, running text, or
/// the unnumbered titles on the same page above these.
std::size_t end_of_cover(const std::vector<Passage>& passages,
                         const patterns::LayoutPatterns& patterns) {
  std::size_t end = 0;
  for (; end < passages.size(); ++end) {
    const Passage& passage = passages[end];
    if (passage.role == LineRole::kContents) return end;
    if (passage.role != LineRole::kProse) continue;
    const std::string_view text = passage.text.utf8();
    if (numbering_of(text, patterns) || patterns.lines.full_stop.matches(text) ||
        text::is_longer_than(text, kLongestHeading))
      break;
  }
  if (end == passages.size()) return end;
  while (end > 0 && passages[end - 1].page == passages[end].page) --end;
  return end;
}

/// The tree as it grows: the open section of each level.
class SectionTree {
 public:
  int open(std::string title, int level, int page, bool is_heading) {
    while (!open_.empty() && sections_[open_.back().index].level >= level) open_.pop_back();
    Section section;
    section.id = static_cast<int>(sections_.size());
    section.title = std::move(title);
    section.level = level;
    section.page = page;
    section.parent = current();
    open_.push_back({sections_.size(), is_heading});
    sections_.push_back(std::move(section));
    return sections_.back().id;
  }

  /// Ends a run-in section before a numbered paragraph of its level, which is its sibling. A list
  /// under a heading numbers its items anew and ends nothing.
  void pass_item(int level) {
    while (!open_.empty() && !open_.back().is_heading &&
           sections_[open_.back().index].level >= level)
      open_.pop_back();
  }

  int current() const { return open_.empty() ? -1 : static_cast<int>(open_.back().index); }
  std::vector<Section> finished() { return std::move(sections_); }

 private:
  struct Open {
    std::size_t index = 0;
    bool is_heading = true;
  };
  std::vector<Section> sections_;
  std::vector<Open> open_;
};

}  // namespace

Layout under_sections(const Document& document, std::vector<Passage> passages,
                      const patterns::LayoutPatterns& patterns) {
  Layout layout;
  layout.paragraphs.reserve(passages.size());
  SectionTree tree;
  const std::size_t cover = end_of_cover(passages, patterns);
  const std::vector<int> depths = depths_of_nested_lists(passages, patterns);
  for (std::size_t i = 0; i < passages.size(); ++i) {
    Passage& passage = passages[i];
    const Passage* next = i + 1 < passages.size() ? &passages[i + 1] : nullptr;
    Paragraph paragraph;
    paragraph.page = passage.page->number;
    if (passage.role == LineRole::kContents) {
      paragraph.role = ParagraphRole::kContents;
    } else if (passage.role == LineRole::kNote ||
               (i >= cover && is_beside_prose(passages, i, patterns))) {
      paragraph.role = ParagraphRole::kNote;
    } else if (i < cover) {
      paragraph.role = ParagraphRole::kCover;
    } else if (const auto opening = opening_of(passage, next, patterns)) {
      const TracedText& text = passage.text;
      const int level = opening->level > 1 ? opening->level + depths[i] : opening->level;
      tree.open(printed(document, text.glyphs(opening->title_first, opening->title_last)), level,
                paragraph.page, opening->is_heading);
      if (opening->is_heading) paragraph.role = ParagraphRole::kHeading;
    } else if (const auto numbering = numbering_of(passage.text.utf8(), patterns)) {
      tree.pass_item(numbering->level + depths[i]);
    }
    paragraph.section = tree.current();
    paragraph.text = std::move(passage.text);
    layout.paragraphs.push_back(std::move(paragraph));
  }
  layout.sections = tree.finished();
  return layout;
}

}  // namespace mingxi::layout
