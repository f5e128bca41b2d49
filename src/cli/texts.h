#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "model/language.h"

namespace mingxi {

/// Everything that the program says to people. {1}, {2} stand for what `filled` puts there.
enum class Text {
  kAbout,
  kExtract,
  kAudit,
  kTables,
  kExplain,
  kPatterns,
  kPatternsCheck,
  kDoctor,
  kGeneralExamples,
  kExtractExamples,
  kAuditExamples,
  kTablesExamples,
  kExplainExamples,
  kPatternsExamples,
  kDoctorExamples,
  kUsage,
  kOptions,
  kOptionsMark,
  kArguments,
  kCommands,
  kCommandMark,
  kHelpOption,
  kVersionOption,
  kPatternsOption,
  kPasswordOption,
  kLangOption,
  kQuietOption,
  kFileArgument,
  kFilesArgument,
  kFormatOption,
  kFailOnOption,
  kPageOption,
  kTablesOutputOption,
  kCsvBomOption,
  kDirectoryArgument,
  kHint,
  kUnknownOption,
  kUnexpectedArgument,
  kUnknownCommand,
  kFileIsNoCommand,
  kMissingCommand,
  kMissingArgument,
  kMissingValue,
  kBadUsage,
  kBadLanguage,
  kBadPage,
  kBadFormat,
  kBadFailOn,
  kBadTablesOutput,
  kBadCsvBom,
  kFailure,
  kSentenceJoint,
  kStandardInput,
  kOutputFailed,
  kOutOfMemory,
  kUnforeseen,
  kNoTextNote,
  kPartialNote,
  kPartialTablesNote,
  kNoTablesNote,
  kPageHead,
  kPartProse,
  kPartRuled,
  kPartRunningHead,
  kPartContents,
  kPartHeading,
  kPartCover,
  kPartNote,
  kChecked,
  kCheckFailures,
  kInstall,
  kPatternsName,
  kCompiledIn,
  kPatternsDetail,
  kAllThere,
  kSomethingMissing,
};

std::string_view text(Text id, Language language);

/// The text with {1}, {2} … replaced.
std::string filled(Text id, Language language, std::initializer_list<std::string_view> values);

}  // namespace mingxi
