#pragma once

#include <string>
#include <vector>

#include "model/document.h"
#include "patterns/patterns.h"

namespace mingxi::extract {

/// A figure of a line and how it was read.
struct ExplainedFigure {
  std::string text;     ///< as printed
  std::string rule;     ///< "statements/level"
  std::string meaning;  ///< one line, as described(Fact) writes it
  std::string name;     ///< where its name was found, and how sure it is: "topic 0.7"
};

/// A line of a page and what it was taken for.
struct ExplainedLine {
  std::string text;
  std::string part;  ///< prose, heading, cover, contents, note, ruled or running_head
  std::vector<ExplainedFigure> figures;
};

/// Each line of a page, top to bottom, with the figures that begin on it. Throws Error, also when
/// the document has no such page.
std::vector<ExplainedLine> explain(const Document& document, int page,
                                   const patterns::Patterns& patterns);

/// The page as an SVG picture of how its tables were read; see page_svg. Throws Error likewise.
std::string explain_svg(const Document& document, int page, const patterns::Patterns& patterns);

}  // namespace mingxi::extract
