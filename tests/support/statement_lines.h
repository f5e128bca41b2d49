#pragma once

#include <string>
#include <vector>

#include "link/statements.h"
#include "pipeline/extract.h"
#include "pipeline/patterns.h"
#include "pipeline/trial.h"
#include "support/files.h"
#include "read/read.h"

namespace mingxi {

inline const Pack& pack() {
  static const Pack result = load_patterns("");
  return result;
}

inline std::vector<std::string> lines_of(const std::vector<Fact>& facts) {
  std::vector<std::string> lines;
  for (const Fact& fact : facts) lines.push_back(described(fact));
  return lines;
}

inline std::vector<std::string> budget(const std::string& text) {
  return lines_of(facts_of(text, DocumentKind::kBudget, pack()));
}

inline std::vector<std::string> final_account(const std::string& text) {
  return lines_of(facts_of(text, DocumentKind::kFinalAccount, pack()));
}

/// The facts of a text file, read as a whole document.
inline std::vector<Fact> facts_of_file(const std::string& text) {
  const TemporaryFolder folder;
  return extract(read(folder.write("budget.txt", text)), pack()).facts;
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
