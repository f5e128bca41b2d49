#include "cli/nearest.h"

#include <gtest/gtest.h>

namespace mingxi::cli {
namespace {

TEST(Nearest, FindsTheWordThatWasMeant) {
  const std::vector<std::string> commands = {"extract", "audit", "validate", "review", "report"};
  EXPECT_EQ(nearest("valdiate", commands), "validate");
  EXPECT_EQ(nearest("adit", commands), "audit");
  EXPECT_EQ(nearest("extr", commands), "extract");
  EXPECT_EQ(nearest("--pasword=x", {"--password", "--page"}), "--password");
}

TEST(Nearest, GuessesNoWordThatIsFarOff) {
  EXPECT_EQ(nearest("xyz", {"extract", "audit"}), "");
  EXPECT_EQ(nearest("预算", {"extract", "audit"}), "");
}

}  // namespace
}  // namespace mingxi::cli
