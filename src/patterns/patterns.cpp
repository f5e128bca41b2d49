#include "patterns/patterns.h"

#include <algorithm>

#include "messages/sentences.h"
#include "model/error.h"

namespace mingxi::patterns {

using messages::said;
using messages::Sentence;

namespace {

constexpr const char* kFiles[] = {
    "checks.json", "classification.json", "concepts.json",   "form.json",   "identity.json",
    "layout.json", "places.json",         "statements.json", "tables.json", "units.json"};

StrictJson file_named(const std::vector<PatternFile>& files, const std::string& name,
                      Compiling compiling) {
  for (const PatternFile& file : files) {
    if (file.name == name) return StrictJson::parse(name, file.text, compiling);
  }
  throw Error(ErrorKind::kPatterns, name, said(Sentence::kPatternFileMissing));
}

const std::vector<PatternFile>& checked(const std::vector<PatternFile>& files) {
  for (const PatternFile& file : files) {
    if (std::find(std::begin(kFiles), std::end(kFiles), file.name) == std::end(kFiles)) {
      throw Error(ErrorKind::kPatterns, file.name, said(Sentence::kPatternFileUnknown));
    }
  }
  return files;
}

}  // namespace

Patterns::Patterns(const std::vector<PatternFile>& files, Compiling compiling)
    : units(file_named(checked(files), "units.json", compiling)),
      classification(file_named(files, "classification.json", compiling)),
      concepts(file_named(files, "concepts.json", compiling)),
      statements(statement_rules_from(file_named(files, "statements.json", compiling))),
      identity(file_named(files, "identity.json", compiling)),
      tables(file_named(files, "tables.json", compiling)),
      checks(file_named(files, "checks.json", compiling)),
      form(file_named(files, "form.json", compiling)),
      layout(layout_patterns_from(file_named(files, "layout.json", compiling))),
      places(file_named(files, "places.json", compiling)) {}

}  // namespace mingxi::patterns
