#pragma once

#include <optional>
#include <string>
#include <vector>

namespace mingxi::read {

/// A file in a ZIP archive, which is named like one in a folder: a.zip/deep/b.pdf. Archives in
/// archives are not opened.
struct ArchivedFile {
  std::string archive;  ///< path
  std::string name;     ///< within
};

/// What a path names where no such file lies but an archive is part of it; nothing else.
std::optional<ArchivedFile> archived_file(const std::string& path);

/// The file that is opened to read a path: the archive, or the file itself.
std::string file_holding(const std::string& path);

/// The names of the files in an archive, those of folders left out, in its order; names that are
/// no UTF-8 are taken for GB18030. Throws Error as Zip does. To be called in the sandbox.
std::vector<std::string> names_in_archive(const std::string& path, const std::string& where);

/// The content of a file in an archive. Throws Error as Zip does; kNotFound where it is not there.
std::string bytes_in_archive(const ArchivedFile& file, const std::string& where);

/// The same by a process in the sandbox, for one that is outside.
std::string bytes_read_apart(const ArchivedFile& file, const std::string& where);

}  // namespace mingxi::read
