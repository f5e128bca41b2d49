#include "pipeline/dataset_writer.h"

#include "emit/csv.h"
#include "emit/dataset_readme.h"
#include "emit/json.h"
#include "emit/json_lines.h"
#include "model/error.h"
#include "pipeline/dataset_folder.h"
#include "read/bytes.h"
#include "read/digest.h"

namespace mingxi {
namespace {

/// Where the publisher is, by its name or else by the title.
Place place_of(const Identity& identity, const Places& places) {
  const Place place = places.of(identity.publisher.value_or(""));
  return place.province ? place : places.of(identity.title.value_or(""));
}

}  // namespace

DatasetWriter::DatasetWriter(const std::string& folder, const Places& places, Producer producer,
                             CsvStart start, Workbook workbook)
    : folder_(folder),
      work_(prepared_work_folder(folder)),
      places_(places),
      producer_(std::move(producer)) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  for (const TableSchema& schema : dataset_tables()) {
    std::string header(start == CsvStart::kByteOrderMark ? kByteOrderMark : "");
    append_csv_header(header, schema);
    csv_.emplace_back(in_work(std::string(schema.name) + ".csv")).write(header);
  }
  facts_lines_.emplace(in_work("facts.jsonl"));
  findings_lines_.emplace(in_work("findings.jsonl"));
  database_.emplace(in_work("dataset.sqlite"));
  if (workbook == Workbook::kXlsx) workbook_.emplace(in_work("dataset.xlsx"));
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

void DatasetWriter::add(Extraction extraction) {
  extraction.source.path.clear();
  const std::string json = document_json(extraction, producer_);
  write_file(in_work("documents/" + extraction.source.sha256 + ".json"), json);
  write_rows(extraction, place_of(extraction.identity, places_), sha256(json),
             [this](DatasetTable table, const Row& row) { write_row(table, row); });
}

Extraction DatasetWriter::document(const std::string& sha256) const {
  const std::string path = in_work("documents/" + sha256 + ".json");
  return read_document_json(read_bytes(path, path));
}

void DatasetWriter::add(const BetweenDocuments& between) {
  write_rows(between, [this](DatasetTable table, const Row& row) { write_row(table, row); });
}

void DatasetWriter::write_records(const std::vector<InputRecord>& records) {
  OutputFile run(in_work("run.jsonl"));
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
  write_file(in_work("README.md"), dataset_readme(producer_));
  write_file(in_work("DICTIONARY.md"), dataset_dictionary());
  write_file(in_work("datapackage.json"), data_package_json(files(), producer_));
  publish_work_folder(folder_);
}

std::vector<DatasetFile> DatasetWriter::files() const {
  std::vector<DatasetFile> files;
  for (const std::string& name : dataset_file_names()) {
    if (name == "dataset.xlsx" && !workbook_) continue;
    const FileDigest digest = digest_of_file(in_work(name));
    files.push_back({.path = name, .bytes = digest.bytes, .sha256 = digest.sha256});
  }
  return files;
}

}  // namespace mingxi
