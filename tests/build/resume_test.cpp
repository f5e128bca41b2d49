// What a build takes up again of an earlier run.
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <string>

#include <gmock/gmock.h>

#include "build/build.h"
#include "build/conditions.h"
#include "model/error.h"
#include "output/write/gzip.h"
#include "support/built_dataset.h"
#include "support/pdf_builder.h"

namespace mingxi::build {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST_F(BuildDataset, ReadsAgainOnlyWhatIsNotReadYet) {
  const std::string a = write("a.txt", kText);
  build({a, write("cut.pdf", "%PDF-1.4\nx")}, "out");
  const auto first = contents("out");
  EXPECT_EQ(build({a, path("cut.pdf")}, "out").resumed, 2U);
  EXPECT_TRUE(contents("out") == first);
  // Where a run was broken off, .work holds what it had read.
  fs::create_directories(path("half/.work/documents"));
  for (const auto& entry : fs::directory_iterator(path("out/documents")))
    write("half/.work/documents/" + entry.path().stem().string(),
          output::gunzipped(bytes_of(entry.path())));
  write("half/.work/conditions", Conditions({.extractor = extractor()}).options() + "\n\n");
  EXPECT_EQ(build({a, path("cut.pdf")}, "half").resumed, 1U);
  EXPECT_TRUE(contents("half") == first);
  // A text is refused under the name of a PDF, whatever an earlier run made of it.
  const BuildResult renamed = build({write("a.pdf", kText)}, "out");
  EXPECT_EQ(renamed.dataset.inputs.at("not_pdf"), 1U);
  EXPECT_THAT(contents("out/documents"), IsEmpty());
}

TEST_F(BuildDataset, TakesUpNothingThatWasReadInAnotherWay) {
  const std::string a = write("a.txt", kText);
  const auto resumed = [&](const extract::OcrOptions& ocr, const process::Limits& limits = {}) {
    const extract::Extractor other({.ocr = ocr});
    return build_dataset(list_inputs({a, path("cut.pdf")}), {.extractor = other, .limits = limits},
                         {.folder = path("out")}, [](const BuildProgress&) {})
        .resumed;
  };
  write("cut.pdf", "%PDF-1.4\nx");
  const extract::OcrOptions never{.use = extract::OcrUse::kNever};
  EXPECT_EQ(resumed(never), 0U);
  EXPECT_EQ(resumed(never), 2U);
  EXPECT_EQ(resumed({}), 0U);
  EXPECT_EQ(resumed({}), 2U);
  EXPECT_EQ(resumed({.use = extract::OcrUse::kAlways}), 0U);
  EXPECT_EQ(resumed({}), 0U);
  EXPECT_EQ(resumed({}, {.cpu_seconds = 20}), 0U);
  EXPECT_EQ(resumed({}, {.cpu_seconds = 20}), 2U);
  // What a run that was broken off had read in another way is left too.
  fs::create_directories(path("out/.work/documents"));
  for (const auto& entry : fs::directory_iterator(path("out/documents")))
    write("out/.work/documents/" + entry.path().stem().string(),
          output::gunzipped(bytes_of(entry.path())));
  write("out/.work/conditions", "ocr never\n\n");
  EXPECT_EQ(resumed({}), 0U);
  EXPECT_THAT(problems("out"), IsEmpty());
}

TEST_F(BuildDataset, TakesUpNoScanThatAnotherEngineRead) {
  const std::string scan = scanned("scan.pdf");
  const extract::Extractor with_ocr({.ocr = {.program = MINGXI_OCR}});
  const auto resumed = [&] {
    return build_dataset(list_inputs({scan}), {.extractor = with_ocr}, {.folder = path("out")},
                         [](const BuildProgress&) {})
        .resumed;
  };
  EXPECT_EQ(resumed(), 0U);
  EXPECT_EQ(resumed(), 1U);
  EXPECT_THAT(read("out/datapackage.json"), HasSubstr("\"ocr_engine\":\"tesseract "));
  change("out/datapackage.json", "\"ocr_engine\":\"tesseract ", "\"ocr_engine\":\"tesseract 0.");
  EXPECT_EQ(resumed(), 0U);
}

TEST_F(BuildDataset, WithoutOcrAScanIsReadWhenTriedAgain) {
  const std::string scan = write("scan.pdf", pdf_of("q 200 0 0 300 0 0 cm /Image Do Q"));
  const auto resumed = [&](Retry retry) {
    return build(list_inputs({scan}), {.folder = path("out"), .retry = retry}).resumed;
  };
  EXPECT_EQ(resumed(Retry::kNo), 0U);
  EXPECT_EQ(resumed(Retry::kNo), 1U);
  EXPECT_EQ(resumed(Retry::kYes), 0U);
}

}  // namespace
}  // namespace mingxi::build
