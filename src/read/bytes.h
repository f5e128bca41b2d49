#pragma once

#include <string>

namespace mingxi::read {

/// All bytes of a regular file, of a file in an archive (in the sandbox: archive.h), or of standard
/// input for "-". where names it in errors. A file that
/// shrinks meanwhile gives what is left of it. Throws Error: kNotFound, kNotRegular, kEmpty,
/// kTooLarge (more than 512 MiB; found before anything is read).
std::string read_bytes(const std::string& path, const std::string& where);

/// The SHA-256 of what read_bytes gives for a file, which is read piece by piece. Throws the same.
std::string sha256_of_input(const std::string& path, const std::string& where);

}  // namespace mingxi::read
