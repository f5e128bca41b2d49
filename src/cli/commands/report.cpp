#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <utility>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/console.h"
#include "extract/corrections.h"
#include "extract/page_pictures.h"
#include "messages/texts.h"
#include "model/error.h"
#include "output/write/gzip.h"
#include "output/write/output_file.h"
#include "output/write/own_file.h"
#include "output/write/staged_output.h"
#include "read/bytes.h"
#include "read/sha256.h"
#include "review/dataset_summaries.h"
#include "review/letter.h"
#include "review/review.h"
#include "text/utf8.h"

extern char** environ;

namespace mingxi::cli {
namespace {

namespace fs = std::filesystem;
using messages::Text;

struct ReportArguments {
  std::string input;
  std::string output;
  std::string body;
  std::string decisions;
  std::string date;
};

/// What a letter is of: a document and, where it can still be shown, its file.
struct Subject {
  Extraction extraction;
  std::string bytes;  ///< "": the file is not there or has changed
};

Subject read_subject(const std::string& file, const extract::Extractor& extractor) {
  Subject subject;
  subject.bytes = read::read_bytes(file, text::printable(file));
  subject.extraction = extractor.extract(extractor.read_contents(subject.bytes, file));
  return subject;
}

[[noreturn]] void refuse(Text what, const std::string& where, const std::string& value) {
  throw Error(ErrorKind::kNotFound, where,
              messages::filled(what, messages::Language::kChinese, {value}),
              messages::filled(what, messages::Language::kEnglish, {value}));
}

/// The document of a dataset that one body published last.
Subject subject_of_dataset(const std::string& folder, const std::string& body) {
  const std::string database = folder + "/dataset.sqlite";
  if (!fs::is_regular_file(database)) refuse(Text::kReportNoDataset, folder, folder);
  std::optional<review::ReviewSummary> chosen;
  for (const review::ReviewSummary& summary : review::dataset_summaries(database)) {
    const std::string publisher = summary.identity.publisher.value_or("");
    if (!body.empty() && publisher != body && summary.sha256.rfind(body, 0) != 0) continue;
    if (chosen && body.empty()) refuse(Text::kReportWhichBody, folder, publisher);
    if (!chosen || summary.identity.fiscal_year >= chosen->identity.fiscal_year) chosen = summary;
  }
  if (!chosen) refuse(Text::kReportNoBody, folder, body);
  const std::string json = folder + "/documents/" + chosen->sha256 + ".json.gz";
  Subject subject{.extraction = output::read_document_json(
                      output::gunzipped(read::read_bytes(json, text::printable(json)))),
                  .bytes = {}};
  try {
    subject.bytes = read::read_bytes(chosen->path, chosen->path);
    if (read::sha256(subject.bytes) != chosen->sha256) subject.bytes.clear();
  } catch (const Error&) {
    subject.bytes.clear();  // the letter does without pictures
  }
  subject.extraction.source.path = chosen->path;
  return subject;
}

/// Pages of a file as they are shown, the last one kept.
class Pages {
 public:
  Pages(std::string bytes, const Source& source, const extract::Extractor& extractor)
      : pictures_(std::move(bytes), source, extractor.options().reading,
                  extractor.options().ocr.program) {}

  const PageImage& operator()(int page) {
    if (page != number_) {
      image_ = pictures_.picture(page, review::kReviewDotsPerInch);
      number_ = page;
    }
    return image_;
  }

 private:
  extract::PagePictures pictures_;
  int number_ = 0;
  PageImage image_;
};

/// Makes a word processor's document of a web page with LibreOffice. Throws Error(kEnvironment).
void convert(const fs::path& html, const fs::path& docx) {
  const std::string home =
      "-env:UserInstallation=file://" + html.parent_path().string() + "/office";
  const std::string folder = docx.parent_path().string();
  const std::vector<std::string> words = {"soffice",      home,
                                          "--headless",   "--infilter=HTML (StarWriter)",
                                          "--convert-to", "docx:MS Word 2007 XML",
                                          "--outdir",     folder,
                                          html.string()};
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  const int failed = posix_spawnp(&child, "soffice", &files, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&files);
  int status = 0;
  if (failed == 0) waitpid(child, &status, 0);
  const fs::path made = fs::path(html).replace_extension(".docx");
  if (failed != 0 || status != 0 || !fs::is_regular_file(made)) {
    throw Error(ErrorKind::kEnvironment, "soffice",
                std::string(messages::text(Text::kReportNoOffice, messages::Language::kChinese)),
                std::string(messages::text(Text::kReportNoOffice, messages::Language::kEnglish)));
  }
  if (made != docx) fs::rename(made, docx);
}

/// Writes the letter as .docx: LibreOffice reads it from a folder of its own.
void write_docx(const std::string& destination, const std::string& html) {
  const fs::path folder =
      fs::temp_directory_path() / ("mingxi-report-" + std::to_string(static_cast<long>(getpid())));
  fs::create_directories(folder);
  output::write_file(folder / "letter.html", html);
  try {
    convert(folder / "letter.html", folder / "letter.docx");
    const std::string made = (folder / "letter.docx").string();
    output::write_whole(destination, read::read_bytes(made, made));
  } catch (...) {
    fs::remove_all(folder);
    throw;
  }
  fs::remove_all(folder);
}

int run_report(const ReportArguments& arguments, const SharedOptions& options) {
  const messages::Language language = options.language;
  const bool is_docx = arguments.output.ends_with(".docx");
  if (!is_docx && !arguments.output.ends_with(".html"))
    throw UsageError(
        messages::filled(Text::kBadReportOutput, language, {text::shown(arguments.output)}));
  output::require_no_input(arguments.output, std::vector{arguments.input, arguments.decisions});
  const output::StagedOutput tried(arguments.output, output::OutputKind::kFile);
  extract::ExtractorOptions how = extractor_options(options);
  how.decisions = extract::load_decisions(arguments.decisions);
  const extract::Extractor extractor(std::move(how));
  Subject subject = fs::is_directory(arguments.input)
                        ? subject_of_dataset(arguments.input, arguments.body)
                        : read_subject(arguments.input, extractor);
  const Source& source = subject.extraction.source;
  std::optional<Pages> pages;
  if (!subject.bytes.empty() && source.has_pictures())
    pages.emplace(std::move(subject.bytes), source, extractor);
  const review::PageSource picture =
      pages ? review::PageSource([&pages](int page) -> const PageImage& { return (*pages)(page); })
            : review::PageSource();
  const std::string html = review::letter(
      subject.extraction,
      {.language = language,
       .producer = extractor.producer(),
       .decisions = extractor.options().decisions.of(source.sha256),
       .pictures = is_docx ? review::LetterPictures::kBmp : review::LetterPictures::kWebp,
       .date = arguments.date},
      picture);
  if (is_docx) {
    write_docx(arguments.output, html);
  } else {
    output::write_whole(arguments.output, html);
  }
  return kDone;
}

}  // namespace

Command add_report(CLI::App& app, const SharedOptions& options) {
  const auto say = [&options](Text id) {
    return std::string(messages::text(id, options.language));
  };
  CLI::App* command = app.add_subcommand("report", say(Text::kReport));
  command->footer(say(Text::kReportExamples));
  const auto arguments = std::make_shared<ReportArguments>();
  command->add_option("FILE", arguments->input, say(Text::kReportInput))
      ->option_text("FILE|DATASET")
      ->required();
  command->option_defaults()->group(say(Text::kOptions));
  command->add_option("-o,--output", arguments->output, say(Text::kReportOutputOption))
      ->option_text("X.html|X.docx")
      ->required();
  command->add_option("--body", arguments->body, say(Text::kBodyOption))->option_text("NAME");
  command->add_option("--decisions", arguments->decisions, say(Text::kDecisionsOption))
      ->option_text("FILE");
  command->add_option("--date", arguments->date, say(Text::kDateOption))->option_text("TEXT");
  return {command, [arguments, &options] { return run_report(*arguments, options); }};
}

}  // namespace mingxi::cli
