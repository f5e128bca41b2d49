#pragma once

#include <vector>

#include "model/document.h"
#include "read/office/flow/flow.h"

namespace mingxi::read {

/// Sets text that flows on pages of our own, so that all later stages are the same as for a PDF:
/// A4, paragraphs with an indented first line, rulings around the cells of tables. Pages end
/// between paragraphs, never within one, nor within a table or between it and its title; they grow
/// with what does not fit, and a table wider than the text has pages of its own. At least one page.
std::vector<Page> set_flow(const std::vector<FlowBlock>& blocks);

}  // namespace mingxi::read
