#include <algorithm>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/console.h"
#include "messages/sentences.h"
#include "model/error.h"
#include "extract/pattern_tests.h"
#include "read/read.h"
#include "extract/load_patterns.h"
#include "process/sandbox.h"
#include "extract/scans.h"
#include "process/sibling_program.h"

namespace mingxi::cli {
namespace {

/// One line of the report.
struct Diagnosis {
  std::string name;
  bool met = false;
  std::string detail;
};

Diagnosis diagnosis_of(const read::Requirement& requirement, messages::Language language) {
  Diagnosis diagnosis{requirement.name, requirement.met, requirement.detail};
  if (!requirement.met) {
    if (!diagnosis.detail.empty()) diagnosis.detail += "  ";
    diagnosis.detail += messages::filled(messages::Text::kInstall, language, {requirement.package});
  }
  return diagnosis;
}

Diagnosis diagnosis_of_patterns(const SharedOptions& options) {
  const messages::Language language = options.language;
  const std::string directory = patterns_directory(options);
  Diagnosis diagnosis{.name = std::string(messages::text(messages::Text::kPatternsName, language)),
                      .met = true,
                      .detail = {}};
  const std::string source =
      directory.empty() ? std::string(messages::text(messages::Text::kCompiledIn, language))
                        : text::shown(directory);
  try {
    const patterns::Patterns patterns = extract::load_patterns(directory);
    const extract::TrialResult trial = extract::try_patterns(patterns);
    diagnosis.detail =
        messages::filled(messages::Text::kPatternsDetail, language,
                         {source, std::to_string(trial.rules),
                          std::to_string(trial.examples + trial.counterexamples), patterns.sha256});
    if (trial.failures.empty()) return diagnosis;
    diagnosis.detail += "  " + messages::filled(messages::Text::kCheckFailures, language,
                                                {std::to_string(trial.failures.size())});
  } catch (const Error& error) {
    const messages::Said what{error.chinese(), error.english()};
    diagnosis.detail = text::shown(error.where()) +
                       messages::said(messages::Sentence::kColon).in(language) + what.in(language);
    diagnosis.met = false;
  }
  return diagnosis;
}

Diagnosis diagnosis_of_sandbox(messages::Language language) {
  const std::string parts = process::sandbox_parts();
  const messages::Text detail =
      parts.empty() ? messages::Text::kSandboxNone : messages::Text::kSandboxOn;
  return {.name = std::string(messages::text(messages::Text::kSandboxName, language)),
          .met = true,
          .detail = messages::filled(detail, language, {parts})};
}

int run_doctor(const SharedOptions& options) {
  std::vector<Diagnosis> diagnoses;
  for (const read::Requirement& requirement : read::reading_requirements()) {
    diagnoses.push_back(diagnosis_of(requirement, options.language));
  }
  diagnoses.push_back(diagnosis_of_patterns(options));
  diagnoses.push_back(diagnosis_of_sandbox(options.language));
  const bool healthy = std::ranges::all_of(diagnoses, &Diagnosis::met);
  // Documents with text are read without it.
  for (const read::Requirement& requirement :
       extract::ocr_requirements(process::sibling_program("mingxi-ocr"))) {
    diagnoses.push_back(diagnosis_of(requirement, options.language));
  }
  const bool is_whole = std::ranges::all_of(diagnoses, &Diagnosis::met);
  for (const read::Requirement& requirement : read::conversion_requirements())
    diagnoses.push_back(diagnosis_of(requirement, options.language));
  std::size_t columns = 0;
  for (const Diagnosis& each : diagnoses) columns = std::max(columns, text::columns_of(each.name));
  std::string report = "mingxi " MINGXI_VERSION "\n";
  for (const Diagnosis& each : diagnoses) {
    report += (each.met ? "✓ " : "✗ ") + text::padded(each.name, columns + 2) + each.detail + "\n";
  }
  report += messages::text(!healthy    ? messages::Text::kSomethingMissing
                           : !is_whole ? messages::Text::kOcrMissing
                                       : messages::Text::kAllThere,
                           options.language);
  write_output(report + "\n");
  return healthy ? kDone : kCannotStart;
}

}  // namespace

Command add_doctor(CLI::App& app, const SharedOptions& options) {
  const messages::Language language = options.language;
  CLI::App* command =
      app.add_subcommand("doctor", std::string(messages::text(messages::Text::kDoctor, language)));
  command->footer(std::string(messages::text(messages::Text::kDoctorExamples, language)));
  return {command, [&options] { return run_doctor(options); }};
}

}  // namespace mingxi::cli
