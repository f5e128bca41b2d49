// The program mingxi-serve, which `mingxi review --serve` becomes: a web server would cost every
// other start of mingxi a millisecond.
#include <cstdlib>

#include "cli/commands.h"
#include "cli/console.h"
#include "model/error.h"
#include "pipeline/review_site.h"
#include "pipeline/sibling_program.h"
#include "serve/http_server.h"

/// mingxi-serve DIR PORT LANGUAGE PASSWORD
int main(int count, char** arguments) {
  using namespace mingxi;
  constexpr int kCount = 5;
  if (count != kCount) {
    complain("mingxi-serve", "mingxi review --serve DIR", Language::kEnglish);
    return kUsageError;
  }
  const Language language =
      std::string_view(arguments[3]) == "en" ? Language::kEnglish : Language::kChinese;
  try {
    ReviewSite site(arguments[1], language, {.password = arguments[4]},
                    sibling_program("mingxi-ocr"));
    HttpServer server([&site](const HttpRequest& request) { return site.answer(request); },
                      std::atoi(arguments[2]));
    complain("", filled(Text::kServing, language, {server.address()}), language);
    server.run();
    return kDone;
  } catch (const Error& error) {
    return tell(error, language);
  } catch (const std::exception& error) {
    complain("", filled(Text::kUnforeseen, language, {error.what()}), language);
    return kInputFailed;
  }
}
