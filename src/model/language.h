#pragma once

namespace mingxi {

/// The language of messages, errors and help.
enum class Language { kChinese, kEnglish };

}  // namespace mingxi
