#include "facts/tables/named_codes.h"

#include <algorithm>
#include <string>

namespace mingxi::facts {
namespace {

using Codes = std::vector<std::optional<std::string>>;

/// The rows above one, from the top down to itself, units left out.
std::vector<std::size_t> path_to(std::size_t row, const std::vector<TableRow>& rows,
                                 const RowTree& tree) {
  std::vector<std::size_t> path;
  for (int at = static_cast<int>(row); at >= 0;
       at = tree.nodes[static_cast<std::size_t>(at)].parent) {
    if (!rows[static_cast<std::size_t>(at)].names_body_alone)
      path.insert(path.begin(), static_cast<std::size_t>(at));
  }
  return path;
}

Codes functional_codes(const std::vector<TableRow>& rows, const RowTree& tree,
                       const patterns::Classification& names) {
  Codes codes(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].is_total || rows[i].names_body_alone) continue;
    const std::vector<std::size_t> path = path_to(i, rows, tree);
    const auto name = [&](std::size_t level) { return rows[path[level]].name; };
    if (path.size() == 1) codes[i] = names.functional_class(name(0));
    if (path.size() == 2) {
      codes[i] = names.functional_path(name(0), name(1), "");
      // 类 and 项 alone: the 款 is left out.
      if (!codes[i] && !tree.nodes[i].has_parts)
        codes[i] = names.functional_path(name(0), "", name(1));
    }
    if (path.size() == 3) codes[i] = names.functional_path(name(0), name(1), name(2));
  }
  return codes;
}

Codes economic_codes(const std::vector<TableRow>& rows, const RowTree& tree,
                     const patterns::Classification& names) {
  Codes codes(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].is_total || rows[i].names_body_alone) continue;
    const auto code = names.economic(rows[i].name);
    const int parent = tree.nodes[i].parent;
    const auto above =
        parent < 0 ? std::nullopt : names.economic(rows[static_cast<std::size_t>(parent)].name);
    if (code && (!above || code->starts_with(*above))) codes[i] = code;
  }
  return codes;
}

/// Whether most rows have codes, and of more than one length.
bool wins(const Codes& codes, const std::vector<TableRow>& rows) {
  std::size_t found = 0;
  std::size_t asked = 0;
  std::size_t shortest = SIZE_MAX;
  std::size_t longest = 0;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    if (rows[i].is_total || rows[i].names_body_alone) continue;
    ++asked;
    if (!codes[i]) continue;
    ++found;
    shortest = std::min(shortest, codes[i]->size());
    longest = std::max(longest, codes[i]->size());
  }
  return found * 2 > asked && longest > shortest;
}

}  // namespace

std::vector<std::optional<std::string>> named_codes(const std::vector<TableRow>& rows,
                                                    const RowTree& tree,
                                                    const patterns::Classification& names) {
  const auto with_scheme = [](Codes codes, const char* scheme) {
    for (auto& code : codes)
      if (code) code->insert(0, scheme);
    return codes;
  };
  if (Codes codes = functional_codes(rows, tree, names); wins(codes, rows))
    return with_scheme(std::move(codes), "functional:");
  if (Codes codes = economic_codes(rows, tree, names); wins(codes, rows))
    return with_scheme(std::move(codes), "economic:");
  return Codes(rows.size());
}

}  // namespace mingxi::facts
