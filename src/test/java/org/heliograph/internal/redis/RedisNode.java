package org.heliograph.internal.redis;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.heliograph.internal.cluster.EngineRefusedException;
import org.heliograph.internal.cluster.Entry;
import org.heliograph.internal.cluster.Epoch;
import org.heliograph.internal.cluster.Extent;
import org.heliograph.internal.cluster.Place;
import org.heliograph.internal.cluster.PlacedEntry;
import org.heliograph.internal.cluster.UnreachableException;

/** What a node does with its log, without the node: appends where it has read to, and reads on. */
final class RedisNode implements AutoCloseable {
  static final Duration TIMEOUT = Duration.ofMillis(500);

  private final RedisLog log;
  private final String sender;

  private Place read = Place.NONE;
  private long number;

  RedisNode(String sender, RedisOptions options) {
    this.sender = sender;
    this.log = new RedisLog(options);
  }

  RedisNode(String sender, String url) {
    this(sender, options(url));
  }

  static RedisOptions options(String url) {
    return options(url, Optional.empty(), Optional.empty());
  }

  static RedisOptions options(String url, Optional<String> user, Optional<String> password) {
    return new RedisOptions(
        "shop",
        RedisUrl.parse(url),
        () -> user,
        () -> password,
        0,
        1 << 20,
        Duration.ofMinutes(1),
        TIMEOUT,
        Optional.empty());
  }

  static RedisOptions withReplicas(RedisOptions options, int replicas) {
    return new RedisOptions(
        options.name(),
        options.url(),
        options.user(),
        options.password(),
        replicas,
        options.maxBytes(),
        options.retention(),
        options.timeout(),
        options.tls());
  }

  /** {@return a node that has read as much as this one, with its log at another server} */
  RedisNode at(String otherSender, String url) {
    RedisNode node = new RedisNode(otherSender, url);
    node.read = read;
    node.number = number;
    return node;
  }

  RedisLog log() {
    return log;
  }

  /** {@return the newest place that this node has read} */
  Place place() {
    return read;
  }

  /** {@return the newest epoch, with what it has kept} */
  Epoch look() throws UnreachableException, EngineRefusedException {
    List<Epoch> epochs = log.look(read).epochs();
    return epochs.get(epochs.size() - 1);
  }

  /** Appends texts with the next numbers. */
  Extent append(String... texts) throws UnreachableException, EngineRefusedException {
    List<Entry> entries = new ArrayList<>();
    for (String text : texts) {
      entries.add(entry(++number, text));
    }
    return log.append(read, entries);
  }

  /** Appends as many entries with the next numbers. */
  Extent append(int count) throws UnreachableException, EngineRefusedException {
    return append(
        IntStream.range(0, count).mapToObj(i -> sender + (number + 1 + i)).toArray(String[]::new));
  }

  /** Appends entries that had been appended, with their numbers. */
  Extent putBack(List<Entry> entries) throws UnreachableException, EngineRefusedException {
    return log.append(read, entries);
  }

  Entry entry(long entryNumber, String text) {
    return new Entry(sender, entryNumber, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads all that there is, and answers what nodes have appended. */
  List<PlacedEntry> readAll() throws UnreachableException, EngineRefusedException {
    List<PlacedEntry> all = new ArrayList<>();
    for (List<PlacedEntry> some = next(); !some.isEmpty(); some = next()) {
      all.addAll(some);
      read = some.get(some.size() - 1).place();
    }
    return all;
  }

  private List<PlacedEntry> next() throws UnreachableException, EngineRefusedException {
    return log.read(read, 1 << 20, Duration.ZERO);
  }

  /** {@return the bodies in text, and those of the first entries of epochs as {@code epoch}} */
  static List<String> texts(List<PlacedEntry> entries) {
    return entries.stream()
        .map(PlacedEntry::entry)
        .map(entry -> entry.map(e -> new String(e.body(), StandardCharsets.UTF_8)).orElse("epoch"))
        .toList();
  }

  @Override
  public void close() {
    log.close();
  }
}
