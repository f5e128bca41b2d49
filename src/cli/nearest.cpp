#include "cli/nearest.h"

#include <algorithm>
#include <numeric>

namespace mingxi::cli {
namespace {

/// How many letters must be put in, left out, changed or swapped with the next.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      now[j] =
          std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        now[j] = std::min(now[j], before[j - 2] + 1);
    }
    before.swap(last);
    last.swap(now);
  }
  return last[b.size()];
}

}  // namespace

std::string nearest(std::string_view typed, const std::vector<std::string>& known) {
  const std::string_view word = typed.substr(0, typed.find('='));
  std::string best;
  std::size_t least = std::max<std::size_t>(2, word.size() / 3) + 1;
  for (const std::string& each : known) {
    const bool begins = word.size() > 2 && each.starts_with(word);
    const std::size_t letters = begins ? 1 : distance(word, each);
    if (letters >= least || letters >= each.size()) continue;
    least = letters;
    best = each;
  }
  return best;
}

}  // namespace mingxi::cli
