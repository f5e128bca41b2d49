#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "output/dataset/dataset_rows.h"

namespace mingxi::build {

/// The files that a build goes through.
struct InputList {
  std::vector<std::string> paths;             ///< raw bytes, each once, sorted
  std::vector<output::InputRecord> failures;  ///< folders that cannot be listed
  std::size_t skipped_hidden = 0;             ///< hidden files and folders
  std::size_t skipped_links = 0;              ///< links inside folders
  std::size_t skipped_other = 0;              ///< files that are of no kind that is read, by name
  std::size_t skipped_own = 0;                ///< what mingxi wrote: review pages, workbooks
  std::size_t skipped_convertible =
      0;  ///< of these: archives, MHT, PPT …, which hold documents or can become some

  std::size_t skipped() const {
    return skipped_hidden + skipped_links + skipped_other + skipped_own;
  }
};

/// Whether a folder is walked for images too, which OCR reads.
enum class Images { kLeftOut, kTaken };

/// Finds the files that arguments name: a file is taken whatever its name, a folder is walked for
/// documents (*.pdf, *.docx, *.xlsx, *.html, *.htm, *.ofd, and what LibreOffice converts: *.doc,
/// *.xls, *.wps, *.et, *.rtf, *.odt, *.ods) and images (*.png, *.jpg, *.jpeg, *.tif,
/// *.tiff); links are not followed; hidden files, datasets and other outputs of ours are left out.
/// A file is read by what it holds, whatever its name; a pattern with * ? [ is filled in when no
/// file has that name. What is named and is not there is in the list too: it fails when read.
InputList list_inputs(const std::vector<std::string>& arguments, Images images = Images::kTaken);

/// Throws RefusedOutput where a file is in the folder that a dataset is written to.
void require_outside(const std::string& folder, const InputList& list);

/// The part of a list that one of `count` machines takes: `index` from 1. A path is in the same
/// part whatever else is in the list. What was skipped is reported by the first. Requires 1 <=
/// index <= count.
InputList shard_of(InputList list, std::uint64_t index, std::uint64_t count);

/// The paths of a list: one a line, or, where the list has NUL bytes, one after each.
std::vector<std::string> paths_in(std::string_view list);

}  // namespace mingxi::build
