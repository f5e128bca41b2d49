#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "model/between_documents.h"
#include "model/decisions.h"
#include "model/fact.h"

namespace mingxi::output {

/// The words that output spells an enum with, in the order of the enum: Measure gives level,
/// change, change_rate, share, execution_rate. Writing and reading both use these tables.
template <typename Enum>
std::span<const std::string_view> names();

template <>
std::span<const std::string_view> names<Status>();
template <>
std::span<const std::string_view> names<DocumentKind>();
template <>
std::span<const std::string_view> names<Scope>();
template <>
std::span<const std::string_view> names<TextSource>();
template <>
std::span<const std::string_view> names<Origin>();
template <>
std::span<const std::string_view> names<LineKind>();
template <>
std::span<const std::string_view> names<SubjectFrom>();
template <>
std::span<const std::string_view> names<Measure>();
template <>
std::span<const std::string_view> names<Basis>();
template <>
std::span<const std::string_view> names<Bound>();
template <>
std::span<const std::string_view> names<ValueState>();
template <>
std::span<const std::string_view> names<Severity>();
template <>
std::span<const std::string_view> names<FindingState>();

template <>
std::span<const std::string_view> names<UnitFrom>();
template <>
std::span<const std::string_view> names<TableState>();
template <>
std::span<const std::string_view> names<Mark>();
template <>
std::span<const std::string_view> names<PairedBy>();

template <typename Enum>
std::string_view name_of(Enum value) {
  return names<Enum>()[static_cast<std::size_t>(value)];
}

template <typename Enum>
std::optional<std::string_view> optional_name(const std::optional<Enum>& value) {
  return value ? std::optional(name_of(*value)) : std::nullopt;
}

/// "2022", "budget" … as text_of writes it.
std::optional<std::string> optional_text(const std::optional<Base>& base);

/// What text_of has written for a figure of this measure.
Base base_from(const std::string& text, Measure measure);

template <typename Enum>
std::optional<Enum> named(std::string_view name) {
  const std::span<const std::string_view> all = names<Enum>();
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace mingxi::output
