#include "cli/dataset_options.h"

#include <algorithm>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "text/terminal.h"

namespace mingxi::cli {
namespace {

using messages::Text;

/// Whether a text is as a pattern says, where 0 is any digit.
bool has_form(std::string_view text, std::string_view pattern) {
  return std::ranges::equal(
      text, pattern, [](char c, char p) { return p == '0' ? c >= '0' && c <= '9' : c == p; });
}

bool is_identifier(std::string_view text) {
  return std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '-' || c == '_';
  });
}

bool is_address(std::string_view text) { return text.find("://") != std::string_view::npos; }

/// NAME=ADDRESS, or one of them.
output::PackageSource source_of(const std::string& text) {
  const std::size_t joint = text.find('=');
  if (joint != std::string::npos && is_address(text.substr(joint)))
    return {.title = text.substr(0, joint), .path = text.substr(joint + 1)};
  return is_address(text) ? output::PackageSource{.title = text, .path = text}
                          : output::PackageSource{.title = text, .path = ""};
}

}  // namespace

void add_dataset_options(CLI::App& command, DatasetArguments& arguments,
                         messages::Language language) {
  const auto say = [language](Text id) { return std::string(messages::text(id, language)); };
  command.add_flag("--csv-bom", arguments.csv_bom, say(Text::kCsvBomOption));
  command.add_flag("--xlsx", arguments.xlsx, say(Text::kXlsxOption));
  command.add_flag("--jsonl", arguments.jsonl, say(Text::kJsonLinesOption));
  command.add_option("--manifest", arguments.manifest, say(Text::kManifestOption))
      ->option_text("CSV");
  command.add_option("--licence,--license", arguments.licence, say(Text::kLicenceOption))
      ->option_text("ID");
  command.add_option("--source", arguments.sources, say(Text::kSourceOption))
      ->option_text("NAME=URL")
      ->allow_extra_args(false);
  command.add_option("--created", arguments.created, say(Text::kCreatedOption))
      ->option_text("DATE");
}

build::DatasetOptions dataset_options(const DatasetArguments& arguments,
                                      messages::Language language) {
  const auto refuse = [language](Text id, const std::string& value) {
    throw UsageError(messages::filled(id, language, {text::shown(value)}));
  };
  const std::string& created = arguments.created;
  if (!created.empty() && !has_form(created, "0000-00-00") &&
      !has_form(created, "0000-00-00T00:00:00Z"))
    refuse(Text::kBadCreated, created);
  const std::string& licence = arguments.licence;
  if (!is_identifier(licence) && !is_address(licence)) refuse(Text::kBadLicence, licence);
  build::DatasetOptions options{
      .csv_start = arguments.csv_bom ? build::CsvStart::kByteOrderMark : build::CsvStart::kPlain,
      .workbook = arguments.xlsx ? build::Workbook::kXlsx : build::Workbook::kNone,
      .json_lines = arguments.jsonl ? build::JsonLines::kWritten : build::JsonLines::kNone,
      .manifest = build::load_manifest(arguments.manifest),
      .package = {.licence = licence, .created = created}};
  for (const std::string& source : arguments.sources)
    options.package.sources.push_back(source_of(source));
  return options;
}

}  // namespace mingxi::cli
