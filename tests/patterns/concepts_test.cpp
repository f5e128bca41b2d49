#include "patterns/concepts.h"

#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "model/error.h"

namespace mingxi::patterns {
namespace {

std::string text_of_concepts() {
  std::ifstream file(MINGXI_SOURCE_DIR "/patterns/concepts.json");
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

const Concepts& concepts() {
  static const Concepts result(StrictJson::parse("concepts.json", text_of_concepts()));
  return result;
}

TEST(Concepts, AreFoundWhateverTheFundingAndTheNumbering) {
  for (const char* name : {"三公经费", "“三公”经费", "2.财政拨款“三公”经费支出预算",
                           "一般公共预算“三公”经费预算支出", "“三公”经费财政拨款支出"}) {
    EXPECT_EQ(concepts().of(name), "three_public.total") << name;
  }
}

TEST(Concepts, OfNamesThatAreNotListedAreNothing) {
  for (const char* name : {"", "预算", "财政拨款", "支出", "会议经费", "三公经费及会议费"}) {
    EXPECT_EQ(concepts().of(name), std::nullopt) << name;
  }
}

TEST(Concepts, SeparateCountsAndMoney) {
  EXPECT_EQ(concepts().of("公务接待", UnitKind::kMoney), "three_public.reception");
  EXPECT_EQ(concepts().of("公务接待", UnitKind::kCount), std::nullopt);
  EXPECT_EQ(concepts().of("行政编制", UnitKind::kCount), "staff.posts_administrative");
  EXPECT_EQ(concepts().of("退休人员", UnitKind::kMoney), std::nullopt);
}

TEST(Concepts, WithOneNameForTwoAreRefused) {
  std::string text = text_of_concepts();
  const std::string name = "\"退休职工\"";
  text.replace(text.find(name), name.size(), "\"事业编制\"");
  EXPECT_THROW(Concepts(StrictJson::parse("concepts.json", text)), Error);
}

}  // namespace
}  // namespace mingxi::patterns
