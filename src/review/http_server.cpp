#include "review/http_server.h"

#include <httplib.h>

#include "model/error.h"

namespace mingxi::review {
namespace {

constexpr const char* kHost = "127.0.0.1";
constexpr std::size_t kLargestBody = std::size_t{16} << 20;

/// Whether a request is for this server by its own name, from its own page: a page of another
/// site reaches us under the other's name, or with its own origin.
bool is_ours(const httplib::Request& request, const std::string& authority) {
  if (request.get_header_value("Host") != authority) return false;
  return !request.has_header("Origin") ||
         request.get_header_value("Origin") == "http://" + authority;
}

}  // namespace

struct HttpServer::Listener {
  httplib::Server server;
  int port = 0;
};

HttpServer::HttpServer(HttpHandler handler, int port) : listener_(std::make_unique<Listener>()) {
  httplib::Server& server = listener_->server;
  server.set_payload_max_length(kLargestBody);
  const auto answer = [this, handler = std::move(handler)](const httplib::Request& request,
                                                           httplib::Response& response) {
    const std::string authority = std::string(kHost) + ":" + std::to_string(listener_->port);
    HttpResponse given{.status = 403, .body = "forbidden\n"};
    if (is_ours(request, authority)) given = handler({request.method, request.path, request.body});
    response.status = given.status;
    response.set_header("X-Content-Type-Options", "nosniff");
    response.set_header("X-Frame-Options", "DENY");
    response.set_header("Cache-Control", "no-store");
    response.set_header("Cross-Origin-Resource-Policy", "same-origin");
    response.set_content(given.body, given.media_type);
  };
  server.Get(".*", answer);
  server.Put(".*", answer);
  if (port == 0) {
    listener_->port = server.bind_to_any_port(kHost);
  } else if (server.bind_to_port(kHost, port)) {
    listener_->port = port;
  }
  if (listener_->port > 0) return;
  throw Error(ErrorKind::kOutput, std::string(kHost) + ":" + std::to_string(port),
              "这个端口不能使用。请用 --port 换一个。",
              "This port cannot be used. Choose another with --port.");
}

HttpServer::~HttpServer() = default;

std::string HttpServer::address() const {
  return std::string("http://") + kHost + ":" + std::to_string(listener_->port) + "/";
}

void HttpServer::run() { listener_->server.listen_after_bind(); }

}  // namespace mingxi::review
