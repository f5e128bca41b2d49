#include <algorithm>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/console.h"
#include "model/error.h"
#include "pipeline/trial.h"
#include "read/read.h"
#include "pipeline/patterns.h"
#include "pipeline/sandbox.h"
#include "pipeline/scans.h"
#include "pipeline/sibling_program.h"

namespace mingxi {
namespace {

/// One line of the report.
struct Diagnosis {
  std::string name;
  bool met = false;
  std::string detail;
};

Diagnosis diagnosis_of(const Requirement& requirement, Language language) {
  Diagnosis diagnosis{requirement.name, requirement.met, requirement.detail};
  if (!requirement.met) {
    if (!diagnosis.detail.empty()) diagnosis.detail += "  ";
    diagnosis.detail += filled(Text::kInstall, language, {requirement.package});
  }
  return diagnosis;
}

Diagnosis diagnosis_of_patterns(const SharedOptions& options) {
  const Language language = options.language;
  const std::string directory = patterns_directory(options);
  Diagnosis diagnosis{
      .name = std::string(text(Text::kPatternsName, language)), .met = true, .detail = {}};
  const std::string source =
      directory.empty() ? std::string(text(Text::kCompiledIn, language)) : shown(directory);
  try {
    const Pack pack = load_patterns(directory);
    const TrialResult trial = try_patterns(pack);
    diagnosis.detail =
        filled(Text::kPatternsDetail, language,
               {source, std::to_string(trial.rules),
                std::to_string(trial.examples + trial.counterexamples), pack.sha256});
    if (trial.failures.empty()) return diagnosis;
    diagnosis.detail +=
        "  " + filled(Text::kCheckFailures, language, {std::to_string(trial.failures.size())});
  } catch (const Error& error) {
    const bool chinese = language == Language::kChinese;
    diagnosis.detail =
        shown(error.where()) + (chinese ? "：" + error.chinese() : ": " + error.english());
    diagnosis.met = false;
  }
  return diagnosis;
}

Diagnosis diagnosis_of_sandbox(Language language) {
  const int version = landlock_version();
  const Text detail = version > 0 ? Text::kSandboxOn : Text::kSandboxNone;
  return {.name = std::string(text(Text::kSandboxName, language)),
          .met = true,
          .detail = filled(detail, language, {std::to_string(version)})};
}

int run_doctor(const SharedOptions& options) {
  std::vector<Diagnosis> diagnoses;
  for (const Requirement& requirement : reading_requirements()) {
    diagnoses.push_back(diagnosis_of(requirement, options.language));
  }
  diagnoses.push_back(diagnosis_of_patterns(options));
  diagnoses.push_back(diagnosis_of_sandbox(options.language));
  const bool healthy = std::ranges::all_of(diagnoses, &Diagnosis::met);
  // Documents with text are read without it.
  for (const Requirement& requirement : ocr_requirements(sibling_program("mingxi-ocr"))) {
    diagnoses.push_back(diagnosis_of(requirement, options.language));
  }
  std::size_t columns = 0;
  for (const Diagnosis& each : diagnoses) columns = std::max(columns, columns_of(each.name));
  std::string report = "mingxi " MINGXI_VERSION "\n";
  for (const Diagnosis& each : diagnoses) {
    report += (each.met ? "✓ " : "✗ ") + padded(each.name, columns + 2) + each.detail + "\n";
  }
  const bool is_whole = std::ranges::all_of(diagnoses, &Diagnosis::met);
  report += text(!healthy    ? Text::kSomethingMissing
                 : !is_whole ? Text::kOcrMissing
                             : Text::kAllThere,
                 options.language);
  write_output(report + "\n");
  return healthy ? kDone : kCannotStart;
}

}  // namespace

Command add_doctor(CLI::App& app, const SharedOptions& options) {
  const Language language = options.language;
  CLI::App* command = app.add_subcommand("doctor", std::string(text(Text::kDoctor, language)));
  command->footer(std::string(text(Text::kDoctorExamples, language)));
  return {command, [&options] { return run_doctor(options); }};
}

}  // namespace mingxi
