#include "messages/sentences.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace mingxi::messages {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;

namespace fs = std::filesystem;

std::string content_of(const fs::path& path) {
  std::ifstream in(path);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::vector<std::string> matches(const std::string& text, const std::string& expression) {
  const std::regex pattern(expression);
  std::vector<std::string> found;
  for (auto at = std::sregex_iterator(text.begin(), text.end(), pattern);
       at != std::sregex_iterator(); ++at)
    found.push_back((*at)[1].str());
  return found;
}

const fs::path kSource = fs::path(MINGXI_SOURCE_DIR) / "src";

TEST(Sentences, FillEachSlotInBothLanguages) {
  EXPECT_EQ(said(Sentence::kTotalIsLess, {{"size", "50.60万元"}}),
            (Said{"合计数比各项之和少 50.60万元", "the total is 50.60万元 less than its parts"}));
  const Said document = said(Sentence::kBudgetOfYear, {{"year", "2026"}});
  EXPECT_EQ(said(Sentence::kTwoPlaces, {{"first", document}, {"second", "表"}}).english,
            "the 2026 budget and 表");
}

TEST(Sentences, ListNamesAsEachLanguageDoes) {
  EXPECT_EQ(listed({"甲局", "乙局"}), (Said{"甲局、乙局", "甲局, 乙局"}));
  EXPECT_EQ(listed({}), Said());
  EXPECT_EQ(after_colon(listed({"甲局"})), (Said{"：甲局", ": 甲局"}));
  EXPECT_EQ(after_colon({}), Said());
}

TEST(Sentences, HaveTheSameSlotsInBothLanguages) {
  std::string table;
  for (const fs::directory_entry& entry : fs::directory_iterator(kSource / "messages"))
    if (entry.path().filename().string().starts_with("sentences_"))
      table += content_of(entry.path());
  const std::string text = "\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*)+)";
  const std::regex row("\\{(?:Reading)?Sentence::(k[A-Za-z]+)," + text + "," + text + "\\}");
  std::size_t rows = 0;
  for (auto at = std::sregex_iterator(table.begin(), table.end(), row);
       at != std::sregex_iterator(); ++at, ++rows) {
    const auto slots = [](const std::string& sentence) {
      const auto names = matches(sentence, "\\{([a-z_]+)\\}");
      return std::set<std::string>(names.begin(), names.end());
    };
    EXPECT_EQ(slots((*at)[2].str()), slots((*at)[3].str())) << (*at)[1].str();
  }
  EXPECT_EQ(rows, matches(table, "\\{(?:Reading)?Sentence::(k[A-Za-z]+),").size());
}

TEST(Sentences, AreAllUsed) {
  std::set<std::string> used;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(kSource)) {
    const bool is_table = entry.path().filename().native().starts_with("sentences");
    if (is_table || !entry.is_regular_file()) continue;
    for (const std::string& id : matches(content_of(entry.path()), "Sentence::(k[A-Za-z]+)"))
      used.insert(id);
  }
  std::vector<std::string> unused;
  for (const char* header : {"sentences.h", "reading_sentences.h"}) {
    const std::string list = content_of(kSource / "messages" / header);
    const std::size_t first = list.find("enum class ");
    const std::string body = list.substr(first, list.find("};", first) - first);
    for (const std::string& id : matches(body, "\\n  (k[A-Za-z]+),"))
      if (!used.contains(id)) unused.push_back(id);
  }
  EXPECT_THAT(unused, IsEmpty());
  EXPECT_THAT(used, Contains("kFails"));
}

}  // namespace
}  // namespace mingxi::messages
