#include <algorithm>
#include <filesystem>
#include <memory>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/console.h"
#include "output/write/output_file.h"
#include "output/write/own_file.h"
#include "output/write/staged_output.h"
#include "output/tables/tables_csv.h"
#include "output/tables/tables_html.h"
#include "output/tables/workbook.h"
#include "model/error.h"

namespace mingxi::cli {
namespace {

struct TablesArguments {
  std::string file;
  std::string output;
  bool byte_order_mark = false;
};

enum class Format { kListing, kWorkbook, kCsv, kHtml };

/// What the name of the output asks for; a listing on standard output if there is none.
Format format_of(const TablesArguments& arguments, messages::Language language) {
  if (arguments.output.empty() || arguments.output == "-") return Format::kListing;
  if (has_ending(arguments.output, ".xlsx")) return Format::kWorkbook;
  if (has_ending(arguments.output, ".csv")) return Format::kCsv;
  if (has_ending(arguments.output, ".html")) return Format::kHtml;
  throw UsageError(messages::filled(messages::Text::kBadTablesOutput, language,
                                    {text::shown(arguments.output)}));
}

std::string page_list(const Table& table) {
  std::string pages;
  for (const int page : table.pages) pages += (pages.empty() ? "" : ",") + std::to_string(page);
  return pages;
}

/// One line a table: id, kind, pages, rows × columns, unit, title.
std::string listing(const std::vector<Table>& tables) {
  constexpr std::size_t kGap = 2;
  constexpr std::size_t kColumns = 5;
  std::vector<std::vector<std::string>> lines;
  std::vector<std::size_t> widths(kColumns);
  for (const Table& table : tables) {
    std::vector<std::string> line = {
        table.id, std::string(name_of(table.kind)), page_list(table),
        std::to_string(table.rows) + "×" + std::to_string(table.columns),
        table.unit.empty() ? "-" : text::shown(table.unit)};
    for (std::size_t i = 0; i < kColumns; ++i)
      widths[i] = std::max(widths[i], text::columns_of(line[i]));
    line.push_back(table.title.empty() ? "-" : text::shown(table.title));
    lines.push_back(std::move(line));
  }
  std::string result;
  for (const std::vector<std::string>& line : lines) {
    for (std::size_t i = 0; i < kColumns; ++i) result += text::padded(line[i], widths[i] + kGap);
    result += line.back() + "\n";
  }
  return result;
}

void write_tables(const Extraction& extraction, Format format, output::ByteOrderMark mark,
                  const std::filesystem::path& place, const patterns::HeaderPatterns& headers) {
  if (format == Format::kWorkbook) output::write_workbook(extraction, place, headers);
  if (format == Format::kHtml) output::write_file(place, output::tables_html(extraction, headers));
  if (format != Format::kCsv) return;
  for (const output::CsvFile& file : output::tables_csv(extraction.tables, mark, headers)) {
    output::write_file(place / file.name, file.content);
  }
}

/// What there is to say of a document beside its tables.
enum Remark { kNone, kNoText, kPartial, kNoTables };

Remark remark_of(const Extraction& extraction) {
  if (extraction.status == Status::kNoText) return kNoText;
  if (extraction.status == Status::kPartial) return kPartial;
  return extraction.tables.empty() ? kNoTables : kNone;
}

/// Says why there may be fewer tables than a reader expects.
void say(int remark, const std::string& file, messages::Language language) {
  const std::string name =
      file == "-" ? std::string(messages::text(messages::Text::kStandardInput, language))
                  : text::shown(file);
  if (remark == kNoText) {
    complain(name, messages::text(messages::Text::kNoTextNote, language), language);
  } else if (remark == kPartial) {
    complain(name, messages::text(messages::Text::kPartialTablesNote, language), language);
  } else if (remark == kNoTables) {
    complain(name, messages::text(messages::Text::kNoTablesNote, language), language);
  }
}

int run_tables(const TablesArguments& arguments, bool has_limits, const SharedOptions& options) {
  const messages::Language language = options.language;
  const Format format = format_of(arguments, language);
  if (arguments.byte_order_mark && format != Format::kCsv) {
    throw UsageError(std::string(messages::text(messages::Text::kBadCsvBom, language)));
  }
  const std::vector<std::string> inputs{arguments.file};
  if (format == Format::kListing) output::require_output_apart(inputs);
  if (format != Format::kListing) output::require_no_input(arguments.output, inputs);
  const extract::Extractor extractor(extractor_options(options));
  std::unique_ptr<output::StagedOutput>
      output;  // made first: a bad destination is reported before the work
  if (format != Format::kListing) {
    output = std::make_unique<output::StagedOutput>(
        arguments.output,
        format == Format::kCsv ? output::OutputKind::kFolder : output::OutputKind::kFile);
  }
  const auto work = [&](const Document& document, const std::string&) -> process::Answer {
    const Extraction extraction = extractor.extract(document);
    if (output == nullptr)
      return {.kind = remark_of(extraction), .bytes = listing(extraction.tables)};
    const bool mark = arguments.byte_order_mark;
    try {
      write_tables(extraction, format,
                   mark ? output::ByteOrderMark::kWritten : output::ByteOrderMark::kNone,
                   output->place(), extractor.patterns().tables.cells);
    } catch (const Error& error) {  // names the place where it was written before it was whole
      throw Error(error.kind(), arguments.output, error.chinese(), error.english());
    }
    return {.kind = remark_of(extraction), .bytes = {}};
  };
  const process::Answer answer =
      read_document(arguments.file,
                    {.extractor = extractor,
                     .has_limits = has_limits,
                     .folder = output == nullptr ? "" : output->place().parent_path().string()},
                    work);
  if (output != nullptr) output->publish();
  write_output(answer.bytes);
  if (!options.quiet) say(answer.kind, arguments.file, language);
  return kDone;
}

}  // namespace

Command add_tables(CLI::App& app, const SharedOptions& options) {
  const auto in_words = [&options](messages::Text id) {
    return std::string(messages::text(id, options.language));
  };
  CLI::App* command = app.add_subcommand("tables", in_words(messages::Text::kTables));
  command->footer(in_words(messages::Text::kTablesExamples));
  const auto arguments = std::make_shared<TablesArguments>();
  command->add_option("FILE", arguments->file, in_words(messages::Text::kFileArgument))
      ->option_text(" ")
      ->required();
  command
      ->add_option("-o,--output", arguments->output, in_words(messages::Text::kTablesOutputOption))
      ->option_text("X")
      ->group(in_words(messages::Text::kOptions));
  command
      ->add_flag("--csv-bom", arguments->byte_order_mark, in_words(messages::Text::kCsvBomOption))
      ->group(in_words(messages::Text::kOptions));
  const auto no_limits = add_no_limits(*command, options);
  return {command, [arguments, no_limits, &options] {
            return run_tables(*arguments, !*no_limits, options);
          }};
}

}  // namespace mingxi::cli
