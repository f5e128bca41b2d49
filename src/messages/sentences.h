#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace mingxi::messages {

/// What is said of a document, in both languages.
struct Said {
  std::string chinese;
  std::string english;

  bool operator==(const Said&) const = default;
};

/// Sentences about a document and parts of them. {about} is a slot, which a named value fills.
enum class Sentence {
  // A check that fails.
  kFails,
  kTotalIsLess,
  kTotalIsMore,
  kFirstIsLess,
  kFirstIsMore,
  kAmountsGive,
  kRatesGive,
  kLastDigit,
  kSameCause,
  kPerhapsPartial,
  kUncertainReading,
  kRowsWithheld,
  // What a figure of a table is of.
  kPlace,
  kPlaceInColumn,
  kTwoPlaces,
  // Why a check is not made, or is no finding.
  kSamePlaceInTable,
  kSamePlaceInRow,
  kPerhapsNotAllParts,
  kMostRowsFail,
  kFigureNotRead,
  kPerhapsOtherMoney,
  kFitsOtherBase,
  kPerhapsOtherProjects,
  // Forms, row numbers, and figures of one payment.
  kTextAndForm,
  kRowNumber,
  kPaymentsDiffer,
  kPaymentsCountedOtherwise,
  kNoSuchClass,
  kRunsOnMore,
  kRunsOnLess,
  kGoalsOfProjects,
  kListedWithoutAmount,
  kGoalsOfSomeProjects,
  kIndicatorsWithoutUnit,
  kIndicatorUnitCutShort,
  kCountInPercent,
  kCodesRepeated,
  // Columns that have slipped.
  kSlippedUp,
  kSlippedDown,
  // Between documents.
  kBudgetOfYear,
  kAccountOfYear,
  kUnitsGive,
  kChangeImplies,
  kPrintsLastYear,
  kPrintsOpening,
  kDocumentsDisagree,
  kMoreDisagree,
  kLastDigitBetween,
  kDrawnUpOtherwise,
  kSeveralDocuments,
  kNoHeadOffice,
  kUnitsMissing,
  kSeveralScopes,
  kNothingCompared,
  // Figures whose name is in doubt.
  kNameInherited,
  kNameNotRead,
  kTwoNames,
  // What workers read to one folder.
  kStoreUnwritable,
  kStoreOfOthers,
  kStoreIsTaken,
};

/// A named value: one text, or one in each language.
struct Slot {
  Slot(std::string_view slot, std::string_view both)
      : name(slot), value{std::string(both), std::string(both)} {}
  Slot(std::string_view slot, Said each) : name(slot), value(std::move(each)) {}

  std::string_view name;
  Said value;
};

/// A sentence with its slots filled. Requires a value for each of its slots.
Said said(Sentence id, std::initializer_list<Slot> slots = {});

/// One text after another; English sentences are parted by a blank.
Said joined(Said first, const Said& second);

}  // namespace mingxi::messages
