#include "build/inputs/manifest.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <set>

#include "messages/texts.h"
#include "model/error.h"
#include "output/dataset/csv.h"
#include "output/document_json/names.h"
#include "output/write/spreadsheet.h"
#include "read/bytes.h"
#include "text/utf8.h"

namespace mingxi::build {
namespace {

namespace fs = std::filesystem;
using messages::Text;

constexpr auto kColumns = std::to_array<std::string_view>(
    {"path", "publisher", "year", "kind", "url", "retrieved_at", "belongs_with"});

[[noreturn]] void refuse(const std::string& where, Text what, const std::string& word) {
  throw Error(ErrorKind::kCorrupt, where,
              messages::filled(what, messages::Language::kChinese, {word}),
              messages::filled(what, messages::Language::kEnglish, {word}));
}

/// A manifest as its lines: values by the names of the columns.
class ManifestLine {
 public:
  ManifestLine(const std::vector<std::string>& header, const std::vector<std::string>& record,
               std::string where)
      : header_(header), record_(record), where_(std::move(where)) {}

  std::optional<std::string> value(std::string_view column) const {
    const auto at = std::ranges::find(header_, column) - header_.begin();
    if (static_cast<std::size_t>(at) >= record_.size()) return std::nullopt;
    const std::string_view text = output::unguarded(record_[static_cast<std::size_t>(at)]);
    return text.empty() ? std::nullopt : std::optional<std::string>(text);
  }

  ManifestRow row() const {
    return {.publisher = value("publisher"),
            .year = year(),
            .kind = kind(),
            .url = value("url"),
            .retrieved_at = value("retrieved_at"),
            .belongs_with = value("belongs_with")};
  }

 private:
  std::optional<int> year() const {
    const std::optional<std::string> text = value("year");
    if (!text) return std::nullopt;
    int year = 0;
    const auto [stop, error] = std::from_chars(text->data(), text->data() + text->size(), year);
    if (error != std::errc{} || stop != text->data() + text->size() || text->size() != 4)
      refuse(where_, Text::kManifestYear, *text);
    return year;
  }

  std::optional<DocumentKind> kind() const {
    const std::optional<std::string> text = value("kind");
    if (!text) return std::nullopt;
    const auto kind = output::named<DocumentKind>(*text);
    if (!kind) refuse(where_, Text::kManifestKind, *text);
    return kind;
  }

  const std::vector<std::string>& header_;
  const std::vector<std::string>& record_;
  std::string where_;
};

void require_known(const std::vector<std::string>& header, const std::string& where) {
  for (const std::string& name : header) {
    if (std::ranges::find(kColumns, name) == kColumns.end())
      refuse(where, Text::kManifestColumn, name);
  }
  if (std::ranges::find(header, "path") == header.end())
    refuse(where, Text::kManifestColumn, "path");
}

std::string host_of(const std::string& url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string::npos) return "";
  return url.substr(0, url.find('/', scheme + 3));
}

}  // namespace

Manifest::Manifest(std::string_view csv, const std::string& where, const std::string& folder)
    : folder_(folder) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (csv.starts_with(kByteOrderMark)) csv.remove_prefix(kByteOrderMark.size());
  output::CsvReader reader;
  reader.feed(csv);
  if (!csv.ends_with('\n')) reader.feed("\n");
  const auto header = reader.next();
  require_known(header.value_or(std::vector<std::string>{}), where);
  for (int number = 2; const auto record = reader.next(); ++number) {
    const ManifestLine line(*header, *record, where + ":" + std::to_string(number));
    const auto path = line.value("path");
    if (path) rows_[absolute(*path)] = line.row();
  }
}

std::string Manifest::absolute(const std::string& path) const {
  std::error_code ignored;
  const fs::path beside = fs::path(folder_) / path;
  const bool is_here = !fs::exists(beside, ignored) && fs::exists(path, ignored);
  const fs::path found = is_here ? fs::path(path) : beside;
  return canonical(found.native());
}

const ManifestRow* Manifest::find(const std::string& path) const {
  if (rows_.empty()) return nullptr;
  const auto found = rows_.find(canonical(path));
  return found == rows_.end() ? nullptr : &found->second;
}

std::string Manifest::partner_of(const std::string& path) const {
  const ManifestRow* row = find(path);
  return row == nullptr || !row->belongs_with ? "" : absolute(*row->belongs_with);
}

std::string Manifest::canonical(const std::string& path) {
  std::error_code ignored;
  return fs::weakly_canonical(path, ignored).native();
}

output::PackageInfo Manifest::package() const {
  std::set<std::string> hosts;
  std::string last;
  for (const auto& [path, row] : rows_) {
    if (row.url) hosts.insert(host_of(*row.url));
    last = std::max(last, row.retrieved_at.value_or(""));
  }
  hosts.erase("");
  output::PackageInfo info;
  for (const std::string& host : hosts)
    info.sources.push_back({.title = host.substr(host.find("://") + 3), .path = host});
  info.created = last;
  return info;
}

Manifest load_manifest(const std::string& path) {
  if (path.empty()) return {};
  const std::string where = text::printable(path);
  return {read::read_bytes(path, where), where, fs::path(path).parent_path().string()};
}

std::vector<std::string> fill_in(const ManifestRow& row, Identity& identity) {
  std::vector<std::string> filled;
  if (!identity.publisher && row.publisher) {
    identity.publisher = row.publisher;
    filled.push_back("publisher");
  }
  if (identity.kind == DocumentKind::kUnknown && row.kind) {
    identity.kind = *row.kind;
    filled.push_back("kind");
  }
  if (!identity.fiscal_year && row.year) {
    identity.fiscal_year = row.year;
    filled.push_back("fiscal_year");
  }
  return filled;
}

}  // namespace mingxi::build
