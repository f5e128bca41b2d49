#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "messages/texts.h"
#include "model/error.h"

namespace mingxi::output {

/// An output was asked for in a place where something else would be lost. Nothing was done.
class RefusedOutput : public Error {
 public:
  /// where: the output; the sentence says why it is refused and what to do.
  RefusedOutput(std::string where, messages::Text id,
                std::initializer_list<std::string_view> values = {})
      : Error(ErrorKind::kOutput, std::move(where),
              messages::filled(id, messages::Language::kChinese, values),
              messages::filled(id, messages::Language::kEnglish, values)) {}
};

}  // namespace mingxi::output
