#pragma once

#include "read/office/xml.h"

namespace mingxi::read {

/// Whether an element shows nothing, or nothing of a document: scripts, forms, navigation.
bool is_left_out(XmlNode element);

/// Whether a table holds data: rows and columns of short texts, none of them a table again. Others
/// put things side by side on a page.
bool is_data_table(XmlNode table);

/// The element of a web page that holds its article: the innermost around all its sentences and
/// tables of data, lists of links aside. The body where there are none.
XmlNode article_of(XmlNode body);

/// Whether most of the text of an element is links, as that of menus is.
bool is_mostly_links(XmlNode element);

}  // namespace mingxi::read
