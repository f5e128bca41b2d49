#include "pipeline/dataset_writer.h"

#include "emit/csv.h"
#include "emit/dataset_readme.h"
#include "emit/json.h"
#include "emit/json_lines.h"
#include "model/error.h"
#include "read/digest.h"

namespace mingxi {
namespace {

/// Where the publisher is, by its name or else by the title.
Place place_of(const Identity& identity, const Places& places) {
  const Place place = places.of(identity.publisher.value_or(""));
  return place.province ? place : places.of(identity.title.value_or(""));
}

}  // namespace

DatasetWriter::DatasetWriter(const DatasetFolder& folder, const Places& places,
                             const DatasetOptions& options)
    : folder_(folder), places_(places), producer_(options.producer) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  for (const TableSchema& schema : dataset_tables()) {
    std::string header(options.csv_start == CsvStart::kByteOrderMark ? kByteOrderMark : "");
    append_csv_header(header, schema);
    csv_.emplace_back(folder_.work(std::string(schema.name) + ".csv")).write(header);
  }
  facts_lines_.emplace(folder_.work("facts.jsonl"));
  findings_lines_.emplace(folder_.work("findings.jsonl"));
  database_.emplace(folder_.work("dataset.sqlite"));
  if (options.workbook == Workbook::kXlsx) workbook_.emplace(folder_.work("dataset.xlsx"));
}

void DatasetWriter::write_row(DatasetTable table, const Row& row) {
  const TableSchema& schema = schema_of(table);
  ++rows_[table];
  line_.clear();
  append_csv_row(line_, schema, row);
  csv_[table].write(line_);
  database_->write(table, row);
  if (workbook_) workbook_->write(table, row);
  if (table != kFactRows && table != kFindingRows) return;
  line_.clear();
  append_json_line(line_, schema, row);
  (table == kFactRows ? facts_lines_ : findings_lines_)->write(line_);
}

void DatasetWriter::add(const Extraction& extraction, std::string_view json_sha256) {
  write_rows(extraction, place_of(extraction.identity, places_), json_sha256,
             [this](DatasetTable table, const Row& row) { write_row(table, row); });
}

void DatasetWriter::add(const BetweenDocuments& between) {
  write_rows(between, [this](DatasetTable table, const Row& row) { write_row(table, row); });
}

void DatasetWriter::write_records(const std::vector<InputRecord>& records) {
  OutputFile run(folder_.work("run.jsonl"));
  Row row;
  for (const InputRecord& record : records) {
    fill_row(row, record);
    write_row(kInputRows, row);
    line_.clear();
    append_run_line(line_, record);
    run.write(line_);
  }
  run.close();
}

void DatasetWriter::finish(const std::vector<InputRecord>& records) {
  write_records(records);
  for (OutputFile& file : csv_) file.close();
  facts_lines_->close();
  findings_lines_->close();
  database_->finish();
  if (workbook_) workbook_->finish();
  write_file(folder_.work("README.md"), dataset_readme(producer_));
  write_file(folder_.work("DICTIONARY.md"), dataset_dictionary());
  write_file(folder_.work("datapackage.json"), data_package_json(files(), producer_));
}

std::vector<DatasetFile> DatasetWriter::files() const {
  std::vector<DatasetFile> files;
  for (const std::string& name : dataset_file_names()) {
    if (name == "dataset.xlsx" && !workbook_) continue;
    const FileDigest digest = digest_of_file(folder_.work(name));
    files.push_back({.path = name, .bytes = digest.bytes, .sha256 = digest.sha256});
  }
  return files;
}

}  // namespace mingxi
