#pragma once

#include <string>
#include <variant>
#include <vector>

namespace mingxi::read {

enum class Align { kBody, kLeft, kCentre, kRight };  ///< kBody: its first line is indented

/// The size of type where a file says nothing, points.
inline constexpr double kUsualSize = 12;

/// A paragraph of text that flows.
struct FlowParagraph {
  std::string text;  ///< well-formed UTF-8
  Align align = Align::kBody;
  double size = kUsualSize;  ///< points
  std::string place = {};    ///< FilePlace::name

  bool operator==(const FlowParagraph&) const = default;
};

/// A cell at its top left place.
struct FlowCell {
  int row = 0;
  int column = 0;
  int row_span = 1;
  int column_span = 1;
  std::string text = {};  ///< well-formed UTF-8; line breaks part its lines
  Align align = Align::kLeft;
  bool is_ruled = true;  ///< false: the file says that no line is drawn around it
  std::string place = {};
  std::string stored = {};  ///< FilePlace::stored

  bool operator==(const FlowCell&) const = default;
};

/// Cells of which no two overlap, in any order. Places that no cell covers are blank.
struct FlowTable {
  std::vector<FlowCell> cells;

  bool operator==(const FlowTable&) const = default;
};

struct FlowPageBreak {
  bool operator==(const FlowPageBreak&) const = default;
};

using FlowBlock = std::variant<FlowParagraph, FlowTable, FlowPageBreak>;

/// What a file without pages holds, in reading order.
struct Flow {
  std::vector<FlowBlock> blocks;
  std::vector<std::string> hidden = {};  ///< Document::hidden
  std::string title = {};                ///< Document::title
  bool is_whole = true;                  ///< false: the file could not be read to its end
};

}  // namespace mingxi::read
