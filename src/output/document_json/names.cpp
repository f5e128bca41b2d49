#include "output/document_json/names.h"

#include <array>
#include <charconv>

namespace mingxi::output {
namespace {

using std::string_view;

constexpr auto kStatuses = std::to_array<string_view>({"ok", "partial", "no_text"});
constexpr auto kDocumentKinds =
    std::to_array<string_view>({"budget", "final_account", "other", "unknown"});
constexpr auto kScopes =
    std::to_array<string_view>({"department", "unit", "government", "unknown"});
constexpr auto kTextSources = std::to_array<string_view>({"embedded", "ocr", "plain", "none"});
constexpr auto kOrigins = std::to_array<string_view>({"narrative", "table"});
constexpr auto kLineKinds = std::to_array<string_view>({"leaf", "subtotal", "total", "memo"});
constexpr auto kSubjectSources =
    std::to_array<string_view>({"own", "list", "topic", "heading", "row", "column"});
constexpr auto kMeasures =
    std::to_array<string_view>({"level", "change", "change_rate", "share", "execution_rate"});
constexpr auto kBases =
    std::to_array<string_view>({"budget", "adjusted", "estimated", "actual", "target"});
constexpr auto kBounds = std::to_array<string_view>({"=", ">=", "<=", ">", "<", "~", "range"});
constexpr auto kValueStates = std::to_array<string_view>({"number", "zero", "blank", "dash"});
constexpr auto kSeverities = std::to_array<string_view>({"error", "warning", "info"});
constexpr auto kFindingStates = std::to_array<string_view>(
    {"inconsistent", "within_rounding", "missing", "unreadable", "unverified", "noted"});
constexpr auto kUnitOrigins = std::to_array<string_view>({"table", "page", "document", "none"});
constexpr auto kTableStates =
    std::to_array<string_view>({"data", "empty_declared", "empty_undeclared"});
constexpr auto kPairings = std::to_array<string_view>({"manifest", "name", "figures"});
constexpr auto kMarks = std::to_array<string_view>({"confirmed", "false_alarm", "unsure"});

}  // namespace

template <>
std::span<const string_view> names<Status>() {
  return kStatuses;
}
template <>
std::span<const string_view> names<Mark>() {
  return kMarks;
}
template <>
std::span<const string_view> names<PairedBy>() {
  return kPairings;
}
template <>
std::span<const string_view> names<DocumentKind>() {
  return kDocumentKinds;
}
template <>
std::span<const string_view> names<Scope>() {
  return kScopes;
}
template <>
std::span<const string_view> names<TextSource>() {
  return kTextSources;
}
template <>
std::span<const string_view> names<Origin>() {
  return kOrigins;
}
template <>
std::span<const string_view> names<LineKind>() {
  return kLineKinds;
}
template <>
std::span<const string_view> names<SubjectFrom>() {
  return kSubjectSources;
}
template <>
std::span<const string_view> names<Measure>() {
  return kMeasures;
}
template <>
std::span<const string_view> names<Basis>() {
  return kBases;
}
template <>
std::span<const string_view> names<Bound>() {
  return kBounds;
}
template <>
std::span<const string_view> names<ValueState>() {
  return kValueStates;
}
template <>
std::span<const string_view> names<Severity>() {
  return kSeverities;
}
template <>
std::span<const string_view> names<FindingState>() {
  return kFindingStates;
}

template <>
std::span<const string_view> names<UnitFrom>() {
  return kUnitOrigins;
}
template <>
std::span<const string_view> names<TableState>() {
  return kTableStates;
}

std::optional<std::string> optional_text(const std::optional<Base>& base) {
  return base ? std::optional(text_of(*base)) : std::nullopt;
}

Base base_from(const std::string& text, Measure measure) {
  if (measure == Measure::kShare) return text;
  if (text == text_of(Basis::kBudget)) return Basis::kBudget;
  if (text == text_of(Basis::kAdjusted)) return Basis::kAdjusted;
  int year = 0;
  const char* const end = text.data() + text.size();
  const auto [last, error] = std::from_chars(text.data(), end, year);
  if (error == std::errc() && last == end) return year;
  return text;
}

}  // namespace mingxi::output
