#include "build/dataset_writer.h"

#include <filesystem>

#include "output/dataset/csv.h"
#include "output/dataset/dataset_readme.h"
#include "output/document_json/document_json.h"
#include "output/dataset/json_lines.h"
#include "model/error.h"
#include "read/sha256.h"

namespace mingxi::build {
namespace {

/// Where the publisher is, by its name or else by the title.
Place place_of(const Identity& identity, const patterns::Places& places) {
  const Place place = places.of(identity.publisher.value_or(""));
  return place.province ? place : places.of(identity.title.value_or(""));
}

/// What the options say of a dataset, and what the manifest says beside that.
output::PackageInfo described(const DatasetOptions& options) {
  output::PackageInfo info = options.package;
  const output::PackageInfo listed = options.manifest.package();
  info.sources.insert(info.sources.end(), listed.sources.begin(), listed.sources.end());
  if (info.created.empty()) info.created = listed.created;
  constexpr std::size_t kDay = 10;  // 2026-03-01
  if (info.created.size() == kDay) info.created += "T00:00:00Z";
  return info;
}

}  // namespace

DatasetWriter::DatasetWriter(const DatasetFolder& folder, const patterns::Places& places,
                             const DatasetOptions& options)
    : folder_(folder),
      places_(places),
      producer_(options.producer),
      package_(described(options)),
      run_(folder.work("run.jsonl")) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  for (const output::TableSchema& schema : output::dataset_tables()) {
    std::string header(options.csv_start == CsvStart::kByteOrderMark ? kByteOrderMark : "");
    output::append_csv_header(header, schema);
    csv_.emplace_back(folder_.work(std::string(schema.name) + ".csv")).write(header);
  }
  if (options.json_lines == JsonLines::kWritten) {
    facts_lines_.emplace(folder_.work("facts.jsonl"));
    findings_lines_.emplace(folder_.work("findings.jsonl"));
  }
  database_.emplace(folder_.work("dataset.sqlite"));
  if (options.workbook == Workbook::kXlsx) workbook_.emplace(folder_.work("dataset.xlsx"));
}

void DatasetWriter::write_row(output::DatasetTable table, const output::Row& row) {
  const output::TableSchema& schema = output::schema_of(table);
  ++rows_[table];
  line_.clear();
  output::append_csv_row(line_, schema, row);
  csv_[table].write(line_);
  database_->write(table, row);
  if (workbook_) workbook_->write(table, row);
  const bool has_lines = table == output::kFactRows || table == output::kFindingRows;
  if (!has_lines || !facts_lines_) return;
  line_.clear();
  output::append_json_line(line_, schema, row);
  (table == output::kFactRows ? facts_lines_ : findings_lines_)->write(line_);
}

void DatasetWriter::add(const Extraction& extraction, output::DocumentNotes notes) {
  notes.place = place_of(extraction.identity, places_);
  if (workbook_)
    workbook_->set_address(output::document_id(extraction.source.sha256),
                           notes.url.value_or(notes.file));
  output::write_rows(extraction, notes, [this](output::DatasetTable table, const output::Row& row) {
    write_row(table, row);
  });
}

void DatasetWriter::add(const BetweenDocuments& between) {
  output::write_rows(between, [this](output::DatasetTable table, const output::Row& row) {
    write_row(table, row);
  });
}

void DatasetWriter::add(const output::InputRecord& record) {
  output::Row row;
  output::fill_row(row, record);
  write_row(output::kInputRows, row);
  line_.clear();
  output::append_run_line(line_, record);
  run_.write(line_);
}

void DatasetWriter::finish(const output::ReadingConditions& reading) {
  run_.close();
  for (output::OutputFile& file : csv_) file.close();
  if (facts_lines_) {
    facts_lines_->close();
    findings_lines_->close();
  }
  database_->finish();
  if (workbook_) workbook_->finish();
  output::write_file(folder_.work("README.md"), output::dataset_readme(producer_));
  output::write_file(folder_.work("DICTIONARY.md"), output::dataset_dictionary());
  output::write_file(folder_.work("datapackage.json"),
                     output::data_package_json(files(), producer_, package_, reading));
}

std::vector<output::DatasetFile> DatasetWriter::files() const {
  std::vector<output::DatasetFile> files;
  for (const std::string& name : dataset_file_names()) {
    if (!std::filesystem::exists(folder_.work(name))) continue;
    const read::FileDigest digest = read::digest_of_file(folder_.work(name));
    files.push_back({.path = name, .bytes = digest.bytes, .sha256 = digest.sha256});
  }
  return files;
}

}  // namespace mingxi::build
