// PDFs in, facts and JSON out, beside the floor: the same files interpreted by Poppler into a
// device that takes nothing. Both in one process and one run, since times differ from machine to
// machine.
//
// The files are those in $MINGXI_BENCH_DIR (folders within it too), or else the samples. Files that
// cannot be read are left out of both.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <Error.h>
#include <GlobalParams.h>
#include <OutputDev.h>
#include <PDFDoc.h>
#include <goo/GooString.h>

#include "emit/json.h"
#include "layout/layout.h"
#include "model/error.h"
#include "pipeline/extract.h"
#include "read/read.h"
#include "pipeline/patterns.h"

namespace mingxi {
namespace {

/// Takes every call and does nothing: what is left is Poppler's interpreter.
class NullDevice : public OutputDev {
 public:
  bool upsideDown() override { return true; }
  bool useDrawChar() override { return true; }
  bool interpretType3Chars() override { return false; }
};

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
      files.pages += static_cast<int>(read(entry.path().string()).pages.size());
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
  if (!globalParams) globalParams = std::make_unique<GlobalParams>();
  setErrorCallback([](ErrorCategory, Goffset, const char*) {});
  for (auto _ : state) {
    for (const std::string& path : files().paths) {
      PDFDoc document(std::make_unique<GooString>(path));
      NullDevice device;
      document.displayPages(&device, 1, document.getNumPages(), 72, 72, 0, false, true, false);
    }
  }
  report_pages(state);
}
BENCHMARK(pdfs_into_a_null_device)->Unit(benchmark::kMillisecond)->MinTime(2);

void pdfs_read(benchmark::State& state) {
  for (auto _ : state) {
    for (const std::string& path : files().paths) benchmark::DoNotOptimize(read(path));
  }
  report_pages(state);
}
BENCHMARK(pdfs_read)->Unit(benchmark::kMillisecond)->MinTime(2);

void pdfs_laid_out(benchmark::State& state) {
  for (auto _ : state) {
    for (const std::string& path : files().paths) benchmark::DoNotOptimize(lay_out(read(path)));
  }
  report_pages(state);
}
BENCHMARK(pdfs_laid_out)->Unit(benchmark::kMillisecond)->MinTime(2);

/// All stages, JSON too: what `mingxi extract` does.
void pdfs_through_all_stages(benchmark::State& state) {
  const Pack pack = load_patterns("");
  for (auto _ : state) {
    for (const std::string& path : files().paths) {
      benchmark::DoNotOptimize(document_json(extract(path, pack), {}));
    }
  }
  report_pages(state);
}
BENCHMARK(pdfs_through_all_stages)->Unit(benchmark::kMillisecond)->MinTime(2);

}  // namespace
}  // namespace mingxi
