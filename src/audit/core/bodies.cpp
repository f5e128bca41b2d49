#include "audit/core/bodies.h"

#include "text/normalise.h"

namespace mingxi::audit {

std::string body_named(std::string_view printed, const patterns::BetweenDocumentsRules& rules) {
  std::string name = text::normalised(printed);
  const auto match = rules.words.head_office.find(name);
  if (!match) return name;
  for (const char* mark : {"bracket", "word"}) {
    const std::string_view found = rules.words.head_office.group(*match, mark);
    if (found.empty()) continue;
    name.resize(static_cast<std::size_t>(found.data() - name.data()));
    break;
  }
  return name;
}

}  // namespace mingxi::audit
