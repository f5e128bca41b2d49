#pragma once

#include <string>
#include <vector>

#include "model/fact.h"

namespace mingxi::output {

/// [{"page":3,"box":[left,top,right,bottom]}, …]
void append_boxes(std::string& to, const std::vector<PlacedBox>& boxes);

/// Where something is printed, as the document JSON writes it.
void append_evidence(std::string& to, const Evidence& evidence);

/// {"id":"f1","document":null}
void append_fact_reference(std::string& to, const FactReference& fact);

/// A ratio of the reader's own, with the digits that distinguish it.
void append_ratio(std::string& to, double ratio);

}  // namespace mingxi::output
