#include "output/dataset/dataset_check.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "messages/sentences.h"
#include "output/write/spreadsheet.h"
#include "model/decimal.h"
#include "model/error.h"

namespace mingxi::output {

using messages::said;
using messages::Sentence;

namespace {

using nlohmann::ordered_json;

Problem of_field(const FieldDescription& field, const messages::Said& what) {
  return {"", said(Sentence::kColumnProblem, {{"name", field.name}, {"what", what}})};
}

bool is_integer(std::string_view text) {
  const std::optional<Decimal> number = Decimal::parse(text);
  return number && number->places() == 0;
}

bool has_type(const std::string& value, const std::string& type) {
  if (type == "integer") return is_integer(value);
  if (type == "number") return Decimal::parse(value).has_value();
  if (type == "boolean") return value == "true" || value == "false";
  if (type == "array") return ordered_json::parse(value, nullptr, false).is_array();
  return type == "string";
}

/// The value that a CSV field holds. Only free text has a guard: what reads the closed lists by the
/// description alone knows of none.
std::string_view value_of(const FieldDescription& field, const std::string& csv) {
  return field.type == "string" && field.allowed.empty() ? unguarded(csv) : std::string_view(csv);
}

/// Whether a value of the database is that of a CSV field. Amounts are numbers there, and what is
/// missing in CSV can be an empty text.
bool is_same(const FieldDescription& field, const std::string& csv, const std::string& database) {
  const std::string_view text = value_of(field, csv);
  if (field.type == "boolean") return database == (text == "true" ? "1" : "0");
  if (text == database) return true;
  if (field.type != "number") return false;
  const std::optional<Decimal> left = Decimal::parse(text);
  const std::optional<Decimal> right = Decimal::parse(database);
  return left && right && *left == *right;
}

bool is_same(const FieldDescription& field, const std::string& csv, const ordered_json& value) {
  if (value.is_null()) return csv.empty();
  if (value.is_string()) return value_of(field, csv) == value.get_ref<const std::string&>();
  if (field.type == "array") return ordered_json::parse(csv, nullptr, false) == value;
  return csv == value.dump();
}

Problem differs(const FieldDescription& field) {
  return of_field(field, said(Sentence::kUnlikeCsv));
}

bool is_key(const ResourceDescription& resource, const FieldDescription& field) {
  return std::ranges::find(resource.primary_key, field.name) != resource.primary_key.end();
}

/// The row of a key, its values in the order of the fields.
std::string select_row(const ResourceDescription& resource) {
  std::string columns;
  std::string key;
  for (const FieldDescription& field : resource.fields) {
    const std::string name = "\"" + field.name + "\"";
    columns += (columns.empty() ? "" : ", ") + name;
    if (is_key(resource, field)) key += (key.empty() ? "" : " AND ") + name + " = ?";
  }
  return "SELECT " + columns + " FROM \"" + resource.name + "\" WHERE " + key;
}

}  // namespace

std::optional<Problem> check_record(const ResourceDescription& resource,
                                    const std::vector<std::string>& record) {
  if (record.size() != resource.fields.size()) {
    const std::string counts =
        std::to_string(record.size()) + " / " + std::to_string(resource.fields.size());
    return Problem{"", said(Sentence::kOtherNumberOfValues, {{"counts", counts}})};
  }
  for (std::size_t i = 0; i < record.size(); ++i) {
    const FieldDescription& field = resource.fields[i];
    const std::string value(value_of(field, record[i]));
    if (value.empty()) {
      if (field.is_required) return of_field(field, said(Sentence::kNoValue));
      continue;
    }
    if (!has_type(value, field.type))
      return of_field(field, said(Sentence::kValueOfOtherType, {{"type", field.type}}));
    if (!field.allowed.empty() && std::ranges::find(field.allowed, value) == field.allowed.end())
      return of_field(field, said(Sentence::kValueOutsideList));
  }
  return std::nullopt;
}

std::optional<Problem> check_line(const ResourceDescription& resource,
                                  const std::vector<std::string>& record, std::string_view line) {
  const ordered_json tree = ordered_json::parse(line, nullptr, false);
  if (!tree.is_object()) return Problem{"", said(Sentence::kNoJsonObject)};
  if (tree.size() != resource.fields.size() || record.size() != resource.fields.size())
    return Problem{"", said(Sentence::kOtherKeys)};
  for (std::size_t i = 0; i < record.size(); ++i) {
    const FieldDescription& field = resource.fields[i];
    const auto found = tree.find(field.name);
    if (found == tree.end() || !is_same(field, record[i], *found)) return differs(field);
  }
  return std::nullopt;
}

DatabaseTable::DatabaseTable(const Database& database, const ResourceDescription& resource)
    : resource_(resource),
      row_(database, select_row(resource)),
      count_(database, "SELECT count(*) FROM \"" + resource.name + "\"") {}

std::optional<Problem> DatabaseTable::check(const std::vector<std::string>& record) {
  int parameter = 0;
  for (std::size_t i = 0; i < record.size(); ++i) {
    const FieldDescription& field = resource_.fields[i];
    if (is_key(resource_, field)) row_.bind(++parameter, value_of(field, record[i]));
  }
  if (!row_.step()) return Problem{"", said(Sentence::kRowMissing)};
  std::optional<Problem> problem;
  for (std::size_t i = 0; i < record.size() && !problem; ++i) {
    const FieldDescription& field = resource_.fields[i];
    const int column = static_cast<int>(i);
    const bool same =
        row_.is_null(column) ? record[i].empty() : is_same(field, record[i], row_.text(column));
    if (!same) problem = differs(field);
  }
  row_.step();  // to its end, so that it can be run again
  return problem;
}

std::size_t DatabaseTable::rows() {
  count_.step();
  const std::size_t rows = std::stoull(count_.text(0));
  count_.step();
  return rows;
}

std::vector<Problem> check_database(const Database& database) {
  std::vector<Problem> problems;
  const auto ask = [&](const char* sql, Sentence sentence) {
    Statement rows(database, sql);
    while (rows.step()) {
      const std::string answer = rows.text(0);
      if (answer != "ok") problems.push_back({"", said(sentence, {{"answer", answer}})});
    }
  };
  ask("PRAGMA integrity_check(10)", Sentence::kDatabaseDamaged);
  ask("PRAGMA foreign_key_check", Sentence::kForeignKeysBroken);
  return problems;
}

}  // namespace mingxi::output
