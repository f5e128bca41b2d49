#pragma once

#include <string>
#include <vector>

#include "facts/prose/statements.h"
#include "extract/extract.h"
#include "extract/load_patterns.h"
#include "extract/pattern_tests.h"
#include "support/files.h"
#include "read/read.h"

namespace mingxi {

inline const patterns::Patterns& test_patterns() {
  static const patterns::Patterns result = extract::load_patterns("");
  return result;
}

inline std::vector<std::string> lines_of(const std::vector<Fact>& facts) {
  std::vector<std::string> lines;
  for (const Fact& fact : facts) lines.push_back(facts::described(fact));
  return lines;
}

inline std::vector<std::string> budget(const std::string& text) {
  return lines_of(extract::facts_of(text, DocumentKind::kBudget, test_patterns()));
}

inline std::vector<std::string> final_account(const std::string& text) {
  return lines_of(extract::facts_of(text, DocumentKind::kFinalAccount, test_patterns()));
}

/// The facts of a text file, read as a whole document.
inline std::vector<Fact> facts_of_file(const std::string& text) {
  const TemporaryFolder folder;
  return extract::extract(read::read(folder.write("budget.txt", text)), test_patterns()).facts;
}

struct Case {
  const char* text;
  std::vector<std::string> facts;
};

inline void expect_budget(const std::vector<Case>& cases) {
  for (const auto& [text, facts] : cases) EXPECT_EQ(budget(text), facts) << text;
}

inline void expect_final_account(const std::vector<Case>& cases) {
  for (const auto& [text, facts] : cases) EXPECT_EQ(final_account(text), facts) << text;
}

}  // namespace mingxi
