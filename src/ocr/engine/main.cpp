// mingxi-ocr: reads requests on standard input and answers them on standard output until the input
// ends. It is a program of its own so that mingxi neither links Tesseract nor waits for it.

#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string_view>

#include "ocr/engine/images.h"
#include "ocr/protocol.h"
#include "ocr/engine/page_reader.h"
#include "ocr/socket.h"
#include "process/sandbox.h"

namespace mingxi::ocr {
namespace {

constexpr double kPointsPerInch = 72;
constexpr rlim_t kMaxMemory = rlim_t{3} << 30;
constexpr rlim_t kSecondsPerPage = 20;

/// The kernel ends the program when a page takes too long.
void limit_time_of_page() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  rlimit limit{};
  getrlimit(RLIMIT_CPU, &limit);
  limit.rlim_cur =
      static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + kSecondsPerPage + 1;
  setrlimit(RLIMIT_CPU, &limit);
}

class Service {
 public:
  std::string answer(OcrRequest request, const std::string& body) {
    switch (request) {
      case OcrRequest::kCheck:
        return bytes_of(check());
      case OcrRequest::kDrawn: {
        limit_time_of_page();
        const DrawnPage drawn = drawn_page_of(body);
        return take(pix_of(drawn.image), drawn.image.width / drawn.width);
      }
      case OcrRequest::kUpright: {
        limit_time_of_page();
        const DrawnPage drawn = drawn_page_of(body);
        quarters_ = 0;
        picture_.emplace(pix_of(drawn.image), drawn.image.width / drawn.width);
        return frame();
      }
      case OcrRequest::kFile:
        limit_time_of_page();
        file_ = pages_of(body);
        return bytes_of(static_cast<std::uint32_t>(file_.size()));
      case OcrRequest::kPage: {
        limit_time_of_page();
        const PixPointer& page = file_.at(number_of(body));
        return take(PixPointer(pixClone(page.get())), pixels_per_point_of(page.get()));
      }
      case OcrRequest::kShow: {
        const ShowPage shown = show_page_of(body);
        Pix* page = file_.at(shown.index).get();
        return bytes_of(
            image_of(page, shown.dots_per_inch / kPointsPerInch / pixels_per_point_of(page)));
      }
      case OcrRequest::kRead:
        if (!picture_) throw std::runtime_error("no page");
        return bytes_of(reader().read(*picture_, boxes_of(body)));
    }
    throw std::runtime_error("unknown request");
  }

 private:
  std::string take(PixPointer page, double pixels_per_point) {
    picture_.emplace(PixPointer(pixClone(page.get())), pixels_per_point);
    quarters_ = 0;
    constexpr double kUpright = 4;  // of legibility: 40 characters read well
    constexpr double kClearlyMore = 1.3;
    double best = reader().legibility(*picture_);
    if (best >= kUpright) return frame();
    best *= kClearlyMore;
    for (const int quarters : {1, 3, 2}) {
      Picture other(turned(page.get(), quarters), pixels_per_point);
      const double legibility = reader().legibility(other);
      if (legibility <= best) continue;
      best = legibility;
      picture_.emplace(std::move(other));
      quarters_ = quarters;
    }
    return frame();
  }

  std::string frame() const {
    ScanPage page = picture_->page();
    page.turn.quarters = quarters_;
    return bytes_of(page);
  }

  PageReader& reader() {
    if (reader_ == nullptr) reader_ = std::make_unique<PageReader>();
    return *reader_;
  }

  static OcrCheck check() {
    OcrCheck result{.versions = ocr_versions()};
    for (const char* language : {"chi_sim", "eng"}) {
      try {
        result.data_folder = Recogniser(language, "").data_folder();
      } catch (const std::runtime_error&) {
        result.missing_languages.emplace_back(language);
      }
    }
    return result;
  }

  std::vector<PixPointer> file_;
  std::optional<Picture> picture_;
  int quarters_ = 0;  // by which the picture was turned, clockwise
  std::unique_ptr<PageReader> reader_;
};

int serve(process::Sandbox sandbox) {
#ifndef MINGXI_SANITIZE  // sanitizers reserve more than all memory
  const rlimit memory{kMaxMemory, kMaxMemory};
  setrlimit(RLIMIT_AS, &memory);
#endif
  prctl(PR_SET_PDEATHSIG, SIGKILL);  // nobody waits for the answer any more
  setMsgSeverity(L_SEVERITY_NONE);
  if (sandbox == process::Sandbox::kOn) process::enter_sandbox({});
  Service service;
  while (const auto request = receive(STDIN_FILENO)) {
    Message answer{static_cast<std::uint32_t>(OcrStatus::kDone), {}};
    try {
      answer.body = service.answer(static_cast<OcrRequest>(request->kind), request->body);
    } catch (const std::exception& error) {
      answer = {static_cast<std::uint32_t>(OcrStatus::kFailed), error.what()};
    }
    if (!send(STDOUT_FILENO, answer)) return 1;
  }
  return 0;
}

}  // namespace
}  // namespace mingxi::ocr

/// mingxi-ocr [--no-sandbox]
int main(int count, char** arguments) {
  using mingxi::process::Sandbox;
  const bool is_free = count > 1 && std::string_view(arguments[1]) == "--no-sandbox";
  return mingxi::ocr::serve(is_free ? Sandbox::kOff : Sandbox::kOn);
}
