package org.heliograph.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.HdrHistogram.Histogram;

/**
 * Many event streams, read by the thread that calls. Each checks that it gets all events, once and
 * in order. Not thread-safe, but for {@link #slowest}.
 */
public final class Fleet implements AutoCloseable {
  private static final int READ = 256 * 1024;
  private static final int OPENED_BETWEEN_READS = 32;
  private static final int LITTLE = 4 * 1024;
  private static final long SELECT_MILLIS = 20;

  private final Target target;
  private final Selector selector = Selector.open();
  private final byte[] buffer = new byte[READ];
  private final List<StreamClient> clients = new ArrayList<>();
  private final List<StreamClient> stalled = new ArrayList<>();
  private final Frontier frontier;

  private Histogram latencies = histogram();
  private long received;
  private long now;
  private long measuredFrom = Long.MIN_VALUE;
  private int open;
  private int ended;

  /**
   * Makes a fleet without streams.
   *
   * @param size how many streams there will be that are read
   */
  public Fleet(Target target, int size) throws IOException {
    this.target = target;
    this.frontier = new Frontier(size, 0);
  }

  private static Histogram histogram() {
    return new Histogram(3); // digits: each value is right to a thousandth
  }

  /** Opens streams and waits until none of them misses anything any more. */
  public void open(int count) throws IOException {
    int before = clients.size();
    for (int i = 0; i < count; i++) {
      clients.add(new StreamClient(this, target.stream().apply(before + i), before + i));
    }
    connect(before, before + count);
  }

  /**
   * Connects clients that have no connection, all at once, and waits until their streams are open;
   * those that had one before resume.
   */
  public void connect(int from, int to) throws IOException {
    int wanted = open + to - from;
    for (int i = from; i < to; i++) {
      clients.get(i).connect(target);
      clients.get(i).register(selector);
      if (i % OPENED_BETWEEN_READS == 0) {
        read(0);
      }
    }
    if (!readUntil(() -> open >= wanted, Duration.ofMinutes(2))) {
      throw new IOException("Only %d of %d streams are open".formatted(open, wanted));
    }
  }

  /**
   * Opens streams of which nobody will ever read more than that they are open, and whose sockets
   * soon take no more.
   */
  public void openStalled(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      StreamClient client = new StreamClient(this, target.stream().apply(i), i);
      stalled.add(client);
      client.connect(target, LITTLE);
      client.awaitStatus();
    }
  }

  /** Ends connections at once, as those of a process are that is killed. */
  public void vanish(int from, int to) throws IOException {
    for (int i = from; i < to; i++) {
      clients.get(i).vanish();
    }
    selector.selectNow(); // until then a channel that is closed is only half closed
  }

  /** Reads for some time. */
  public void readFor(Duration time) throws IOException {
    readUntil(() -> false, time);
  }

  /**
   * Reads until something is so.
   *
   * @param time how long at most
   * @return whether it is so
   */
  public boolean readUntil(BooleanSupplier condition, Duration time) throws IOException {
    long end = System.nanoTime() + time.toNanos();
    while (!condition.getAsBoolean()) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      read(Math.min(SELECT_MILLIS, Math.max(1, left / 1_000_000)));
    }
    return true;
  }

  private void read(long millis) throws IOException {
    try {
      if (millis > 0) {
        selector.select(this::read, millis);
      } else {
        selector.selectNow(this::read);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void read(SelectionKey key) {
    StreamClient client = (StreamClient) key.attachment();
    try {
      boolean more = key.isValid();
      while (more) {
        more = client.read(buffer);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Something has come now: all events in it have. */
  void arrived() {
    now = System.nanoTime();
  }

  boolean isGreeting(String name) {
    return target.greeting().filter(name::equals).isPresent();
  }

  void received(long before, long after, long sent) {
    received++;
    frontier.moved(before, after);
    if (sent >= measuredFrom) {
      latencies.recordValue(Math.max(0, now - sent) / 1000);
    }
  }

  void opened() {
    open++;
  }

  void vanished() {
    open--;
  }

  void streamEnded() {
    ended++;
    open--;
  }

  /** {@return the number of the first event that some stream has not got; for any thread} */
  public long slowest() {
    return frontier.slowest();
  }

  /** {@return how many events have come, on all streams together} */
  public long received() {
    return received;
  }

  /** {@return how many streams the server has ended} */
  public int ended() {
    return ended;
  }

  /**
   * {@return how long events took since the last call, in microseconds}
   *
   * <p>Those are left out that were sent before it: what they have waited for may be the caller,
   * who has done something else meanwhile.
   */
  public Histogram takeLatencies() {
    Histogram taken = latencies;
    latencies = histogram();
    measuredFrom = System.nanoTime();
    return taken;
  }

  /**
   * {@return what was wrong on all streams together}
   *
   * @param end how many events were published
   */
  public Faults faults(long end) {
    return clients.stream()
        .map(client -> client.check().faults(end))
        .reduce(Faults.NONE, Faults::plus);
  }

  @Override
  public void close() throws IOException {
    for (StreamClient client : clients) {
      client.abort();
    }
    for (StreamClient client : stalled) {
      client.abort();
    }
    selector.close();
  }
}
