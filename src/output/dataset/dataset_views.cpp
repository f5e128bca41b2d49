#include "output/dataset/dataset_views.h"

#include <cassert>
#include <vector>

#include "output/dataset/view_files.h"

namespace mingxi::output {
namespace {

/// Takes the line that begins so off the front of a text.
std::string take_line(std::string& text, std::string_view start) {
  assert(text.starts_with(start));
  const std::size_t end = text.find('\n');
  const std::string line = text.substr(start.size(), end - start.size());
  text.erase(0, end + 1);
  return line;
}

View view_of(const ViewFile& file) {
  std::string sql = file.text;
  View view{.name = file.name.substr(0, file.name.find('.')),
            .chinese = take_line(sql, "-- zh: "),
            .english = take_line(sql, "-- en: "),
            .sql = {}};
  view.sql = std::move(sql);
  return view;
}

}  // namespace

std::span<const View> dataset_views() {
  static const std::vector<View> kViews = [] {
    std::vector<View> views;
    for (const ViewFile& file : embedded_views()) views.push_back(view_of(file));
    return views;
  }();
  return kViews;
}

}  // namespace mingxi::output
