// PDFs in, facts and JSON out, beside the floor: the same files, from memory as the reader has
// them, interpreted by Poppler into a device that takes nothing and asks for nothing. Both in one
// process and one run, since times differ from machine to machine.
//
// The files are those in $MINGXI_BENCH_DIR (folders within it too), or else the samples. Files that
// cannot be read are left out of both.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <Annot.h>
#include <OutputDev.h>
#include <PDFDoc.h>
#include <Stream.h>

#include "output/document_json/document_json.h"
#include "layout/layout.h"
#include "model/error.h"
#include "extract/extract.h"
#include "extract/load_patterns.h"
#include "read/read.h"

namespace mingxi {
namespace {

/// Takes every call and does nothing: what is left is Poppler's interpreter. What Poppler does only
/// for a device that asks for it (drawings of Type 3 glyphs, patterns tile by tile, shadings strip
/// by strip, image data) is left out.
class NullDevice : public OutputDev {
 public:
  bool upsideDown() override { return true; }
  bool useDrawChar() override { return true; }
  bool interpretType3Chars() override { return false; }
  bool useTilingPatternFill() override { return true; }
  bool useShadedFills(int) override { return true; }
  bool tilingPatternFill(GfxState*, Gfx*, Catalog*, GfxTilingPattern*, const double*, int, int, int,
                         int, double, double) override {
    return true;
  }
  bool functionShadedFill(GfxState*, GfxFunctionShading*) override { return true; }
  bool axialShadedFill(GfxState*, GfxAxialShading*, double, double) override { return true; }
  bool radialShadedFill(GfxState*, GfxRadialShading*, double, double) override { return true; }
  bool gouraudTriangleShadedFill(GfxState*, GfxGouraudTriangleShading*) override { return true; }
  bool patchMeshShadedFill(GfxState*, GfxPatchMeshShading*) override { return true; }

  // Data of an inline image are in the page's own stream: the interpreter needs them stepped
  // over.
  void drawImage(GfxState* state, Object* reference, Stream* stream, int width, int height,
                 GfxImageColorMap* colors, bool interpolate, const int* mask_colors,
                 bool is_inline) override {
    if (is_inline)
      OutputDev::drawImage(state, reference, stream, width, height, colors, interpolate,
                           mask_colors, is_inline);
  }
  void drawImageMask(GfxState* state, Object* reference, Stream* stream, int width, int height,
                     bool invert, bool interpolate, bool is_inline) override {
    if (is_inline)
      OutputDev::drawImageMask(state, reference, stream, width, height, invert, interpolate,
                               is_inline);
  }
  void drawMaskedImage(GfxState*, Object*, Stream*, int, int, GfxImageColorMap*, bool, Stream*, int,
                       int, bool, bool) override {}
  void drawSoftMaskedImage(GfxState*, Object*, Stream*, int, int, GfxImageColorMap*, bool, Stream*,
                           int, int, GfxImageColorMap*, bool) override {}
  void setSoftMaskFromImageMask(GfxState*, Object*, Stream*, int, int, bool, bool,
                                double*) override {}
  void unsetSoftMaskFromImageMask(GfxState*, double*) override {}
};

/// The annotations that are a part of the printed page, as the reader sees it.
bool is_shown(Annot* annotation, void*) {
  const auto type = annotation->getType();
  return type == Annot::typeWidget || type == Annot::typeFreeText || type == Annot::typeStamp ||
         type == Annot::typeWatermark;
}

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

struct Files {
  std::vector<std::string> paths;
  int pages = 0;
};

/// The PDFs that can be read, by name.
Files readable_pdfs() {
  const char* given = std::getenv("MINGXI_BENCH_DIR");
  const std::string folder = given ? given : MINGXI_SOURCE_DIR "/samples";
  Files files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file() || entry.path().extension() != ".pdf") continue;
    try {
      files.pages += static_cast<int>(read::read(entry.path().string()).pages.size());
      files.paths.push_back(entry.path().string());
    } catch (const Error&) {
      // Refused files are no part of the comparison.
    }
  }
  std::sort(files.paths.begin(), files.paths.end());
  return files;
}

const Files& files() {
  static const Files found = readable_pdfs();
  return found;
}

void report_pages(benchmark::State& state) {
  if (files().paths.empty()) state.SkipWithError("no PDFs");
  state.SetItemsProcessed(state.iterations() * files().pages);
  state.counters["pages"] = files().pages;
  state.counters["s_per_page"] = benchmark::Counter(
      static_cast<double>(files().pages),
      benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

void pdfs_into_a_null_device(benchmark::State& state) {
  // Finding the files has read them all, which started Poppler with the reader's settings.
  const std::vector<std::string>& paths = files().paths;
  for (auto _ : state) {
    for (const std::string& path : paths) {
      const std::string bytes = bytes_of(path);
      PDFDoc document(
          new MemStream(bytes.data(), 0, static_cast<Goffset>(bytes.size()), Object(objNull)));
      NullDevice device;
      document.displayPages(&device, 1, document.getNumPages(), 72, 72, 0, false, true, false,
                            nullptr, nullptr, is_shown, nullptr);
    }
  }
  report_pages(state);
}
BENCHMARK(pdfs_into_a_null_device)->Unit(benchmark::kMillisecond)->MinTime(2);

void pdfs_read(benchmark::State& state) {
  for (auto _ : state) {
    for (const std::string& path : files().paths) benchmark::DoNotOptimize(read::read(path));
  }
  report_pages(state);
}
BENCHMARK(pdfs_read)->Unit(benchmark::kMillisecond)->MinTime(2);

void pdfs_laid_out(benchmark::State& state) {
  const patterns::Patterns patterns = extract::load_patterns("");
  for (auto _ : state) {
    for (const std::string& path : files().paths)
      benchmark::DoNotOptimize(layout::lay_out(read::read(path), patterns.layout));
  }
  report_pages(state);
}
BENCHMARK(pdfs_laid_out)->Unit(benchmark::kMillisecond)->MinTime(2);

/// All stages, JSON too: what `mingxi extract` does.
void pdfs_through_all_stages(benchmark::State& state) {
  const patterns::Patterns patterns = extract::load_patterns("");
  for (auto _ : state) {
    for (const std::string& path : files().paths) {
      benchmark::DoNotOptimize(
          output::document_json(extract::extract(read::read(path), patterns), {}));
    }
  }
  report_pages(state);
}
BENCHMARK(pdfs_through_all_stages)->Unit(benchmark::kMillisecond)->MinTime(2);

}  // namespace
}  // namespace mingxi
