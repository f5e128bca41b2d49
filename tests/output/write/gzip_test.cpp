#include "output/write/gzip.h"

#include <gmock/gmock.h>

#include "model/error.h"

namespace mingxi::output {
namespace {

TEST(Gzip, GivesBackWhatWasCompressed) {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += std::to_string(i);
  for (const std::string& each : {std::string(), std::string("明细"), text}) {
    const std::string bytes = gzipped(each);
    EXPECT_EQ(gunzipped(bytes), each);
    EXPECT_EQ(gzipped(each), bytes);
  }
  EXPECT_LT(gzipped(text).size(), text.size() / 2);
}

TEST(Gzip, GivesTheBeginningOfWhatIsCutOff) {
  const std::string bytes = gzipped(std::string(100'000, 'a') + "b");
  EXPECT_EQ(gunzipped(std::string_view(bytes).substr(0, 60), 5), "aaaaa");
  EXPECT_THROW(gunzipped(std::string_view(bytes).substr(0, 60)), Error);
  EXPECT_THROW(gunzipped("no gzip"), Error);
}

}  // namespace
}  // namespace mingxi::output
