#include "messages/sentences.h"
#include "output/dataset/data_package.h"
#include "output/document_json/json_place.h"
#include "output/document_json/json_read_tables.h"
#include "model/error.h"

namespace mingxi::output {

using messages::said;
using messages::Sentence;

namespace {

std::vector<std::string> strings_of(const JsonPlace& place) {
  std::vector<std::string> texts;
  for (const JsonPlace& item : place.items()) texts.push_back(item.string());
  return texts;
}

FieldDescription read_field(const JsonPlace& place) {
  FieldDescription field{.name = place.at("name").string(), .type = place.at("type").string()};
  if (!place.has("constraints")) return field;
  const JsonPlace constraints = place.at("constraints");
  if (constraints.has("required")) field.is_required = constraints.at("required").boolean();
  if (constraints.has("enum")) field.allowed = strings_of(constraints.at("enum"));
  return field;
}

KeyDescription read_foreign_key(const JsonPlace& place) {
  const JsonPlace reference = place.at("reference");
  return {.fields = strings_of(place.at("fields")),
          .resource = reference.at("resource").string(),
          .referenced = strings_of(reference.at("fields"))};
}

std::string read_path(const JsonPlace& place) {
  const std::string path = place.string();
  if (path.empty() || path.find('/') != std::string::npos || path == ".." ||
      path.find('\0') != std::string::npos)
    place.refuse(said(Sentence::kMustBeFileName));
  return path;
}

std::string read_hash(const JsonPlace& place) {
  constexpr std::string_view kPrefix = "sha256:";
  const std::string hash = place.string();
  if (!hash.starts_with(kPrefix)) place.refuse(said(Sentence::kMustBeHash));
  return hash.substr(kPrefix.size());
}

void check_keys(const ResourceDescription& resource, const JsonPlace& place) {
  const auto has_field = [&](const std::string& name) {
    for (const FieldDescription& field : resource.fields) {
      if (field.name == name) return true;
    }
    return false;
  };
  for (const std::string& name : resource.primary_key) {
    if (!has_field(name)) place.refuse(said(Sentence::kPrimaryKeyColumnMissing));
  }
  for (const KeyDescription& key : resource.foreign_keys) {
    for (const std::string& name : key.fields) {
      if (!has_field(name) || key.fields.size() != key.referenced.size())
        place.refuse(said(Sentence::kForeignKeyColumnMissing));
    }
  }
}

ResourceDescription read_resource(const JsonPlace& place) {
  ResourceDescription resource{.name = place.at("name").string(),
                               .file = {.path = read_path(place.at("path")),
                                        .bytes = place.at("bytes").unsigned_integer(),
                                        .sha256 = read_hash(place.at("hash"))}};
  if (!place.has("schema")) return resource;
  const JsonPlace schema = place.at("schema");
  resource.fields = read_all(schema.at("fields"), read_field);
  resource.primary_key = strings_of(schema.at("primaryKey"));
  if (schema.has("foreignKeys"))
    resource.foreign_keys = read_all(schema.at("foreignKeys"), read_foreign_key);
  check_keys(resource, schema);
  return resource;
}

/// Texts of an object of a package, by key; "" for each that it does not have.
std::vector<std::string> texts_of(std::string_view json, std::string_view object,
                                  const std::vector<std::string_view>& keys) {
  std::vector<std::string> texts(keys.size());
  try {
    const JsonText text(json);
    const JsonPlace root(text);
    const JsonPlace place = root.at(object);
    for (std::size_t i = 0; i < keys.size(); ++i) {
      if (place.has(keys[i])) texts[i] = place.at(keys[i]).string();
    }
  } catch (const Error&) {
    // It is no package of ours.
  }
  return texts;
}

}  // namespace

std::vector<ResourceDescription> read_data_package(std::string_view json) {
  const JsonText text(json);
  const JsonPlace root(text, "Data Package 2.0");
  return read_all(root.at("resources"), read_resource);
}

std::optional<Producer> producer_of_package(std::string_view json) {
  const auto said = texts_of(json, "producer", {"program", "version", "patterns_sha256"});
  if (said[0] != Producer().program) return std::nullopt;
  return Producer{said[0], said[1], said[2]};
}

ReadingConditions reading_of_package(std::string_view json) {
  const auto said = texts_of(json, "reading", {"options", "ocr_engine"});
  return {said[0], said[1]};
}

}  // namespace mingxi::output
