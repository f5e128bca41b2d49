#pragma once

#include <span>
#include <string>

namespace mingxi::output {

/// A view of the database: a common question with its answer.
struct View {
  std::string name;
  std::string chinese;  ///< what a row is
  std::string english;
  std::string sql;  ///< after CREATE VIEW … AS
};

/// The views of views/*.sql, by name. A file begins with what a row is: "-- zh: …", "-- en: …".
std::span<const View> dataset_views();

}  // namespace mingxi::output
