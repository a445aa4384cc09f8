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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Many streams read by one thread. Events carry {@code "n":0}, {@code "n":1} and so on: each stream
 * checks that it gets all of them, once and in order.
 */
public final class Fleet implements AutoCloseable {
  private static final Pattern NUMBER = Pattern.compile("\"n\":(\\d+)");

  private final Selector selector = Selector.open();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
  private final List<Stream> streams = new ArrayList<>();
  private final List<SocketChannel> idle = new ArrayList<>();
  private final URI uri;

  public Fleet(URI uri) throws IOException {
    this.uri = uri;
  }

  private static final class Stream {
    private final ChunkedLines lines = new ChunkedLines(this::line);
    private boolean open;
    private int next;
    private int wrong;

    private void line(String line) {
      Matcher number = NUMBER.matcher(line);
      if (line.contains("hg.subscribed")) {
        open = true;
      } else if (line.startsWith("data:") && number.find()) {
        int n = Integer.parseInt(number.group(1));
        wrong += n == next ? 0 : 1;
        next = n + 1;
      }
    }
  }

  /** Opens streams and waits until all have subscribed. */
  public void open(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      SocketChannel channel = request();
      Stream stream = new Stream();
      streams.add(stream);
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ, stream);
    }
    while (!streams.stream().allMatch(stream -> stream.open)) {
      read();
    }
  }

  /** Opens streams that nobody will ever read. */
  public void openStalled(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      idle.add(request());
    }
  }

  private SocketChannel request() throws IOException {
    SocketChannel channel = SocketChannel.open();
    channel.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
    String request =
        "GET %s?%s HTTP/1.1\r\nHost: %s\r\nAccept: text/event-stream\r\n\r\n"
            .formatted(uri.getRawPath(), uri.getRawQuery(), uri.getAuthority());
    channel.write(ByteBuffer.wrap(request.getBytes(US_ASCII)));
    return channel;
  }

  /** Reads until every stream has had so many events. */
  public void readUntil(int events) {
    try {
      while (streams.stream().anyMatch(stream -> stream.next < events)) {
        read();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read() throws IOException {
    selector.select(1000);
    for (SelectionKey key : selector.selectedKeys()) {
      buffer.clear();
      if (((SocketChannel) key.channel()).read(buffer) < 0) {
        throw new IOException("The server has ended a stream");
      }
      ((Stream) key.attachment()).lines.feed(buffer.flip());
    }
    selector.selectedKeys().clear();
  }

  /** How many events were lost, repeated or out of order, on all streams together. */
  public int wrong() {
    return streams.stream().mapToInt(stream -> stream.wrong).sum();
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
