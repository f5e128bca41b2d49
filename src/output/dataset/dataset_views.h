#pragma once

#include <span>
#include <string_view>

namespace mingxi::output {

/// A view of the database: a common question with its answer.
struct View {
  std::string_view name;
  std::string_view chinese;  ///< what a row is
  std::string_view english;
  std::string_view sql;  ///< after CREATE VIEW … AS
};

std::span<const View> dataset_views();

}  // namespace mingxi::output
