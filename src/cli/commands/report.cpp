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
#include "read/archive.h"
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

/// What a letter is about.
struct Subject {
  Extraction extraction;
  bool has_file = false;  ///< that is still what was read, so that its pages can be shown
};

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
                      output::gunzipped(read::read_bytes(json, text::printable(json))))};
  subject.extraction.source.path = chosen->path;
  try {
    const std::string where = text::printable(chosen->path);
    const auto archived = read::archived_file(chosen->path);
    const std::string bytes =
        archived ? read::bytes_read_apart(*archived, where) : read::read_bytes(chosen->path, where);
    subject.has_file = read::sha256(bytes) == chosen->sha256;
  } catch (const Error&) {
    subject.has_file = false;  // the letter does without pictures
  }
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

/// A letter under way: of what, how it is to look, and what reads.
struct LetterOrder {
  bool is_docx = false;
  std::string date;
  messages::Language language;
  const extract::Extractor& extractor;
};

/// The letter about a document. bytes: its file; "": pages are not shown.
std::string letter_about(const Extraction& extraction, std::string bytes, const LetterOrder& how) {
  std::optional<Pages> pages;
  if (!bytes.empty() && extraction.source.has_pictures())
    pages.emplace(std::move(bytes), extraction.source, how.extractor);
  const review::PageSource picture =
      pages ? review::PageSource([&pages](int page) -> const PageImage& { return (*pages)(page); })
            : review::PageSource();
  return review::letter(
      extraction,
      {.language = how.language,
       .producer = how.extractor.producer(),
       .decisions = how.extractor.options().decisions.of(extraction.source.sha256),
       .pictures = how.is_docx ? review::LetterPictures::kBmp : review::LetterPictures::kWebp,
       .date = how.date},
      picture);
}

/// The letter about what the arguments name. What looks into the file runs within limits.
std::string letter_for(const ReportArguments& arguments, const DocumentReading& reading,
                       const LetterOrder& how) {
  if (!fs::is_directory(arguments.input)) {
    const auto work = [&how](const Document& document, const std::string& bytes) {
      return process::Answer{.bytes = letter_about(how.extractor.extract(document), bytes, how)};
    };
    return read_document(arguments.input, reading, work).bytes;
  }
  const Subject subject = subject_of_dataset(arguments.input, arguments.body);
  if (!subject.has_file) return letter_about(subject.extraction, "", how);
  const auto work = [&how, &subject](const Document&, const std::string& bytes) {
    return process::Answer{.bytes = letter_about(subject.extraction, bytes, how)};
  };
  return read_document(subject.extraction.source.path, reading, work).bytes;
}

int run_report(const ReportArguments& arguments, bool has_limits, const SharedOptions& options) {
  const bool is_docx = has_ending(arguments.output, ".docx");
  if (!is_docx && !has_ending(arguments.output, ".html"))
    throw UsageError(messages::filled(Text::kBadReportOutput, options.language,
                                      {text::shown(arguments.output)}));
  output::require_no_input(arguments.output, std::vector{arguments.input, arguments.decisions});
  const output::StagedOutput tried(arguments.output, output::OutputKind::kFile);
  extract::ExtractorOptions reading = extractor_options(options);
  reading.decisions = extract::load_decisions(arguments.decisions);
  const extract::Extractor extractor(std::move(reading));
  const std::string html = letter_for(
      arguments, {.extractor = extractor, .has_limits = has_limits, .limits = kDrawingLimits},
      {.is_docx = is_docx,
       .date = arguments.date,
       .language = options.language,
       .extractor = extractor});
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
  const auto no_limits = add_no_limits(*command, options);
  return {command, [arguments, no_limits, &options] {
            return run_report(*arguments, !*no_limits, options);
          }};
}

}  // namespace mingxi::cli
