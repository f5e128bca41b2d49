// CLI11 parses and lays out the help; every sentence is ours (texts.cpp), in the language that was
// looked for before anything is parsed.
#include <algorithm>
#include <cassert>
#include <filesystem>
#include <new>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/nearest.h"
#include "output/write/refused_output.h"
#include "process/interruption.h"

namespace mingxi::cli {
namespace {

/// The program's arguments as CLI11 knows them.
struct Program {
  explicit Program(messages::Language language);

  SharedOptions options;
  CLI::App app;
  std::vector<Command> commands;
};

Program::Program(messages::Language language)
    : app(std::string(messages::text(messages::Text::kAbout, language)), "mingxi") {
  options.language = language;
  const auto say = [language](messages::Text id) {
    return std::string(messages::text(id, language));
  };
  CLI::Formatter& formatter = static_cast<CLI::Formatter&>(*app.get_formatter());
  formatter.label("Usage", say(messages::Text::kUsage));
  formatter.label("OPTIONS", say(messages::Text::kOptionsMark));
  formatter.label("Positionals", say(messages::Text::kArguments));
  formatter.label("SUBCOMMAND", say(messages::Text::kCommandMark));
  formatter.column_width(24);
  app.require_subcommand(1);
  app.footer(say(messages::Text::kGeneralExamples));
  commands = {add_extract(app, options),    add_audit(app, options),    add_tables(app, options),
              add_build(app, options),      add_validate(app, options), add_merge(app, options),
              add_load(app, options),       add_worker(app, options),   add_review(app, options),
              add_explain(app, options),    add_report(app, options),   add_patterns(app, options),
              add_completion(app, options), add_doctor(app, options)};
  add_shared_options(app, options);
}

/// `mingxi`, or `mingxi extract`: the command that the arguments call for.
std::string command_name(const Program& program) {
  std::string name = "mingxi";
  for (const CLI::App* app = &program.app; !app->get_subcommands().empty();) {
    app = app->get_subcommands().back();
    name += " " + app->get_name();
  }
  return name;
}

/// The first argument that nothing asked for; "" if there is none.
std::string first_extra(const Program& program) {
  for (const std::string& extra : program.app.remaining(true)) {
    if (extra != "--") return extra;
  }
  return "";
}

/// The options that can be said where the unknown one was: "--jobs", "-o".
std::vector<std::string> option_names(const Program& program) {
  std::vector<std::string> names;
  for (const CLI::App* app = &program.app; app != nullptr;) {
    for (const CLI::Option* option : app->get_options()) {
      for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    }
    const auto called = app->get_subcommands();
    app = called.empty() ? nullptr : called.back();
  }
  return names;
}

/// What to say of an argument that nothing asked for.
std::string unexpected(const std::string& first, const Program& program) {
  const messages::Language language = program.options.language;
  const auto with_nearest = [&](messages::Text id, const std::vector<std::string>& known) {
    std::string sentence = messages::filled(id, language, {text::shown(first)});
    const std::string near = nearest(first, known);
    if (near.empty()) return sentence;
    sentence += messages::text(messages::Text::kSentenceJoint, language);
    return sentence + messages::filled(messages::Text::kPerhaps, language, {near});
  };
  if (first.size() > 1 && first.front() == '-')
    return with_nearest(messages::Text::kUnknownOption, option_names(program));
  if (!program.app.get_subcommands().empty()) {
    return messages::filled(messages::Text::kUnexpectedArgument, language, {text::shown(first)});
  }
  std::error_code ignored;
  const bool is_file = std::filesystem::exists(first, ignored);
  if (is_file)
    return messages::filled(messages::Text::kFileIsNoCommand, language, {text::shown(first)});
  std::vector<std::string> names;
  for (const CLI::App* command : program.app.get_subcommands({}))
    names.push_back(command->get_name());
  return with_nearest(messages::Text::kUnknownCommand, names);
}

/// What to say of an error of CLI11. Its own words are English and name no remedy.
std::string sentence_of(const CLI::ParseError& error, const Program& program) {
  const messages::Language language = program.options.language;
  const std::string what = error.what();
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
    // "--page: 1 required TEXT missing"
    return messages::filled(messages::Text::kMissingValue, language,
                            {what.substr(0, what.find(':'))});
  }
  // A word too many explains what is missing: `mingxi file.pdf`.
  const std::string extra = first_extra(program);
  if (!extra.empty()) return unexpected(extra, program);
  if (dynamic_cast<const CLI::RequiredError*>(&error) == nullptr) {
    return std::string(messages::text(messages::Text::kBadUsage, language));
  }
  // "FILE is required", "A subcommand is required"
  if (what.starts_with("A subcommand"))
    return std::string(messages::text(messages::Text::kMissingCommand, language));
  return messages::filled(messages::Text::kMissingArgument, language,
                          {what.substr(0, what.find(' '))});
}

int usage_error(std::string_view sentence, const Program& program) {
  const messages::Language language = program.options.language;
  const std::string joint(messages::text(messages::Text::kSentenceJoint, language));
  const std::string hint =
      messages::filled(messages::Text::kHint, language, {command_name(program)});
  complain("", std::string(sentence) + joint + hint, language);
  return kUsageError;
}

/// The work of the command that was called for.
int dispatched(const Program& program) {
  const SharedOptions& options = program.options;
  if (!options.lang.empty() && options.lang != "zh" && options.lang != "en") {
    throw UsageError(messages::filled(messages::Text::kBadLanguage, options.language,
                                      {text::shown(options.lang)}));
  }
  const auto called = std::ranges::find_if(
      program.commands, [](const Command& command) { return command.app->parsed(); });
  assert(called != program.commands.end());  // CLI11 requires one
  return called->run();
}

int parsed_and_run(Program& program, std::vector<std::string> arguments) {
  try {
    std::ranges::reverse(arguments);  // CLI11 takes them from the back
    program.app.parse(std::move(arguments));
    return dispatched(program);
  } catch (const CLI::CallForHelp&) {
    write_output(program.app.help());
    return kDone;
  } catch (const CLI::CallForVersion& version) {
    write_output(std::string(version.what()) + "\n");
    return kDone;
  } catch (const CLI::ParseError& error) {
    return usage_error(sentence_of(error, program), program);
  } catch (const UsageError& error) {
    return usage_error(error.what(), program);
  }
}

}  // namespace

int tell(const Error& error, messages::Language language) {
  const std::string& sentence =
      language == messages::Language::kChinese ? error.chinese() : error.english();
  const std::string where =
      error.where() == "-" ? std::string(messages::text(messages::Text::kStandardInput, language))
                           : text::shown(error.where());
  complain(where, sentence, language);
  if (dynamic_cast<const output::RefusedOutput*>(&error) != nullptr) return kUsageError;
  const bool cannot_start = error.kind() == ErrorKind::kPatterns ||
                            error.kind() == ErrorKind::kEnvironment ||
                            error.kind() == ErrorKind::kOutput;
  return cannot_start ? kCannotStart : kInputFailed;
}

/// `mingxi help build` is `mingxi build --help`.
std::vector<std::string> with_help_as_option(std::vector<std::string> arguments) {
  if (arguments.empty() || arguments.front() != "help") return arguments;
  arguments.erase(arguments.begin());
  arguments.push_back("--help");
  return arguments;
}

int run(const std::vector<std::string>& given) {
  const std::vector<std::string> arguments = with_help_as_option(given);
  const messages::Language language = requested_language(arguments);
  try {
    Program program(language);
    return parsed_and_run(program, arguments);
  } catch (const Error& error) {
    return tell(error, language);
  } catch (const OutputError& error) {
    complain("",
             error.is_reader_gone()
                 ? std::string(messages::text(messages::Text::kReaderGone, language))
                 : messages::filled(messages::Text::kOutputFailed, language, {error.what()}),
             language);
  } catch (const process::Interrupted& interruption) {
    complain("", messages::text(messages::Text::kInterrupted, language), language);
    process::end_by(interruption.signal);
  } catch (const std::bad_alloc&) {
    complain("", messages::text(messages::Text::kOutOfMemory, language), language);
  } catch (const std::exception& error) {
    complain("", messages::filled(messages::Text::kUnforeseen, language, {error.what()}), language);
  }
  return kInputFailed;
}

}  // namespace mingxi::cli
