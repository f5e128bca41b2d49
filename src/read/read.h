#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"

namespace mingxi::read {

struct ReadOptions {
  std::string password = {};   ///< tried as owner's and as user's password; may be empty
  std::string converted = {};  ///< converted() of the file; empty: it is converted when it is read
};

/// What is printed in a file: a PDF, a text file (UTF-8 with or without BOM, UTF-16, GB18030),
/// HTML, DOCX, XLSX, OFD, and what LibreOffice converts: DOC, XLS, RTF, ODT, ODS. An image (PNG,
/// JPEG, TIFF) gives a document without pages: what it shows is for OCR to say.
/// "-" reads standard input. Throws Error; the document is judged by its bytes, never by its name
/// alone.
Document read(const std::string& path, const ReadOptions& options = {});

/// The same for the bytes of a file that was read already. path: where they came from.
Document read_contents(const std::string& bytes, const std::string& path,
                       const ReadOptions& options = {});

/// Whether LibreOffice makes a file readable, by its first bytes.
bool is_converted(const std::string& path);

/// What LibreOffice makes of a file that is read so; empty for others. It is for a process that
/// then enters the sandbox, where no program runs. Throws Error as converted_file.
std::string converted(std::string_view bytes, const std::string& path);

/// Whether a name says that the file is a PDF. A text is refused under such a name.
bool is_named_pdf(std::string_view path);

/// Something the program needs on this machine, and whether it is there.
struct Requirement {
  std::string name;  ///< "poppler-data"
  bool met = false;
  std::string detail;   ///< version, or folder, or what is missing
  std::string package;  ///< the Debian package that brings it
};

/// Where Poppler looks for its encoding data.
inline constexpr const char* kPopplerData = "/usr/share/poppler";

/// What reading needs: Poppler, its encoding data, character set conversion.
std::vector<Requirement> reading_requirements(const std::string& poppler_data = kPopplerData);

/// What reading DOC, XLS, RTF and their like needs: LibreOffice.
std::vector<Requirement> conversion_requirements();

/// Throws Error(kEnvironment) when a requirement is not met, naming the package.
void check_environment(const std::string& poppler_data = kPopplerData);

}  // namespace mingxi::read
