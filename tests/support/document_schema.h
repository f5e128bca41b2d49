#pragma once

#include <string>

namespace mingxi {

/// What a schema of src/output/document_json complains of in a JSON text; "" if it is as described.
std::string schema_complaint(const std::string& text,
                             const std::string& schema_name = "document.schema.json");

}  // namespace mingxi
