#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "model/table_kinds.h"

namespace mingxi {

/// What follows from a kind.
constexpr const TableTraits& traits_of(TableKind kind) {
  return kTableTraits[static_cast<std::size_t>(kind)];
}

/// B01 … B15, Z01 … Z09 or other.
constexpr std::string_view name_of(TableKind kind) { return traits_of(kind).name; }

/// The kind of this name; nothing for a name that is none.
constexpr std::optional<TableKind> table_kind_named(std::string_view name) {
  std::size_t at = 0;
  for (const TableTraits& traits : kTableTraits) {
    if (traits.name == name) return static_cast<TableKind>(at);
    ++at;
  }
  return std::nullopt;
}

/// Whether the law asks for a table of this kind in such a document.
constexpr bool is_statutory_in(TableKind kind, TableOf document) {
  return traits_of(kind).is_statutory && traits_of(kind).of == document;
}

/// Whether a table of this kind is one of this subject.
constexpr bool is_of(TableKind kind, TableSubject subject) {
  return traits_of(kind).subject == subject;
}

}  // namespace mingxi
