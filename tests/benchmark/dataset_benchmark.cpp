// What `mingxi build` takes for writing, beside reading, on one thread: every PDF in
// $MINGXI_BENCH_DIR (folders within it too), or else the samples, read and put into a dataset.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <map>
#include <string>
#include <utility>

#include "output/document_json/document_json.h"
#include "output/write/output_file.h"
#include "model/error.h"
#include "build/dataset_folder.h"
#include "build/dataset_writer.h"
#include "extract/extract.h"
#include "extract/load_patterns.h"
#include "read/sha256.h"
#include "read/read.h"

namespace mingxi {
namespace {

/// Documents by sha256, the order that a dataset wants.
std::map<std::string, Extraction> documents_in(const std::string& folder,
                                               const patterns::Patterns& patterns) {
  std::map<std::string, Extraction> documents;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file() || entry.path().extension() != ".pdf") continue;
    try {
      Extraction extraction = extract::extract(read::read(entry.path().string()), patterns);
      documents.emplace(extraction.source.sha256, std::move(extraction));
    } catch (const Error&) {
      // Refused files are no part of the comparison.
    }
  }
  return documents;
}

/// CPU time of this process in seconds.
double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

void documents_into_a_dataset(benchmark::State& state) {
  const char* given = std::getenv("MINGXI_BENCH_DIR");
  const std::string folder = given ? given : MINGXI_SOURCE_DIR "/samples";
  const std::filesystem::path target =
      std::filesystem::temp_directory_path() / "mingxi_dataset_benchmark";
  const patterns::Patterns patterns = extract::load_patterns("");
  double reading = 0;
  double writing = 0;
  double count = 0;
  for (auto _ : state) {
    std::filesystem::remove_all(target);
    const double started = cpu_seconds();
    std::map<std::string, Extraction> documents = documents_in(folder, patterns);
    const double read = cpu_seconds();
    const build::DatasetFolder dataset(target.string());
    build::DatasetWriter writer(dataset, patterns.places, {.producer = {.version = "1"}});
    for (const auto& [name, extraction] : documents) {
      const std::string json = output::document_json(extraction, {.version = "1"});
      output::write_file(dataset.new_document(name), json);
      output::DocumentNotes notes;
      notes.json_sha256 = mingxi::read::sha256(json);
      writer.add(extraction, std::move(notes));
    }
    writer.finish({});
    reading += read - started;
    writing += cpu_seconds() - read;
    count += static_cast<double>(documents.size());
  }
  std::filesystem::remove_all(target);
  state.counters["documents"] = count / static_cast<double>(state.iterations());
  state.counters["write_ms_each"] = 1000 * writing / count;
  state.counters["writing_share"] = writing / (reading + writing);
}
BENCHMARK(documents_into_a_dataset)->Unit(benchmark::kMillisecond)->MinTime(2);

}  // namespace
}  // namespace mingxi
