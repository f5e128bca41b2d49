#pragma once

#include <filesystem>
#include <string>

#include "model/fact.h"
#include "patterns/pattern_names.h"

namespace mingxi::output {

/// Writes the tables of a document as an XLSX file: a sheet 目录 that lists and links them, then a
/// sheet for each table. Merged cells stay merged, numbers are numbers that show what was printed,
/// all else is text, never a formula. The same extraction gives the same bytes. Throws
/// Error(kOutput).
void write_workbook(const Extraction& extraction, const std::filesystem::path& path,
                    const patterns::HeaderPatterns& headers);

/// The name of the sheet of a table: its number and title, as far as a sheet's name may hold it.
std::string sheet_name(const Table& table, std::size_t number);

}  // namespace mingxi::output
