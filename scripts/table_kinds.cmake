# Makes table_kind.h from the forms of patterns/tables.json: an enum of the kinds of tables and what
# follows from each, so that code asks for a trait and a misspelt kind does not compile.
function(table_kinds output)
  set(file ${PROJECT_SOURCE_DIR}/patterns/tables.json)
  file(READ ${file} json)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  string(JSON count LENGTH "${json}" forms)
  math(EXPR last "${count} - 1")
  set(kinds "  kOther,  ///< none of these\n")
  set(subjects kOther)
  set(rows "    {\"other\", TableOf::kAnything, TableSubject::kOther, false},\n")
  foreach(i RANGE ${last})
    string(JSON kind MEMBER "${json}" forms ${i})
    foreach(trait about of subject statutory)
      string(JSON ${trait} GET "${json}" forms ${kind} ${trait})
    endforeach()
    string(TOLOWER "${statutory}" statutory)
    if(statutory STREQUAL "on")
      set(statutory true)
    elseif(statutory STREQUAL "off")
      set(statutory false)
    endif()
    camel_case(subject ${subject})
    camel_case(of ${of})
    list(APPEND subjects k${subject})
    string(APPEND kinds "  k${kind},  ///< ${about}\n")
    string(APPEND rows "    {\"${kind}\", TableOf::k${of}, TableSubject::k${subject}, ${statutory}},\n")
  endforeach()
  list(REMOVE_DUPLICATES subjects)
  list(JOIN subjects ",\n  " subjects)
  file(CONFIGURE OUTPUT ${output} CONTENT "// Made by scripts/table_kinds.cmake from patterns/tables.json.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace mingxi {

/// The kinds of tables.
enum class TableKind {
${kinds}};

/// What a table is of; a budget and a final account have tables of one subject.
enum class TableSubject {
  ${subjects},
};

/// The documents that hold a kind of table.
enum class TableOf { kAnything, kBudget, kFinalAccount };

/// What follows from the kind of a table.
struct TableTraits {
  std::string_view name;  ///< B01
  TableOf of;
  TableSubject subject;
  bool is_statutory;
};

/// In the order of TableKind.
inline constexpr TableTraits kTableTraits[] = {
${rows}};

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

/// Whether every table of this kind is of amounts of a budget.
constexpr bool is_of_money(TableKind kind) {
  return !is_of(kind, TableSubject::kOther) && !is_of(kind, TableSubject::kPerformance);
}

}  // namespace mingxi
" @ONLY)
endfunction()

# three_public gives ThreePublic.
function(camel_case result words)
  string(REPLACE "_" ";" words ${words})
  set(text "")
  foreach(word ${words})
    string(SUBSTRING ${word} 0 1 first)
    string(TOUPPER ${first} first)
    string(SUBSTRING ${word} 1 -1 rest)
    string(APPEND text ${first}${rest})
  endforeach()
  set(${result} ${text} PARENT_SCOPE)
endfunction()
