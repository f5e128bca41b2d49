#include "build/inputs/inputs.h"

#include <glob.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <utility>

#include "build/inputs/inputs_apart.h"
#include "messages/sentences.h"
#include "model/key.h"
#include "output/write/refused_output.h"
#include "text/utf8.h"

namespace mingxi::build {
namespace {

namespace fs = std::filesystem;

std::string lower_extension(const std::string& name) {
  const std::size_t point = name.rfind('.');
  if (point == std::string::npos) return "";
  std::string extension = name.substr(point + 1);
  for (char& c : extension) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return extension;
}

bool is_convertible(const std::string& extension) {
  constexpr auto kExtensions =
      std::to_array<std::string_view>({"mht", "mhtml", "ppt", "pptx", "rar", "7z"});
  return std::ranges::find(kExtensions, extension) != kExtensions.end();
}

/// Files of text that are read whatever images are.
bool is_document(const std::string& extension) {
  constexpr auto kExtensions =
      std::to_array<std::string_view>({"pdf", "docx", "xlsx", "htm", "html", "ofd", "doc", "xls",
                                       "wps", "et", "rtf", "odt", "ods"});
  return std::ranges::find(kExtensions, extension) != kExtensions.end();
}

/// Whether a folder is a dataset of ours, whose workbook is no document.
bool is_dataset(const fs::path& folder) {
  std::error_code ignored;
  return fs::exists(folder / "datapackage.json", ignored) &&
         fs::exists(folder / "run.jsonl", ignored);
}

bool is_image(const std::string& extension) {
  constexpr auto kExtensions =
      std::to_array<std::string_view>({"png", "jpg", "jpeg", "tif", "tiff"});
  return std::ranges::find(kExtensions, extension) != kExtensions.end();
}

void refuse_folder(InputList& list, const fs::path& folder, const std::error_code& error) {
  const messages::Said reason =
      messages::said(messages::Sentence::kFolderNotListed, {{"reason", error.message()}});
  list.failures.push_back({.path = text::printable(folder.native()),
                           .status = "unreadable",
                           .reason = reason.chinese,
                           .reason_en = reason.english});
}

/// Adds the files in an archive, which is walked like a folder. One that cannot be opened fails
/// when it is read.
void take_archive(InputList& list, Images images, const std::string& path) {
  const std::optional<std::vector<std::string>> names = archived_names(path);
  if (!names) list.paths.push_back(path);
  for (const std::string& name : names.value_or(std::vector<std::string>{})) {
    const std::string extension = lower_extension(name);
    if (name.starts_with('.') || name.find("/.") != std::string::npos ||
        name.starts_with("__MACOSX")) {
      ++list.skipped_hidden;
    } else if (is_document(extension) || (images == Images::kTaken && is_image(extension))) {
      list.paths.push_back(path + "/" + name);
    } else {
      ++list.skipped_other;
      if (is_convertible(extension)) ++list.skipped_convertible;
    }
  }
}

/// Adds an entry of a folder, or sets it aside to be walked.
void take_entry(InputList& list, Images images, std::vector<fs::path>& folders,
                const fs::directory_entry& entry) {
  const std::string name = entry.path().filename().native();
  std::error_code ignored;
  const fs::file_status status = entry.symlink_status(ignored);
  if (name.starts_with('.')) {
    ++list.skipped_hidden;
  } else if (fs::is_symlink(status)) {
    ++list.skipped_links;
  } else if (fs::is_directory(status)) {
    if (!is_dataset(entry.path())) folders.push_back(entry.path());
  } else if (lower_extension(name) == "zip") {
    take_archive(list, images, entry.path().native());
  } else if (const std::string extension = lower_extension(name);
             is_document(extension) || (images == Images::kTaken && is_image(extension))) {
    list.paths.push_back(entry.path().native());
  } else {
    ++list.skipped_other;
    if (is_convertible(extension)) ++list.skipped_convertible;
  }
}

void walk(InputList& list, Images images, const fs::path& start) {
  std::vector<fs::path> folders{start};
  while (!folders.empty()) {
    const fs::path folder = std::move(folders.back());
    folders.pop_back();
    std::error_code error;
    fs::directory_iterator entry(folder, error);
    for (const fs::directory_iterator end; !error && entry != end; entry.increment(error))
      take_entry(list, images, folders, *entry);
    if (error) refuse_folder(list, folder, error);
  }
}

void take_path(InputList& list, Images images, const std::string& path) {
  std::error_code ignored;
  if (fs::is_directory(path, ignored)) {
    std::vector<std::string> before = std::exchange(list.paths, {});
    walk(list, images, path);
    list.skipped_own += take_out_own_outputs(path, list.paths);
    std::ranges::move(before, std::back_inserter(list.paths));
  } else if (lower_extension(path) == "zip" && fs::is_regular_file(path, ignored)) {
    take_archive(list, images, path);
  } else {
    list.paths.push_back(path);
  }
}

/// The paths that a pattern means; none if it is no pattern or nothing fits.
std::vector<std::string> filled_in(const std::string& pattern) {
  std::vector<std::string> paths;
  if (pattern.find_first_of("*?[") == std::string::npos) return paths;
  glob_t found{};
  if (glob(pattern.c_str(), 0, nullptr, &found) == 0)
    paths.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
  globfree(&found);
  return paths;
}

}  // namespace

InputList list_inputs(const std::vector<std::string>& arguments, Images images) {
  InputList list;
  for (const std::string& argument : arguments) {
    std::error_code ignored;
    const bool is_there = fs::exists(fs::symlink_status(argument, ignored));
    const std::vector<std::string> paths =
        is_there ? std::vector<std::string>() : filled_in(argument);
    for (const std::string& path : paths) take_path(list, images, path);
    if (paths.empty()) take_path(list, images, argument);
  }
  std::ranges::sort(list.paths);
  list.paths.erase(std::unique(list.paths.begin(), list.paths.end()), list.paths.end());
  return list;
}

void require_outside(const std::string& folder, const InputList& list) {
  std::error_code error;
  const fs::path place = fs::canonical(folder, error);
  if (error) return;                       // what is not there holds nothing
  std::map<std::string, bool> are_inside;  // by folder: there are fewer of these than files
  for (const std::string& path : list.paths) {
    const std::string parent = fs::path(path).parent_path().native();
    const auto [known, is_new] = are_inside.try_emplace(parent, false);
    if (is_new) {
      const fs::path real = fs::canonical(parent.empty() ? "." : parent, error);
      known->second =
          !error &&
          std::mismatch(place.begin(), place.end(), real.begin(), real.end()).first == place.end();
    }
    if (known->second)
      throw output::RefusedOutput(text::printable(folder), messages::Text::kInputInDataset,
                                  {text::printable(path)});
  }
}

InputList shard_of(InputList list, std::uint64_t index, std::uint64_t count) {
  const auto is_elsewhere = [&](std::string_view path) {
    return (hash_of(path) >> 32) % count != index - 1;
  };
  std::erase_if(list.paths, is_elsewhere);
  std::erase_if(list.failures,
                [&](const output::InputRecord& failure) { return is_elsewhere(failure.path); });
  if (index == 1) return list;
  return {.paths = std::move(list.paths), .failures = std::move(list.failures)};
}

std::vector<std::string> paths_in(std::string_view list) {
  const char separator = list.find('\0') == std::string_view::npos ? '\n' : '\0';
  std::vector<std::string> paths;
  while (!list.empty()) {
    std::string_view path = list.substr(0, list.find(separator));
    list.remove_prefix(std::min(list.size(), path.size() + 1));
    if (separator == '\n' && path.ends_with('\r')) path.remove_suffix(1);
    if (!path.empty()) paths.emplace_back(path);
  }
  return paths;
}

}  // namespace mingxi::build
