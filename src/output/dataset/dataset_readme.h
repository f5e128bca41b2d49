#pragma once

#include <string>

#include "output/document_json/document_json.h"

namespace mingxi::output {

/// README.md of a dataset, Chinese and English: what the files are, how to begin, where it is from.
std::string dataset_readme(const Producer& producer);

/// DICTIONARY.md of a dataset: every table, column, key and view.
std::string dataset_dictionary();

}  // namespace mingxi::output
