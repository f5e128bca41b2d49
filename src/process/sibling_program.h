#pragma once

#include <string>

namespace mingxi::process {

/// Where a program that belongs to this one is, such as mingxi-ocr: beside it, or where it is
/// installed; "" if it is not there.
std::string sibling_program(const std::string& name);

}  // namespace mingxi::process
