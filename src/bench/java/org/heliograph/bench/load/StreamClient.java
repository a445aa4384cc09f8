package org.heliograph.bench.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/**
 * A client of one event stream, which may lose its connection and come back: what was sent
 * meanwhile must not be missing then. Belongs to the thread that reads the fleet.
 */
final class StreamClient implements EventScanner.Listener {
  private static final int ANSWER_MILLIS = 30_000;

  private final Fleet fleet;
  private final String path;
  private final int index;
  private final SequenceCheck check = new SequenceCheck();

  private int visits;
  private SocketChannel channel;
  private EventScanner events;
  private ResponseReader response;
  private boolean greeted;
  private boolean open;

  /**
   * Makes a client that has not connected yet.
   *
   * @param index number of the stream, by which it finds its node
   */
  StreamClient(Fleet fleet, String path, int index) {
    this.fleet = fleet;
    this.path = path;
    this.index = index;
  }

  /** Connects and asks for the stream; a client that had one before resumes, at the next node. */
  void connect(Target target) throws IOException {
    connect(target, 0);
  }

  /**
   * As above.
   *
   * @param buffer bytes that the system may keep for the client; 0 for as many as it likes
   */
  void connect(Target target, int buffer) throws IOException {
    Optional<String> position =
        Optional.ofNullable(events).map(EventScanner::lastId).filter(id -> !id.isEmpty());
    events = new EventScanner(this);
    response = new ResponseReader(events);
    greeted = target.greeting().isEmpty();
    open = false;
    channel = SocketChannel.open();
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    if (buffer > 0) {
      channel.setOption(StandardSocketOptions.SO_RCVBUF, buffer);
    }
    InetSocketAddress address = target.address(index, visits);
    visits++;
    channel.connect(address);
    String request =
        "GET %s HTTP/1.1\r\nHost: %s:%d\r\nAccept: text/event-stream\r\n%s\r\n"
            .formatted(
                path,
                Target.HOST,
                address.getPort(),
                position.map(id -> "Last-Event-ID: " + id + "\r\n").orElse(""));
    channel.write(ByteBuffer.wrap(request.getBytes(US_ASCII)));
  }

  /** Waits for the status of the response and leaves the rest of it unread. */
  void awaitStatus() throws IOException {
    channel.socket().setSoTimeout(ANSWER_MILLIS);
    byte[] status = channel.socket().getInputStream().readNBytes("HTTP/1.1 200".length());
    String text = new String(status, US_ASCII);
    if (!text.endsWith(" 200")) {
      throw new IOException(path + " was answered with " + text);
    }
  }

  void register(Selector selector) throws IOException {
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ, this);
  }

  /**
   * Reads what has come.
   *
   * @return whether the buffer was too small for it
   */
  boolean read(byte[] bytes) throws IOException {
    int count = channel.read(ByteBuffer.wrap(bytes));
    if (count > 0) {
      fleet.arrived();
      response.read(bytes, 0, count);
      checkOpen();
    }
    if (count < 0 || response.isDone()) {
      channel.close();
      fleet.streamEnded();
    }
    return count == bytes.length && channel.isOpen();
  }

  private void checkOpen() {
    if (open || response.status() == 0) {
      return;
    }
    if (response.status() != 200) {
      throw new IllegalStateException(path + " was answered with " + response.status());
    }
    if (greeted) {
      open = true;
      fleet.opened();
    }
  }

  /** Closes the connection, as the system does for a process that is killed. */
  void vanish() throws IOException {
    channel.close();
    if (open) {
      open = false;
      fleet.vanished();
    }
  }

  /** Resets the connection if there is one, which a server notices at its next write. */
  void abort() throws IOException {
    if (channel != null && channel.isOpen()) {
      channel.setOption(StandardSocketOptions.SO_LINGER, 0);
      channel.close();
    }
  }

  @Override
  public void event(long number, long time) {
    long before = check.next();
    fleet.received(before, check.accept(number), time);
  }

  @Override
  public void named(String name) {
    greeted |= fleet.isGreeting(name);
  }

  SequenceCheck check() {
    return check;
  }
}
