/* The limit of the benchmark: what the idea costs without a server. One thread, one log, and for each
 * stream a place in it. GET /sub/x opens a stream, POST /pub/x appends its body as an event, anything
 * else is answered with 200. What a stream has not got goes out in one write. A publisher need not wait
 * until a pass over all streams ends; streams later in the pass get its event in the same write.
 * Only the benchmark talks to it: requests are expected whole, one or more in a piece.
 * usage: limit PORT */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

enum { LOG = 1 << 24, MOST = 1 << 20, REQUEST = 1 << 16, PART = 32 };

static char ring[LOG];         /* the newest bytes of all that was ever published */
static long head;              /* how many those are */
static long place[MOST];       /* by descriptor: how many of them a stream has got */
static int streams[MOST], count;
static int where[MOST];        /* by descriptor: its index in streams, or -1 */

static void append(const char *bytes, long length) {
  long at = head % LOG, first = length < LOG - at ? length : LOG - at;
  memcpy(ring + at, bytes, first);
  memcpy(ring, bytes + first, length - first);
  head += length;
}

static void end(int fd) {
  if (where[fd] >= 0) {
    streams[where[fd]] = streams[--count];
    where[streams[where[fd]]] = where[fd];
    where[fd] = -1;
  }
  close(fd);
}

/* whether the stream is still there; a slow one goes on when it has room again */
static int drain(int fd) {
  while (place[fd] < head) {
    long at = place[fd] % LOG, length = head - place[fd];
    ssize_t written = send(fd, ring + at, length < LOG - at ? length : LOG - at, MSG_NOSIGNAL);
    if (written < 0) return errno == EAGAIN;
    place[fd] += written;
  }
  return 1;
}

/* whether the client is still there */
static int answer(int fd, const char *text) {
  if (send(fd, text, strlen(text), MSG_NOSIGNAL) >= 0) return 1;
  end(fd);
  return 0;
}

/* answers a request; returns where the next one begins, or 0 behind the last */
static char *request(int fd, char *bytes) {
  char *body = strstr(bytes, "\r\n\r\n");
  if (!body) return 0;
  *body = 0; /* the head ends here */
  body += 4;
  char *field = strstr(bytes, "Content-Length: ");
  long length = field ? atol(field + strlen("Content-Length: ")) : 0;
  int there;
  if (!strncmp(bytes, "GET /sub/", 9)) {
    there = answer(fd, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n");
    if (there) {
      place[fd] = head;
      where[fd] = count;
      streams[count++] = fd;
    }
  } else if (!strncmp(bytes, "POST /pub/", 10)) {
    append("data: ", 6);
    append(body, length);
    append("\n\n", 2);
    there = answer(fd, "HTTP/1.1 204 No Content\r\n\r\n");
  } else {
    there = answer(fd, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
  }
  return there && body[length] ? body + length : 0;
}

static void receive(int fd) {
  static char bytes[REQUEST + 1];
  ssize_t length = read(fd, bytes, REQUEST);
  if (length > 0) {
    bytes[length] = 0;
    for (char *at = bytes; at; at = request(fd, at)) {}
  } else if (length == 0 || errno != EAGAIN) {
    end(fd);
  }
}

static void admit(int poll, int listener) {
  int fd, one = 1;
  while ((fd = accept4(listener, 0, 0, SOCK_NONBLOCK)) >= 0) {
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    where[fd] = -1;
    struct epoll_event event = {.events = EPOLLIN | EPOLLOUT | EPOLLET, .data.fd = fd};
    epoll_ctl(poll, EPOLL_CTL_ADD, fd, &event);
  }
}

/* does what is asked, and goes on with streams that have room again; timeout as of epoll_wait */
static void serve(int poll, int listener, int timeout) {
  struct epoll_event events[512];
  int ready = epoll_wait(poll, events, 512, timeout);
  for (int i = 0; i < ready; i++) {
    int fd = events[i].data.fd;
    if (fd == listener) {
      admit(poll, listener);
      continue;
    }
    if (events[i].events & EPOLLIN) receive(fd);
    if ((events[i].events & EPOLLOUT) && where[fd] >= 0 && !drain(fd)) end(fd);
  }
}

int main(int argc, char **argv) {
  if (argc != 2) return fprintf(stderr, "usage: limit PORT\n"), 2;
  signal(SIGPIPE, SIG_IGN);
  int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), one = 1, poll = epoll_create1(0);
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(atoi(argv[1]))};
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (bind(listener, (struct sockaddr *)&address, sizeof address) || listen(listener, 16384))
    return perror("limit"), 1;
  struct epoll_event event = {.events = EPOLLIN, .data.fd = listener};
  epoll_ctl(poll, EPOLL_CTL_ADD, listener, &event);
  for (long told = 0;;) {
    serve(poll, listener, told < head ? 0 : -1);
    if (told < head) {
      told = head;
      for (int i = count - 1; i >= 0; i--) {
        if (i < count && !drain(streams[i])) end(streams[i]);
        if (i % PART == 0) serve(poll, listener, 0);
      }
    }
  }
}
