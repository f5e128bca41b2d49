#pragma once

#include <functional>
#include <memory>
#include <string>

namespace mingxi::review {

struct HttpRequest {
  std::string method;  ///< GET or PUT
  std::string path;    ///< "/documents/…", decoded
  std::string body;
};

struct HttpResponse {
  int status = 200;
  std::string media_type = "text/plain; charset=utf-8";
  std::string body;
};

/// Gives the response to a request; called by several threads at once.
using HttpHandler = std::function<HttpResponse(const HttpRequest&)>;

/// A web server for the browser of one user of this machine. It listens on 127.0.0.1 only, answers
/// only requests that name it so, so that no page from elsewhere can ask it anything, and only who
/// knows the token of its address, which no other user of the machine does. A request is of a
/// bounded size and arrives within a bounded time.
class HttpServer {
 public:
  /// Takes a port, any free one for 0. Throws Error(kOutput) where the port cannot be had.
  HttpServer(HttpHandler handler, int port);
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  /// http://127.0.0.1:8000/?token=…, which gives the browser a cookie and leads on to /.
  std::string address() const;

  /// Answers requests until the program is ended.
  void run();

 private:
  class Listener;
  std::unique_ptr<Listener> listener_;
};

}  // namespace mingxi::review
