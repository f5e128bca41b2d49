#pragma once

#include <string>

namespace mingxi {

/// What src/emit/document.schema.json complains of in a document JSON; "" if it is as described.
std::string schema_complaint(const std::string& document_json);

}  // namespace mingxi
