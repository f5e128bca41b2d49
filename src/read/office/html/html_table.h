#pragma once

#include <string>

#include "read/office/flow/flow.h"
#include "read/office/xml.h"

namespace mingxi::read {

/// A table of data with its rowspans and colspans. name: what its cells are named by, "table 2".
FlowTable html_table(XmlNode table, const std::string& name);

/// Text as a browser sets it: white space is one blank, none at either end. A no-break space is a
/// blank that stays.
std::string collapsed(std::string_view text);

/// How an element says that its text is aligned; unless it says, as given.
Align alignment_of(XmlNode element, Align otherwise);

}  // namespace mingxi::read
