// A request is looked at as soon as its head is there, before anything of its body is read: who may
// not ask costs nothing. cpp-httplib would give each connection a thread and wait for each byte
// anew; here it waits in a room for the head of its request, gets a thread only then, and has a
// deadline as a whole.
#include "review/http_server.h"

#include <poll.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <system_error>

#include <httplib.h>

#include "messages/sentences.h"
#include "model/error.h"
#include "review/waiting_room.h"

namespace mingxi::review {

using messages::said;
using messages::Sentence;

namespace {

using Clock = std::chrono::steady_clock;

constexpr const char* kHost = "127.0.0.1";
constexpr std::size_t kLargestBody = std::size_t{4} << 20;  // bytes: 25,000 decisions
constexpr std::size_t kThreads = 128;
constexpr int kBacklog = 512;                  // connections that wait to be taken
constexpr std::chrono::seconds kToAnswer{60};  // for the browser to take the answer

/// 128 random bits in hexadecimal.
std::string made_token() {
  std::array<unsigned char, 16> bits{};
  if (getrandom(bits.data(), bits.size(), 0) != static_cast<ssize_t>(bits.size()))
    throw std::system_error(errno, std::generic_category(), "getrandom");
  std::string token;
  for (const unsigned char byte : bits) {
    token += "0123456789abcdef"[byte >> 4];
    token += "0123456789abcdef"[byte & 15];
  }
  return token;
}

/// Takes as long whatever the difference is.
bool is_same(const std::string& one, const std::string& other) {
  if (one.size() != other.size()) return false;
  unsigned difference = 0;
  for (std::size_t i = 0; i < one.size(); ++i)
    difference |= static_cast<unsigned char>(one[i]) ^ static_cast<unsigned char>(other[i]);
  return difference == 0;
}

/// Runs what it is given at once: who takes a connection only shows it into the waiting room.
class AtOnce : public httplib::TaskQueue {
 public:
  void enqueue(std::function<void()> task) override { task(); }
  void shutdown() override {}
};

/// A connection that gives the bytes of one request within its time, and no more.
class Connection : public httplib::Stream {
 public:
  explicit Connection(ArrivedRequest request) : request_(std::move(request)) {}

  bool is_readable() const override {
    return next_ < request_.bytes.size() || is_ready(POLLIN, request_.until);
  }
  bool is_writable() const override { return is_ready(POLLOUT, Clock::now() + kToAnswer); }

  ssize_t read(char* to, std::size_t size) override {
    if (next_ == request_.bytes.size() && !fill()) return is_over_ ? 0 : -1;
    const std::size_t count = std::min(size, request_.bytes.size() - next_);
    std::copy_n(request_.bytes.data() + next_, count, to);
    next_ += count;
    return static_cast<ssize_t>(count);
  }

  ssize_t write(const char* from, std::size_t size) override {
    if (!is_writable()) return -1;
    return send(request_.socket, from, size, MSG_NOSIGNAL);
  }

  void get_remote_ip_and_port(std::string& ip, int&) const override { ip = kHost; }
  void get_local_ip_and_port(std::string& ip, int&) const override { ip = kHost; }
  socket_t socket() const override { return request_.socket; }

 private:
  bool is_ready(short event, Clock::time_point until) const {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now()).count();
    pollfd waiting{.fd = request_.socket, .events = event, .revents = 0};
    return left > 0 && poll(&waiting, 1, static_cast<int>(left)) == 1;
  }

  bool fill() {
    if (taken_ >= kLargestBody || !is_ready(POLLIN, request_.until)) return false;
    constexpr std::size_t kAtOnce = 16384;
    request_.bytes.resize(kAtOnce);
    const ssize_t count = recv(request_.socket, request_.bytes.data(), kAtOnce, 0);
    is_over_ = count == 0;
    next_ = 0;
    request_.bytes.resize(static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    taken_ += request_.bytes.size();
    return count > 0;
  }

  ArrivedRequest request_;  // its bytes are those that came last
  std::size_t next_ = 0;
  std::size_t taken_ = 0;  // bytes beside those that came with the head
  bool is_over_ = false;
};

/// What a response of ours always says.
void set_headers(httplib::Response& response) {
  response.set_header("X-Content-Type-Options", "nosniff");
  response.set_header("X-Frame-Options", "DENY");
  response.set_header("Cache-Control", "no-store");
  response.set_header("Referrer-Policy", "no-referrer");
  response.set_header("Cross-Origin-Resource-Policy", "same-origin");
}

}  // namespace

class HttpServer::Listener : public httplib::Server {
 public:
  Listener(HttpHandler handler, int port) : token_(made_token()) {
    set_payload_max_length(kLargestBody);
    new_task_queue = [] { return new AtOnce; };
    set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
      set_headers(response);
      return refuses(request, response) ? HandlerResponse::Handled : HandlerResponse::Unhandled;
    });
    const auto answer = [handler = std::move(handler)](const httplib::Request& request,
                                                       httplib::Response& response) {
      const HttpResponse given = handler({request.method, request.path, request.body});
      response.status = given.status;
      response.set_content(given.body, given.media_type);
    };
    Get(".*", answer);
    Put(".*", answer);
    int listening = -1;
    set_socket_options([&listening](socket_t socket) {
      const int yes = 1;
      setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
      listening = socket;
    });
    if (port == 0) {
      port_ = bind_to_any_port(kHost);
    } else if (bind_to_port(kHost, port)) {
      port_ = port;
    }
    // The library lets five wait to be taken; the sixth would try again only after a second.
    if (port_ > 0) ::listen(listening, kBacklog);
  }

  ~Listener() override { workers_.shutdown(); }

  int port() const { return port_; }
  std::string authority() const { return std::string(kHost) + ":" + std::to_string(port_); }
  const std::string& token() const { return token_; }

 private:
  /// Whether a request is for this server by its own name, from its own page: a page of another
  /// site reaches us under the other's name, or with its own origin.
  bool is_ours(const httplib::Request& request) const {
    if (request.get_header_value("Host") != authority()) return false;
    return !request.has_header("Origin") ||
           request.get_header_value("Origin") == "http://" + authority();
  }

  std::string cookie() const { return "mingxi_" + std::to_string(port_) + "=" + token_; }

  bool has_cookie(const httplib::Request& request) const {
    std::string cookies = request.get_header_value("Cookie");
    while (!cookies.empty()) {
      const std::size_t end = std::min(cookies.find("; "), cookies.size());
      if (is_same(cookies.substr(0, end), cookie())) return true;
      cookies.erase(0, end + 2);
    }
    return false;
  }

  /// Answers what is not to be answered by the site.
  bool refuses(const httplib::Request& request, httplib::Response& response) const {
    const auto refuse = [&response](int status, const char* why) {
      response.status = status;
      response.set_content(why, "text/plain; charset=utf-8");
      return true;
    };
    if (!is_ours(request)) return refuse(403, "forbidden\n");
    if (request.method == "GET" && request.path == "/" && request.has_param("token")) {
      if (!is_same(request.get_param_value("token"), token_)) return refuse(403, "forbidden\n");
      response.set_header("Set-Cookie", cookie() + "; HttpOnly; SameSite=Strict; Path=/");
      response.set_redirect("/", 303);
      return true;
    }
    if (!has_cookie(request)) return refuse(403, "Open the whole address that mingxi printed.\n");
    // What is packed grows without bounds; what does not state its size may.
    if (request.has_header("Content-Encoding")) return refuse(415, "unsupported encoding\n");
    if (request.has_header("Transfer-Encoding")) return refuse(411, "length required\n");
    return false;
  }

  bool process_and_close_socket(socket_t socket) override {
    room_.enter(socket);
    return true;
  }

  void answer(ArrivedRequest request) {
    const int socket = request.socket;
    Connection connection(std::move(request));
    bool is_closed = false;
    process_request(connection, true, is_closed, nullptr);
    room_.see_off(socket);
  }

  std::string token_;
  int port_ = 0;
  httplib::ThreadPool workers_{kThreads};
  WaitingRoom room_{[this](const ArrivedRequest& request) {
    workers_.enqueue([this, request] { answer(request); });
  }};
};

HttpServer::HttpServer(HttpHandler handler, int port)
    : listener_(std::make_unique<Listener>(std::move(handler), port)) {
  if (listener_->port() > 0) return;
  throw Error(ErrorKind::kOutput, std::string(kHost) + ":" + std::to_string(port),
              said(Sentence::kPortTaken));
}

HttpServer::~HttpServer() = default;

std::string HttpServer::address() const {
  return "http://" + listener_->authority() + "/?token=" + listener_->token();
}

void HttpServer::run() { listener_->listen_after_bind(); }

}  // namespace mingxi::review
