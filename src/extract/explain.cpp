#include "extract/explain.h"

#include <algorithm>
#include <map>
#include <sstream>

#include "messages/reading_sentences.h"
#include "output/report/page_svg.h"
#include "layout/layout.h"
#include "facts/prose/statements.h"
#include "model/error.h"
#include "extract/extract.h"

namespace mingxi::extract {

using messages::ReadingSentence;
using messages::said;

namespace {

const char* part_of(ParagraphRole role) {
  switch (role) {
    case ParagraphRole::kBody:
      return "prose";
    case ParagraphRole::kHeading:
      return "heading";
    case ParagraphRole::kContents:
      return "contents";
    case ParagraphRole::kCover:
      return "cover";
    case ParagraphRole::kNote:
      return "note";
  }
  return "prose";
}

/// Glyph → what the paragraph that holds it is for.
std::map<GlyphId, const char*> parts_of(const Layout& layout) {
  std::map<GlyphId, const char*> parts;
  for (const Paragraph& paragraph : layout.paragraphs) {
    for (std::size_t i = 0; i < paragraph.text.size(); ++i) {
      parts[paragraph.text.glyph(i)] = part_of(paragraph.role);
    }
  }
  return parts;
}

bool begins_on(const Fact& fact, const Line& line, const Page& page) {
  if (fact.evidence.boxes.empty() || fact.evidence.boxes.front().page != line.page) return false;
  const Box& box = fact.evidence.boxes.front().box;
  return holds(on_paper(page, line.box), box.left + 0.1, box.middle_y());
}

const char* word_for(SubjectFrom from) {
  switch (from) {
    case SubjectFrom::kOwn:
      return "own";
    case SubjectFrom::kList:
      return "list";
    case SubjectFrom::kTopic:
      return "topic";
    case SubjectFrom::kHeading:
      return "heading";
    case SubjectFrom::kRow:
      return "row";
    case SubjectFrom::kColumn:
      return "column";
  }
  return "own";
}

/// Where a figure has its name from, and how sure that is where it is not.
std::string origin_of_name(const Fact& fact) {
  std::string origin = word_for(fact.subject_from);
  if (fact.confidence >= 1) return origin;
  std::ostringstream confidence;
  confidence << fact.confidence;
  return origin + " " + confidence.str();
}

const Page& page_with(const Document& document, int page) {
  const int count = static_cast<int>(document.pages.size());
  if (page < 1 || page > count) {
    const std::string asked = std::to_string(page);
    const std::string last = std::to_string(count);
    throw Error(ErrorKind::kNotFound, document.source.path,
                said(ReadingSentence::kNoSuchPage, {{"asked", asked}, {"last", last}}));
  }
  return document.pages[static_cast<std::size_t>(page - 1)];
}

}  // namespace

std::vector<ExplainedLine> explain(const Document& document, int page,
                                   const patterns::Patterns& patterns) {
  const Page& shown = page_with(document, page);
  const Layout layout = layout::lay_out(document, patterns.layout);
  const std::vector<Grid> grids = layout::find_grids(shown);
  const auto parts = parts_of(layout);
  std::vector<ExplainedLine> result;
  const std::vector<Line> lines = layout::find_lines(shown, grids);
  for (const Line& line : lines) {
    if (line.text.empty()) continue;
    const auto part = parts.find(line.text.glyph(0));
    const bool ruled = std::any_of(grids.begin(), grids.end(), [&line](const Grid& grid) {
      return holds(grid.box, line.box.middle_x(), line.middle());
    });
    const char* name = part != parts.end() ? part->second : ruled ? "ruled" : "running_head";
    result.push_back(
        {.text = printed(document, line.text.glyphs(0, line.text.size())), .part = name});
  }
  const Extraction extraction = extract(document, layout, patterns);
  for (const Fact& fact : extraction.facts) {
    for (std::size_t i = 0, shown_line = 0; i < lines.size(); ++i) {
      if (lines[i].text.empty()) continue;
      if (begins_on(fact, lines[i], shown)) {
        result[shown_line].figures.push_back({.text = fact.evidence.quote,
                                              .rule = fact.rule,
                                              .meaning = facts::described(fact),
                                              .name = origin_of_name(fact)});
        break;
      }
      ++shown_line;
    }
  }
  return result;
}

std::string explain_svg(const Document& document, int page, const patterns::Patterns& patterns) {
  const Page& shown = page_with(document, page);
  Layout layout = layout::lay_out(document, patterns.layout);
  const Extraction extraction = extract(document, layout, patterns);
  std::erase_if(layout.grids, [page](const Grid& grid) { return grid.page != page; });
  return output::page_svg(shown, layout.grids, extraction.tables);
}

}  // namespace mingxi::extract
