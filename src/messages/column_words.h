#pragma once

#include <string_view>

namespace mingxi::messages {

/// What a workbook for people writes over a column of a dataset, in Chinese: 公开单位. Requires a
/// column of dataset_tables() or one that the workbook adds.
std::string_view heading_of(std::string_view column);

/// What it calls the sheet of a table: 问题 for findings.
std::string_view sheet_name_of(std::string_view table);

/// What it writes for a value of a closed list: 错误 for error; the value itself where it has no
/// word.
std::string_view word_of_value(std::string_view value);

}  // namespace mingxi::messages
