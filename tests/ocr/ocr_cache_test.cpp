#include "ocr/ocr_cache.h"

#include <gtest/gtest.h>

#include "support/files.h"

namespace mingxi::ocr {
namespace {

TEST(OcrCache, KeepsWhatItsOwnEngineRead) {
  const TemporaryFolder folder;
  const OcrCache cache(folder.path().string(), "tesseract 5.3.0, eng 1");
  cache.keep("page", {});
  EXPECT_TRUE(cache.find("page"));
  EXPECT_FALSE(cache.find("another page"));
  EXPECT_FALSE(OcrCache(folder.path().string(), "tesseract 5.3.0, eng 2").find("page"));
}

}  // namespace
}  // namespace mingxi::ocr
