#include "messages/checks.h"

#include <gmock/gmock.h>

#include <set>

namespace mingxi::messages {
namespace {

TEST(Checks, AreFoundByTheNameTheyAreWrittenWith) {
  for (const CheckEntry& entry : check_entries()) {
    const CheckName check(entry.id, "of_a_kind");
    EXPECT_EQ(check_named(entry.name), CheckName(entry.id));
    EXPECT_EQ(check_named(name_of(check)), check);
  }
  EXPECT_EQ(name_of({Check::kSum, "class"}), "sum/class");
}

TEST(Checks, AreNotFoundByAnotherName) {
  for (const char* name : {"", "unheard_of", "unheard_of/class", "sum/", "sums", "/class"})
    EXPECT_EQ(check_named(name), std::nullopt) << name;
}

TEST(Checks, HaveWordsOfTheirOwnInBothLanguages) {
  for (const Language language : {Language::kChinese, Language::kEnglish}) {
    std::set<std::string_view> words;
    for (const CheckEntry& entry : check_entries()) words.insert(words_of(entry.id, language));
    EXPECT_EQ(words.size(), check_entries().size());
    EXPECT_FALSE(words.contains(""));
  }
}

}  // namespace
}  // namespace mingxi::messages
