#pragma once

namespace mingxi::messages {

/// The language of messages, errors and help.
enum class Language { kChinese, kEnglish };

}  // namespace mingxi::messages
