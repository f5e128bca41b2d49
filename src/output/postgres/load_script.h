#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace mingxi::output {

/// Writes the script by which psql puts a dataset into PostgreSQL (15 or later): its tables in
/// the schema `mingxi`, its rows by COPY, all in one transaction. The views are of SQLite alone.
///
/// Rows that hang on a document are partitioned by fiscal year (0: not known). A document that is
/// there already with the same document JSON is left alone; one that was read anew takes the place
/// of what was there. So loading a dataset twice changes nothing.
///
/// dataset: the folder. Throws Error(kCorrupt) where dataset.sqlite cannot be read.
void write_load_script(const std::string& dataset,
                       const std::function<void(std::string_view)>& write);

}  // namespace mingxi::output
