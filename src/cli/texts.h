#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace mingxi {

/// The language of messages, errors and help.
enum class Language { kChinese, kEnglish };

/// Everything that the program says to people. {1}, {2} stand for what `filled` puts there.
enum class Text {
  kAbout,
  kExtract,
  kExplain,
  kPatterns,
  kPatternsCheck,
  kDoctor,
  kBuild,
  kValidate,
  kGeneralExamples,
  kExtractExamples,
  kExplainExamples,
  kPatternsExamples,
  kDoctorExamples,
  kBuildExamples,
  kValidateExamples,
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
  kPageOption,
  kDirectoryArgument,
  kInputsArgument,
  kOutputOption,
  kCsvBomOption,
  kXlsxOption,
  kDatasetArgument,
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
  kFailure,
  kSentenceJoint,
  kStandardInput,
  kOutputFailed,
  kOutOfMemory,
  kUnforeseen,
  kNoTextNote,
  kPartialNote,
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
  kNoInputs,
  kHashing,
  kReading,
  kProgress,
  kProgressLine,
  kSummaryInputs,
  kSummaryRows,
  kSummaryFindings,
  kSummarySkipped,
  kSummaryConvertible,
  kSummaryFailed,
  kSummaryNoText,
  kSummaryPlace,
  kDatasetWhole,
  kDatasetBroken,
  kMoreProblems,
};

std::string_view text(Text id, Language language);

/// The text with {1}, {2} … replaced.
std::string filled(Text id, Language language, std::initializer_list<std::string_view> values);

}  // namespace mingxi
