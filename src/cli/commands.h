#pragma once

#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

#include "cli/options.h"
#include "model/error.h"

namespace mingxi::cli {

/// A subcommand: how to know that it was called for, and its work, which gives the exit code.
/// The work throws Error, OutputError or UsageError.
struct Command {
  CLI::App* app = nullptr;
  std::function<int()> run;
};

/// The arguments cannot be used. what() is a whole sentence in the chosen language.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Each adds its subcommand. Requires that options outlive app.
Command add_extract(CLI::App& app, const SharedOptions& options);
Command add_audit(CLI::App& app, const SharedOptions& options);
Command add_tables(CLI::App& app, const SharedOptions& options);
Command add_build(CLI::App& app, const SharedOptions& options);
Command add_validate(CLI::App& app, const SharedOptions& options);
Command add_merge(CLI::App& app, const SharedOptions& options);
Command add_load(CLI::App& app, const SharedOptions& options);
Command add_worker(CLI::App& app, const SharedOptions& options);
Command add_review(CLI::App& app, const SharedOptions& options);
Command add_explain(CLI::App& app, const SharedOptions& options);
Command add_patterns(CLI::App& app, const SharedOptions& options);
Command add_report(CLI::App& app, const SharedOptions& options);
Command add_completion(CLI::App& app, const SharedOptions& options);
Command add_doctor(CLI::App& app, const SharedOptions& options);

/// Prints on standard error why an input or the program failed; gives the exit code for it.
int tell(const Error& error, messages::Language language);

/// Runs the program: the arguments after its name in, the exit code out. What goes wrong is
/// reported on standard error.
int run(const std::vector<std::string>& arguments);

}  // namespace mingxi::cli
