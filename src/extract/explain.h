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

/// A column of amounts, or a row of a table, and what it is part of.
struct ExplainedPart {
  int level = 0;                   ///< how many rows it is part of
  std::string name;                ///< as printed; of a column its header, top to bottom
  std::string meaning;             ///< subtotal, leaf …; of a column its components
  std::vector<std::string> signs;  ///< of a row: what says where it belongs: code, sum, indent …
};

/// How the rows and columns of a table are parts of one another.
struct ExplainedTable {
  std::string name;  ///< id, kind and title
  std::vector<ExplainedPart> columns;
  std::vector<ExplainedPart> rows;
};

/// The trees of the tables on a page. Throws Error likewise.
std::vector<ExplainedTable> explain_tables(const Document& document, int page,
                                           const patterns::Patterns& patterns);

/// The page as an SVG picture of how its tables were read; see page_svg. Throws Error likewise.
std::string explain_svg(const Document& document, int page, const patterns::Patterns& patterns);

}  // namespace mingxi::extract
