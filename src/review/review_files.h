#pragma once

#include <string>
#include <vector>

namespace mingxi::review {

/// One file of emit/review/, the front end of the review page.
struct ReviewFile {
  std::string name;  ///< "main.js"
  std::string text;
};

/// The files compiled into the program, by name.
std::vector<ReviewFile> embedded_review();

}  // namespace mingxi::review
