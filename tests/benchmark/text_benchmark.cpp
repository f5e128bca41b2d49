// Text in, facts and JSON out, on one thread; and what starting costs.
//
// The prose is the text sample repeated to about 1 MB under headings of its own. A text reaches the
// program as a file, so the file lies in memory (/dev/shm) where the system has that.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "output/document_json/document_json.h"
#include "layout/layout.h"
#include "extract/extract.h"
#include "read/read.h"
#include "extract/load_patterns.h"

namespace mingxi {
namespace {

constexpr std::size_t kProseBytes = 1'000'000;  // long enough that fixed costs vanish

/// A file of prose that is removed at the end.
class ProseFile {
 public:
  ProseFile() {
    namespace fs = std::filesystem;
    const fs::path folder = fs::is_directory("/dev/shm") ? "/dev/shm" : fs::temp_directory_path();
    path_ = (folder / "mingxi_benchmark_prose.txt").string();
    std::ifstream sample(MINGXI_SOURCE_DIR "/samples/budget_text/budget.txt");
    std::stringstream text;
    text << sample.rdbuf();
    if (text.str().empty()) std::abort();  // the sample is part of the sources
    std::ofstream file(path_, std::ios::binary);
    while (bytes_ < kProseBytes) {
      file << text.str() << '\f';
      bytes_ += text.str().size() + 1;
    }
  }
  ~ProseFile() { std::filesystem::remove(path_); }
  ProseFile(const ProseFile&) = delete;
  ProseFile& operator=(const ProseFile&) = delete;

  const std::string& path() const { return path_; }
  std::int64_t bytes() const { return static_cast<std::int64_t>(bytes_); }

 private:
  std::string path_;
  std::size_t bytes_ = 0;
};

void loading_all_patterns(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(extract::load_patterns(""));
}
BENCHMARK(loading_all_patterns)->Unit(benchmark::kMillisecond);

void text_read(benchmark::State& state) {
  const ProseFile prose;
  for (auto _ : state) benchmark::DoNotOptimize(read::read(prose.path()));
  state.SetBytesProcessed(state.iterations() * prose.bytes());
}
BENCHMARK(text_read)->Unit(benchmark::kMillisecond);

void text_laid_out(benchmark::State& state) {
  const ProseFile prose;
  const Document document = read::read(prose.path());
  const patterns::Patterns patterns = extract::load_patterns("");
  for (auto _ : state) benchmark::DoNotOptimize(layout::lay_out(document, patterns.layout));
  state.SetBytesProcessed(state.iterations() * prose.bytes());
}
BENCHMARK(text_laid_out)->Unit(benchmark::kMillisecond);

/// Reading, layout, recognising, linking.
void text_extracted(benchmark::State& state) {
  const ProseFile prose;
  const patterns::Patterns patterns = extract::load_patterns("");
  std::size_t facts = 0;
  for (auto _ : state) facts = extract::extract(read::read(prose.path()), patterns).facts.size();
  state.SetBytesProcessed(state.iterations() * prose.bytes());
  state.counters["facts"] = static_cast<double>(facts);
}
BENCHMARK(text_extracted)->Unit(benchmark::kMillisecond);

/// All stages, JSON too: what `mingxi extract` does.
void text_through_all_stages(benchmark::State& state) {
  const ProseFile prose;
  const patterns::Patterns patterns = extract::load_patterns("");
  for (auto _ : state)
    benchmark::DoNotOptimize(
        output::document_json(extract::extract(read::read(prose.path()), patterns), {}));
  state.SetBytesProcessed(state.iterations() * prose.bytes());
}
BENCHMARK(text_through_all_stages)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace mingxi
