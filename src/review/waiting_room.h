#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <list>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace mingxi::review {

/// A connection on which the head of a request has come, with all that came so far.
struct ArrivedRequest {
  int socket = -1;
  std::string bytes;
  std::chrono::steady_clock::time_point until;  ///< when all of it must be there
};

/// Where connections wait until somebody has something to do for them: for the head of a request,
/// and, once it is answered, for the other side to take the answer. One thread looks after all of
/// them, so that one that sends nothing holds nothing but its place.
class WaitingRoom {
 public:
  using Clock = std::chrono::steady_clock;

  /// serve is called by the thread of the room, and must not wait. It gets the socket.
  explicit WaitingRoom(std::function<void(ArrivedRequest)> serve);
  ~WaitingRoom();
  WaitingRoom(const WaitingRoom&) = delete;
  WaitingRoom& operator=(const WaitingRoom&) = delete;

  /// Takes a new connection. Where too many wait, the one that has waited longest is closed.
  void enter(int socket);

  /// Takes a connection that was answered, and closes it so that the answer arrives even where more
  /// was sent than read.
  void see_off(int socket);

 private:
  struct Guest {
    int socket = -1;
    Clock::time_point until;
    bool is_leaving = false;
    std::string bytes = {};
  };

  void take(Guest guest);
  void run();
  bool take_in_newcomers();
  void wait() const;
  /// Whether the guest stays.
  bool stays(Guest& guest);
  bool reads_on(Guest& guest);

  std::function<void(ArrivedRequest)> serve_;
  int wake_ = -1;  // an eventfd: somebody came, or it is over
  std::mutex mutex_;
  std::vector<Guest> newcomers_;
  bool is_over_ = false;
  std::list<Guest> guests_;  // of the thread; by when they came
  std::thread thread_;
};

}  // namespace mingxi::review
