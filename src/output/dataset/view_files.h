#pragma once

#include <string>
#include <vector>

namespace mingxi::output {

/// One file of output/dataset/views.
struct ViewFile {
  std::string name;  ///< "items.sql"
  std::string text;
};

/// The files compiled into the program, by name.
std::vector<ViewFile> embedded_views();

}  // namespace mingxi::output
