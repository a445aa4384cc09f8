package org.heliograph.it.support.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Many streams read by one thread. Events carry {@code "n":0}, {@code "n":1} and so on: each client
 * checks that it gets all of them, once and in order.
 */
public final class Fleet implements AutoCloseable {
  private static final long REST_MILLIS = 100;

  private final Selector selector = Selector.open();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
  private final List<NumberedEvents> clients = new ArrayList<>();
  private final List<SocketChannel> idle = new ArrayList<>();
  private final AtomicInteger cuts = new AtomicInteger();
  private final URI uri;
  private final boolean resuming;

  // of the thread that reads: who is to come back, and when at the earliest
  private final List<NumberedEvents> cut = new ArrayList<>();
  private long comeback = System.nanoTime();
  private final List<String> refusals = new ArrayList<>();

  /** Clients for whom the end of a stream is an error. */
  public Fleet(URI uri) throws IOException {
    this(uri, false);
  }

  private Fleet(URI uri, boolean resuming) throws IOException {
    this.uri = uri;
    this.resuming = resuming;
  }

  /**
   * Clients that come back, with their last position, when a stream ends or is refused. After some
   * have come back, the next ones rest before they do.
   */
  public static Fleet resuming(URI uri) throws IOException {
    return new Fleet(uri, true);
  }

  /** One stream of a client. */
  private record Stream(NumberedEvents events, ChunkedLines lines) {
    Stream(NumberedEvents events) {
      this(events, new ChunkedLines(events::line));
      events.begin();
    }
  }

  /** Opens streams and waits until all have subscribed, as long as some do. */
  public void open(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      NumberedEvents events = new NumberedEvents();
      clients.add(events);
      open(events);
    }
    Progress progress = new Progress(clients);
    while (!clients.stream().allMatch(NumberedEvents::isOpen)) {
      read();
      progress.look();
    }
  }

  private void open(NumberedEvents events) throws IOException {
    SocketChannel channel = request(events.position());
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ, new Stream(events));
  }

  /** Opens streams that nobody will ever read. */
  public void openStalled(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      idle.add(request(""));
    }
  }

  private SocketChannel request(String position) throws IOException {
    SocketChannel channel = SocketChannel.open();
    channel.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
    String resume = position.isEmpty() ? "" : "Last-Event-ID: " + position + "\r\n";
    String request =
        "GET %s?%s HTTP/1.1\r\nHost: %s\r\nAccept: text/event-stream\r\n%s\r\n"
            .formatted(uri.getRawPath(), uri.getRawQuery(), uri.getAuthority(), resume);
    channel.write(ByteBuffer.wrap(request.getBytes(US_ASCII)));
    return channel;
  }

  /** Reads until every client has had so many events, as long as some come. */
  public void readUntil(int events) {
    Progress progress = new Progress(clients);
    try {
      while (clients.stream().anyMatch(client -> client.next() < events)) {
        read();
        progress.look();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read() throws IOException {
    selector.select(cut.isEmpty() ? 1000 : REST_MILLIS);
    for (SelectionKey key : selector.selectedKeys()) {
      Stream stream = (Stream) key.attachment();
      try {
        read((SocketChannel) key.channel(), stream.lines());
      } catch (IOException e) {
        if (!resuming) {
          throw e;
        }
        key.channel().close();
        cut.add(stream.events());
        cuts.incrementAndGet();
        if (e instanceof ChunkedLines.RefusedException) {
          refusals.add(e.getMessage());
        }
      }
    }
    selector.selectedKeys().clear();
    if (!cut.isEmpty() && System.nanoTime() - comeback >= 0) {
      for (NumberedEvents events : cut) {
        open(events);
      }
      cut.clear();
      comeback = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(REST_MILLIS);
    }
  }

  private void read(SocketChannel channel, ChunkedLines lines) throws IOException {
    buffer.clear();
    if (channel.read(buffer) < 0) {
      throw new IOException("The server has ended a stream");
    }
    lines.feed(buffer.flip());
  }

  /** How many events were lost, repeated or out of order, for all clients together. */
  public int wrong() {
    return clients.stream().mapToInt(NumberedEvents::wrong).sum();
  }

  /** {@return how often a stream has ended or was refused so far; on any thread} */
  public int cuts() {
    return cuts.get();
  }

  /** {@return what was answered in place of a stream, each time that it was} */
  public List<String> refusals() {
    return List.copyOf(refusals);
  }

  /** Whether all clients have had their events at the same positions. */
  public boolean agrees() {
    return clients.stream().mapToLong(NumberedEvents::fingerprint).distinct().count() == 1;
  }

  @Override
  public void close() throws IOException {
    for (SelectionKey key : selector.keys()) {
      key.channel().close();
    }
    for (SocketChannel channel : idle) {
      channel.close();
    }
    selector.close();
  }
}
