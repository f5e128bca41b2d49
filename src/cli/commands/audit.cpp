#include <map>
#include <memory>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>

#include "audit/across/between_documents.h"
#include "audit/pairs/pair_check.h"
#include "build/related_documents.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "output/report/audit_csv.h"
#include "output/report/audit_text.h"
#include "output/document_json/document_json.h"
#include "output/write/own_file.h"
#include "output/write/staged_output.h"
#include "model/error.h"
#include "extract/corrections.h"

namespace mingxi::cli {
namespace {

struct AuditArguments {
  std::vector<std::string> files;
  std::string format = "text";
  std::string fail_on = "error";
  std::string decisions;
  std::string manifest;
  std::string output;
  bool csv_bom = false;
  bool was_asked_to_fail = false;  ///< --fail-on was given
};

enum class Format { kText, kJson, kCsv };

/// What the arguments mean.
struct AuditRequest {
  Format format = Format::kText;
  std::optional<Severity> fail_on;  ///< nothing: never
  output::ReportStyle style;
  output::AuditDetail detail = output::AuditDetail::kFindings;
  bool has_byte_order_mark = false;
};

AuditRequest requested(const AuditArguments& arguments, const SharedOptions& options) {
  const messages::Language language = options.language;
  const auto refuse = [language](messages::Text id, const std::string& value) {
    throw UsageError(messages::filled(id, language, {text::shown(value)}));
  };
  AuditRequest request;
  request.style = {
      .language = language,
      .columns = output_columns(),
      .colours = output_is_coloured() ? output::Colours::kTerminal : output::Colours::kNone};
  if (options.quiet) request.detail = output::AuditDetail::kSummary;
  const std::string& format = arguments.format;
  if (format == "json") {
    request.format = Format::kJson;
  } else if (format == "csv") {
    request.format = Format::kCsv;
  } else if (format != "text") {
    refuse(messages::Text::kBadFormat, format);
  }
  if (arguments.csv_bom && request.format != Format::kCsv)
    throw UsageError(std::string(messages::text(messages::Text::kBadAuditBom, language)));
  request.has_byte_order_mark = arguments.csv_bom;
  if (!arguments.output.empty())
    request.style = {.language = language, .columns = 100, .colours = output::Colours::kNone};
  const std::string& fail_on = arguments.fail_on;
  if (fail_on == "error") {
    request.fail_on = Severity::kError;
  } else if (fail_on == "warning") {
    request.fail_on = Severity::kWarning;
  } else if (fail_on != "never") {
    refuse(messages::Text::kBadFailOn, fail_on);
  }
  return request;
}

/// Writes each document as it comes, so that a long list shows its first results at once.
class AuditOutput {
 public:
  /// destination: a file that is written whole at the end; "": standard output.
  AuditOutput(const AuditRequest& request, std::string destination)
      : request_(request), destination_(std::move(destination)) {
    if (request.has_byte_order_mark) put("\xEF\xBB\xBF");
    if (request.format == Format::kJson) put("[");
    if (request.format == Format::kCsv) put(output::audit_csv_header());
    if (request.format == Format::kText && !destination_.empty())
      put(std::string(output::kReportMark) + "\n");
  }

  /// What was found in a document, and how many false alarms were left out of it, or between
  /// documents.
  template <typename Audited, typename... FalseAlarms>
  void write(const Audited& audited, FalseAlarms... false_alarms) {
    const char* const gap = request_.format == Format::kJson ? ",\n" : "\n";
    const char* const first_gap = request_.format == Format::kJson ? "\n" : "";
    std::string text = is_first_ ? first_gap : gap;
    is_first_ = false;
    switch (request_.format) {
      case Format::kText:
        text += output::audit_text(audited, request_.style, request_.detail, false_alarms...);
        break;
      case Format::kJson:
        text += output::audit_json(audited, false_alarms...);
        break;
      case Format::kCsv:
        text = output::audit_csv(audited, request_.style.language);
        break;
    }
    put(text);
  }

  void end(const output::AuditTotals& totals) {
    if (request_.format == Format::kJson) put("\n]\n");
    if (request_.format == Format::kText && totals.documents + totals.inputs_failed > 1) {
      put((is_first_ ? "" : "\n") + output::audit_text(totals, request_.style));
    }
    if (!destination_.empty()) output::write_whole(destination_, held_);
  }

 private:
  void put(const std::string& text) {
    if (destination_.empty()) {
      write_output(text);
    } else {
      held_ += text;
    }
  }

  const AuditRequest& request_;
  std::string destination_;
  std::string held_;
  bool is_first_ = true;
};

/// Whether documents are compared with one another, which takes all that they say.
enum class Compared { kNo, kYes };

/// Leaves of a document what its audit prints.
void leave_audited(Extraction& extraction) {
  std::set<std::string> named;
  for (const Finding& finding : extraction.findings)
    for (const FactReference& reference : finding.facts) named.insert(reference.id);
  std::erase_if(extraction.facts, [&](const Fact& fact) { return !named.contains(fact.id); });
  extraction.tables.clear();
}

/// Reads a document. Where a child does it, it gives the document JSON.
Extraction read(const std::string& file, bool has_limits, Compared compared,
                const extract::Extractor& extractor) {
  if (!has_limits) return extractor.extract(file);
  const process::Answer answer =
      read_document(file, {.extractor = extractor},
                    [&](const Document& document, const std::string&) -> process::Answer {
                      Extraction extraction = extractor.extract(document);
                      if (compared == Compared::kNo) leave_audited(extraction);
                      return {.bytes = output::document_json(extraction, extractor.producer())};
                    });
  Extraction extraction = output::read_document_json(answer.bytes);
  extraction.source.path = file;  // as it is: what is no UTF-8 is replaced in JSON
  return extraction;
}

/// What is kept of the files that were read, to compare them when all are there: the figures that
/// others may print too, and all of those that may be half a disclosure.
class ComparedFiles {
 public:
  ComparedFiles(build::Manifest manifest, const patterns::Patterns& patterns)
      : manifest_(std::move(manifest)), patterns_(patterns) {}

  void add(const std::string& path, Extraction extraction) {
    if (const build::ManifestRow* row = manifest_.find(path))
      build::fill_in(*row, extraction.identity);
    documents_.push_back(audit::comparable(extraction, patterns_));
    auto half = audit::half_of(extraction, patterns_, {path});
    if (!half || halves_of_.contains(half->sha256)) return;
    halves_of_.emplace(half->sha256, std::move(extraction));
    halves_.push_back(std::move(*half));
  }

  template <typename Found>
  void compare(const Found& found) {
    for (const DocumentPair& pair :
         audit::pairs_of(halves_, build::partners_in(manifest_, halves_), patterns_))
      found(audit::check_pair(pair, halves_of_.at(pair.prose), halves_of_.at(pair.tables),
                              patterns_));
    const BetweenDocuments between = audit::check_between_documents(std::move(documents_));
    if (!between.documents.empty() || !between.checks.not_possible.empty()) found(between);
  }

 private:
  build::Manifest manifest_;
  const patterns::Patterns& patterns_;
  std::vector<audit::ComparableDocument> documents_;
  std::vector<audit::Half> halves_;
  std::map<std::string, Extraction> halves_of_;  // by sha256
};

int run_audit(const AuditArguments& arguments, bool has_limits, const SharedOptions& options) {
  const AuditRequest request = requested(arguments, options);
  if (arguments.output.empty()) {
    output::require_output_apart(arguments.files);
  } else {
    output::require_no_input(arguments.output, arguments.files);
    const output::StagedOutput tried(arguments.output, output::OutputKind::kFile);
  }
  extract::ExtractorOptions how = extractor_options(options);
  how.decisions = extract::load_decisions(arguments.decisions);
  const extract::Extractor extractor(std::move(how));
  AuditOutput output(request, arguments.output);
  output::AuditTotals totals;
  ComparedFiles files(build::load_manifest(arguments.manifest), extractor.patterns());
  const Compared compared = arguments.files.size() > 1 ? Compared::kYes : Compared::kNo;
  // Who lets a document through by --fail-on must not take one that could not be checked for sound.
  const bool was_asked_to_fail = arguments.was_asked_to_fail && request.fail_on;
  int unchecked = 0;
  for (const std::string& file : arguments.files) {
    try {
      Extraction extraction = read(file, has_limits, compared, extractor);
      const DocumentDecisions decided = extractor.options().decisions.of(extraction.source.sha256);
      const int false_alarms = extract::take_out_false_alarms(decided.findings, extraction);
      totals.add(extraction);
      const Checks& checks = extraction.checks;
      if (was_asked_to_fail && checks.held + checks.held_within_rounding + checks.failed == 0) {
        ++unchecked;
        complain(text::shown(file),
                 messages::text(messages::Text::kNothingChecked, options.language),
                 options.language);
      }
      output.write(extraction, false_alarms);
      if (compared == Compared::kYes) files.add(file, std::move(extraction));
    } catch (const Error& error) {
      ++totals.inputs_failed;
      tell(error, options.language);
    }
  }
  files.compare([&](const BetweenDocuments& between) {
    output.write(between);
    totals.add(between.findings);
  });
  output.end(totals);
  if (totals.inputs_failed > 0) return kInputFailed;
  if (was_asked_to_fail && unchecked > 0) return kFindings;
  const bool fails = request.fail_on && totals.reach(*request.fail_on);
  return fails ? kFindings : kDone;
}

}  // namespace

Command add_audit(CLI::App& app, const SharedOptions& options) {
  const auto say = [&options](messages::Text id) {
    return std::string(messages::text(id, options.language));
  };
  CLI::App* command = app.add_subcommand("audit", say(messages::Text::kAudit));
  command->footer(say(messages::Text::kAuditExamples));
  const auto arguments = std::make_shared<AuditArguments>();
  command->add_option("FILE", arguments->files, say(messages::Text::kFilesArgument))
      ->option_text("...")
      ->required();
  command->add_option("--format", arguments->format, say(messages::Text::kFormatOption))
      ->option_text("text|json|csv")
      ->group(say(messages::Text::kOptions));
  command->add_option("--fail-on", arguments->fail_on, say(messages::Text::kFailOnOption))
      ->option_text("error|warning|never")
      ->group(say(messages::Text::kOptions));
  command->add_option("-o,--output", arguments->output, say(messages::Text::kFileOutputOption))
      ->option_text("FILE")
      ->group(say(messages::Text::kOptions));
  command->add_flag("--csv-bom", arguments->csv_bom, say(messages::Text::kCsvBomOption))
      ->group(say(messages::Text::kOptions));
  command->add_option("--decisions", arguments->decisions, say(messages::Text::kDecisionsOption))
      ->option_text("FILE")
      ->group(say(messages::Text::kOptions));
  command->add_option("--manifest", arguments->manifest, say(messages::Text::kManifestOption))
      ->option_text("CSV")
      ->group(say(messages::Text::kOptions));
  const auto no_limits = add_no_limits(*command, options);
  return {command, [arguments, command, no_limits, &options] {
            arguments->was_asked_to_fail = command->count("--fail-on") > 0;
            return run_audit(*arguments, !*no_limits, options);
          }};
}

}  // namespace mingxi::cli
