#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "output/document_json/document_json.h"

namespace mingxi::output {

/// A file of a dataset as its description names it.
struct DatasetFile {
  std::string path;  ///< in the dataset: "facts.csv"
  std::uint64_t bytes = 0;
  std::string sha256;

  bool operator==(const DatasetFile&) const = default;
};

/// How the documents of a dataset were read: all that the result hangs on beside program and
/// patterns.
struct ReadingConditions {
  std::string options;     ///< use of OCR, limits, versions of what reads PDF
  std::string ocr_engine;  ///< versions of what read scans; "" where no document was read by OCR

  bool operator==(const ReadingConditions&) const = default;
};

/// Where data comes from: a name, an address, or both.
struct PackageSource {
  std::string title;
  std::string path;

  bool operator==(const PackageSource&) const = default;
};

/// What a description says of a dataset as a whole; empty where nobody said it.
struct PackageInfo {
  std::string licence;  ///< an identifier, "CC-BY-4.0", or an address
  std::vector<PackageSource> sources;
  std::string
      created;  ///< "2026-03-01T00:00:00Z"; never from a clock: the same input, the same bytes
};

/// datapackage.json (Data Package 2.0): the CSV files with the schema of their tables, then the
/// other files. Ends with a line break.
std::string data_package_json(const std::vector<DatasetFile>& files, const Producer& producer,
                              const PackageInfo& info, const ReadingConditions& reading);

/// A field as a description gives it.
struct FieldDescription {
  std::string name;
  std::string type;
  bool is_required = false;
  std::vector<std::string> allowed;  ///< empty where any value is
};

struct KeyDescription {
  std::vector<std::string> fields;
  std::string resource;  ///< of a foreign key
  std::vector<std::string> referenced;
};

/// A resource as a description gives it; one without fields is no table.
struct ResourceDescription {
  std::string name;
  DatasetFile file;
  std::vector<FieldDescription> fields;
  std::vector<std::string> primary_key;
  std::vector<KeyDescription> foreign_keys;
};

/// Reads a datapackage.json of ours. Throws Error(kCorrupt) at the place that is not as it must be;
/// paths that lead out of the dataset are refused.
std::vector<ResourceDescription> read_data_package(std::string_view json);

/// Who wrote a dataset, as its datapackage.json says; nothing where that was not mingxi.
std::optional<Producer> producer_of_package(std::string_view json);

/// How its documents were read; empty where it does not say.
ReadingConditions reading_of_package(std::string_view json);

}  // namespace mingxi::output
