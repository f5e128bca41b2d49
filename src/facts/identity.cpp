// The cover is read first, its lines joined one by one, because a name may run over two lines; then
// single lines of the first pages; then headings. The first reading that names a body and a year
// decides, and what it leaves open is taken from the readings after it.

#include "facts/identity.h"

#include <algorithm>

namespace mingxi::facts {
namespace {

constexpr std::size_t kShortestLabel = 12;  // bytes: 部门名称; 部门 alone heads a column
constexpr std::size_t kCoverLines = 7;  // a cover has fewer; joined prose would be read as a name

struct Candidate {
  TracedText text;
  int page = 1;
};

std::vector<Candidate> candidates_of(const Layout& layout, const std::vector<Line>& lines,
                                     const patterns::IdentityRules& rules) {
  std::vector<Candidate> result;
  for (std::size_t count = 2; count <= std::min(lines.size(), kCoverLines); ++count) {
    Candidate joined{.page = 1};
    for (std::size_t i = 0; i < count && lines[i].page == 1; ++i) {
      if (rules.words.contents.matches(lines[i].text.utf8())) break;
      joined.text.append(lines[i].text);
    }
    result.push_back(joined);
  }
  for (const Line& line : lines) result.push_back({line.text, line.page});
  for (const Paragraph& paragraph : layout.paragraphs) {
    if (paragraph.role == ParagraphRole::kHeading)
      result.push_back({paragraph.text, paragraph.page});
  }
  return result;
}

class Identifier {
 public:
  Identifier(const Document& document, const patterns::Patterns& patterns)
      : document_(document), patterns_(patterns) {
    identity_.page_count = static_cast<int>(document.pages.size());
  }

  void read_titles(const std::vector<Candidate>& candidates);
  void read_labels(const std::vector<Line>& lines);
  void read_table_labels(const Layout& layout);
  void read_prose(const Layout& layout);
  void read_table_years(const Layout& layout);
  void read_rounding(const Layout& layout);
  void read_kind(const std::vector<Line>& lines);
  Identity take() { return std::move(identity_); }

 private:
  void note(const char* field, const TracedText& text, std::size_t first, std::size_t last);
  void take_title(const Candidate& candidate, const patterns::TitleReading& reading);

  const Document& document_;
  const patterns::Patterns& patterns_;
  Identity identity_;
};

void Identifier::note(const char* field, const TracedText& text, std::size_t first,
                      std::size_t last) {
  const std::vector<GlyphId> glyphs = text.glyphs(first, last);
  if (glyphs.empty()) return;
  identity_.evidence.emplace_back(field, Evidence{.page = page_of(document_, glyphs.front()).number,
                                                  .quote = printed(document_, glyphs),
                                                  .boxes = boxes_of(document_, glyphs)});
}

void Identifier::take_title(const Candidate& candidate, const patterns::TitleReading& reading) {
  const TracedText& text = candidate.text;
  if (!identity_.fiscal_year) {
    identity_.fiscal_year = reading.year;
    identity_.kind = reading.kind;
    identity_.scope = reading.scope;
    identity_.title = printed(document_, text.glyphs(reading.first, reading.last));
    for (const char* field : {"title", "kind", "scope", "fiscal_year"}) {
      note(field, text, reading.first, reading.last);
    }
  }
  if (!reading.publisher.empty() && !identity_.publisher && reading.kind == identity_.kind &&
      !patterns_.identity.words.placeholder.matches(reading.publisher)) {
    const std::size_t end = reading.publisher_first + reading.publisher.size();
    identity_.publisher = printed(document_, text.glyphs(reading.publisher_first, end));
    note("publisher", text, reading.publisher_first, end);
  }
}

void Identifier::read_titles(const std::vector<Candidate>& candidates) {
  const auto has_body = [&](const patterns::TitleReading& reading) {
    return !reading.publisher.empty();
  };
  for (const bool body_wanted : {true, false}) {
    for (const Candidate& candidate : candidates) {
      if (identity_.publisher && identity_.fiscal_year) return;
      const auto reading = patterns::read_title(candidate.text.utf8(), patterns_.identity);
      if (reading && has_body(*reading) == body_wanted) take_title(candidate, *reading);
    }
  }
}

void Identifier::read_labels(const std::vector<Line>& lines) {
  if (identity_.publisher) return;
  const int group = patterns_.identity.words.label.expression().group_number("publisher");
  for (const Line& line : lines) {
    const auto match = patterns_.identity.words.label.find(line.text.utf8());
    if (!match || !match->group(group) || match->group(group)->size() < 9) continue;
    const std::string_view name = *match->group(group);
    if (patterns_.identity.words.placeholder.matches(name)) continue;
    const auto first = static_cast<std::size_t>(name.data() - line.text.utf8().data());
    identity_.publisher = printed(document_, line.text.glyphs(first, first + name.size()));
    note("publisher", line.text, first, first + name.size());
    return;
  }
}

/// The body that the tables name, where nothing else does: a cell 部门名称 and the one beside it,
/// or 编制单位：… over a table. All must agree.
void Identifier::read_table_labels(const Layout& layout) {
  if (identity_.publisher) return;
  const patterns::Expression& label = patterns_.identity.words.label.expression();
  const int group = label.group_number("publisher");
  const patterns::Expression& unit_name = patterns_.statements.expressions.unit_name;
  const TracedText* found = nullptr;
  std::string_view name;
  bool agree = true;
  const auto take = [&](const TracedText& text, std::string_view own) {
    if (!unit_name.matches(own) || patterns_.identity.words.placeholder.matches(own)) return;
    if (found == nullptr) found = &text, name = own;
    agree = agree && own == name;
  };
  for (const Grid& grid : layout.grids) {
    for (const Line& line : grid.above) {
      const auto match = label.find(line.text.utf8());
      if (match && match->group(group)) take(line.text, *match->group(group));
    }
    for (std::size_t i = 1; i < grid.cells.size(); ++i) {
      const GridCell& before = grid.cells[i - 1];
      const GridCell& cell = grid.cells[i];
      const bool is_beside = before.row == cell.row && before.text.size() >= kShortestLabel;
      if (is_beside && label.matches(before.text.utf8() + ":" + cell.text.utf8()))
        take(cell.text, cell.text.utf8());
    }
  }
  if (found == nullptr || !agree) return;
  const auto first = static_cast<std::size_t>(name.data() - found->utf8().data());
  identity_.publisher = printed(document_, found->glyphs(first, first + name.size()));
  note("publisher", *found, first, first + name.size());
}

/// The body that the prose names, where nothing else does: it must be named twice, and no other
/// body.
void Identifier::read_prose(const Layout& layout) {
  if (identity_.publisher || identity_.kind == DocumentKind::kUnknown) return;
  const int group = patterns_.identity.words.prose_body.expression().group_number("publisher");
  const TracedText* found = nullptr;
  std::string_view name;
  int times = 0;
  for (const Paragraph& paragraph : layout.paragraphs) {
    if (paragraph.role != ParagraphRole::kBody) continue;
    const auto match = patterns_.identity.words.prose_body.find(paragraph.text.utf8());
    if (!match || !match->group(group)) continue;
    const std::string_view own = *match->group(group);
    if (found == nullptr) found = &paragraph.text, name = own;
    if (own != name) return;
    ++times;
  }
  if (times < 2) return;
  const auto first = static_cast<std::size_t>(name.data() - found->utf8().data());
  identity_.publisher = printed(document_, found->glyphs(first, first + name.size()));
  note("publisher", *found, first, first + name.size());
}

/// The year of the tables, where nothing else names one: (2026年度) over a table. All must agree.
void Identifier::read_table_years(const Layout& layout) {
  if (identity_.fiscal_year) return;
  const TracedText* found = nullptr;
  int year = 0;
  for (const Grid& grid : layout.grids) {
    for (const Line& line : grid.above) {
      const auto match = patterns_.tables.notes.find("year", line.text.utf8());
      if (!match) continue;
      const int own = std::stoi(std::string(patterns_.tables.notes.group("year", *match, "year")));
      if (found != nullptr && own != year) return;
      found = &line.text;
      year = own;
    }
  }
  if (found == nullptr) return;
  identity_.fiscal_year = year;
  note("fiscal_year", *found, 0, found->size());
}

void Identifier::read_rounding(const Layout& layout) {
  for (const Paragraph& paragraph : layout.paragraphs) {
    const auto match = patterns_.identity.words.rounding.find(paragraph.text.utf8());
    if (!match) continue;
    identity_.rounding_note =
        printed(document_, paragraph.text.glyphs(match->first(), match->last()));
    note("rounding_note", paragraph.text, match->first(), match->last());
    return;
  }
}

void Identifier::read_kind(const std::vector<Line>& lines) {
  if (lines.empty()) return;
  const std::string& first = lines.front().text.utf8();
  if (identity_.kind != DocumentKind::kOther && patterns_.identity.words.other.matches(first)) {
    identity_.kind = DocumentKind::kOther;
    if (!identity_.fiscal_year) note("kind", lines.front().text, 0, lines.front().text.size());
  }
  if (!identity_.title) {
    identity_.title = printed(document_, lines.front().text.glyphs(0, lines.front().text.size()));
    note("title", lines.front().text, 0, lines.front().text.size());
  }
  if (identity_.kind != DocumentKind::kUnknown) return;
  for (const Line& line : lines) {
    const bool budget = patterns_.identity.words.budget.matches(line.text.utf8());
    const bool final_account = patterns_.identity.words.final_account.matches(line.text.utf8());
    if (!budget && !final_account) continue;
    identity_.kind = final_account ? DocumentKind::kFinalAccount : DocumentKind::kBudget;
    note("kind", line.text, 0, line.text.size());
    return;
  }
}

}  // namespace

Identity identify(const Document& document, const Layout& layout, const std::vector<Line>& lines,
                  const patterns::Patterns& patterns) {
  Identifier identifier(document, patterns);
  std::vector<Line> cover;
  for (const Line& line : lines) {
    if (line.page == 1) cover.push_back(line);
  }
  // 预算主管部门：… on the cover is the body; the title there names its government.
  if (cover.size() <= kCoverLines + 1) identifier.read_labels(cover);
  identifier.read_titles(candidates_of(layout, lines, patterns.identity));
  identifier.read_labels(lines);
  identifier.read_kind(lines);
  identifier.read_table_labels(layout);
  identifier.read_prose(layout);
  identifier.read_table_years(layout);
  identifier.read_rounding(layout);
  return identifier.take();
}

}  // namespace mingxi::facts
