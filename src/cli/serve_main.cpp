// The program mingxi-serve, which `mingxi review --serve` becomes: a web server would cost every
// other start of mingxi a millisecond.
#include <cstdlib>

#include "cli/commands.h"
#include "cli/console.h"
#include "model/error.h"
#include "review/review_site.h"
#include "process/sibling_program.h"
#include "review/http_server.h"

/// mingxi-serve DIR PORT LANGUAGE PASSWORD
int main(int count, char** arguments) {
  using namespace mingxi;
  using namespace mingxi::cli;
  constexpr int kCount = 5;
  if (count != kCount) {
    complain("mingxi-serve", "mingxi review --serve DIR", messages::Language::kEnglish);
    return kUsageError;
  }
  const messages::Language language = std::string_view(arguments[3]) == "en"
                                          ? messages::Language::kEnglish
                                          : messages::Language::kChinese;
  try {
    review::ReviewSite site(arguments[1], language, {.password = arguments[4]},
                            process::sibling_program("mingxi-ocr"));
    review::HttpServer server(
        [&site](const review::HttpRequest& request) { return site.answer(request); },
        std::atoi(arguments[2]));
    complain("", messages::filled(messages::Text::kServing, language, {server.address()}),
             language);
    server.run();
    return kDone;
  } catch (const Error& error) {
    return tell(error, language);
  } catch (const std::exception& error) {
    complain("", messages::filled(messages::Text::kUnforeseen, language, {error.what()}), language);
    return kInputFailed;
  }
}
