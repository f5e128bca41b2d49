// A new profile makes LibreOffice begin anew once before it does anything (exit code 81): so it is
// run again until the file is there.

#include "read/office/libre_office.h"

#include <unistd.h>

#include <algorithm>
#include <utility>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "messages/reading_sentences.h"
#include "model/error.h"
#include "process/answer_file.h"
#include "process/batch.h"
#include "process/child.h"
#include "process/own_folder.h"
#include "process/run_program.h"
#include "process/sandbox.h"

namespace mingxi::read {

using messages::ReadingSentence;
using messages::said;

namespace {

namespace fs = std::filesystem;

constexpr int kRuns = 3;
constexpr process::Limits kLimits{.cpu_seconds = 60,
                                  .wall_seconds = 120,
                                  .memory_bytes = std::uint64_t{3} << 30,
                                  .answer_bytes = std::uint64_t{128} << 20};

// No macros, nothing from elsewhere.
constexpr std::string_view kSettings = R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
)";

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// What LibreOffice calls the kind of file, which it would take for text where it is damaged.
std::string_view filter_of(std::string_view media_type) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kFilters = {
      {{"application/msword", "MS Word 97"},
       {"application/vnd.ms-excel", "MS Excel 97"},
       {"application/rtf", "Rich Text Format"},
       {"application/vnd.oasis.opendocument.text", "writer8"},
       {"application/vnd.oasis.opendocument.spreadsheet", "calc8"}}};
  const auto* found = std::find_if(kFilters.begin(), kFilters.end(),
                                   [&](const auto& filter) { return filter.first == media_type; });
  return found == kFilters.end() ? std::string_view() : found->second;
}

/// Runs in the child.
process::Answer convert(const fs::path& folder, const Contents& contents) {
  const std::string& kind = contents.converted_to;
  const std::string program = libre_office_program();
  process::enter_sandbox({.program = program, .own_folder = folder.string()});
  const fs::path result = folder / ("file." + kind);
  for (int i = 0; i < kRuns && !fs::exists(result); ++i)
    process::run_program(
        {program, "--headless", "--norestore", "--nolockcheck",
         "--infilter=" + std::string(filter_of(contents.media_type)), "--convert-to", kind,
         "--outdir", folder.string(), "-env:OSL_SOCKET_PATH=" + folder.string(),
         "-env:UserInstallation=file://" + (folder / "profile").string(),
         (folder / "file").string()},
        {"HOME=" + folder.string(), "TMPDIR=" + folder.string(), "LANG=C.UTF-8",
         "PATH=/usr/bin:/bin", "SAL_USE_VCLPLUGIN=svp"});
  if (!fs::exists(result)) return {.kind = 0};
  return {.kind = 1, .bytes = bytes_of(result)};
}

Error not_installed(const std::string& where, std::string_view kind) {
  const std::string package = kind == "docx" ? "libreoffice-writer" : "libreoffice-calc";
  return {ErrorKind::kEnvironment, where,
          said(ReadingSentence::kLibreOfficeMissing,
               {{"package", package}, {"kind", kind == "docx" ? "DOCX" : "XLSX"}})};
}

}  // namespace

std::string libre_office_program() {
  constexpr std::array kPlaces = {"/usr/lib/libreoffice/program/soffice.bin",
                                  "/opt/libreoffice/program/soffice.bin"};
  for (const char* place : kPlaces)
    if (access(place, X_OK) == 0) return place;
  return "";
}

std::string converted_file(std::string_view bytes, const Contents& contents,
                           const std::string& where) {
  if (libre_office_program().empty()) throw not_installed(where, contents.converted_to);
  const process::OwnFolder own;
  const fs::path folder = own.path();
  std::error_code ignored;
  fs::create_directories(folder / "profile" / "user", ignored);
  std::ofstream(folder / "profile" / "user" / "registrymodifications.xcu") << kSettings;
  std::ofstream(folder / "file", std::ios::binary) << bytes;
  const process::AnswerFile answer;
  const process::ChildReport report =
      process::awaited({answer.descriptor(), kLimits, [&] { return convert(folder, contents); }});
  if (report.end != process::ChildEnd::kAnswered || report.answer_kind != 1)
    throw Error(ErrorKind::kCorrupt, where, said(ReadingSentence::kLibreOfficeFails));
  return answer.bytes();
}

}  // namespace mingxi::read
