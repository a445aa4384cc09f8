package org.heliograph.internal.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heliograph.internal.redis.RedisNode.texts;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.heliograph.internal.cluster.Entry;
import org.heliograph.internal.cluster.Place;
import org.heliograph.internal.cluster.PlacedEntry;
import org.heliograph.internal.cluster.UnreachableException;
import org.heliograph.internal.testing.redis.RedisServer;
import org.heliograph.it.support.http.Relay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many who append and read at once, over connections that are cut. */
@Timeout(60)
class RedisConcurrencyTest {
  private static final int SENDERS = 4;
  private static final int BATCHES = 250;
  private static final int BATCH = 20;
  private static final int CUTS = 300;
  private static final int LOOKS = 1000;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private RedisServer server;

  @BeforeEach
  void start() throws IOException {
    server = RedisServer.start();
  }

  @AfterEach
  void stop() throws InterruptedException {
    threads.shutdownNow();
    assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    server.close();
  }

  @Test
  void allReadTheSameInTheSameOrder() throws Exception {
    Place begin;
    try (RedisNode first = new RedisNode("first1", server.url())) {
      first.look();
      first.readAll();
      begin = first.place();
    }
    int count = SENDERS * BATCHES * BATCH;
    List<Future<List<PlacedEntry>>> readers = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      readers.add(threads.submit(() -> read(begin, count)));
    }
    List<Future<Void>> senders = new ArrayList<>();
    for (int i = 0; i < SENDERS; i++) {
      String sender = "sender" + i;
      senders.add(threads.submit(sending(sender)));
    }
    for (Future<Void> sender : senders) {
      sender.get();
    }

    List<PlacedEntry> read = readers.get(0).get();
    List<String> texts = texts(read);
    assertThat(texts(readers.get(1).get())).isEqualTo(texts);
    assertThat(read.get(count - 1).place().sequence()).isEqualTo(begin.sequence() + count);
    for (int i = 0; i < SENDERS; i++) {
      String sender = "sender" + i + '-';
      assertThat(texts.stream().filter(text -> text.startsWith(sender)))
          .containsExactlyElementsOf(
              IntStream.rangeClosed(1, BATCHES * BATCH).mapToObj(n -> sender + n).toList());
    }
  }

  private Callable<Void> sending(String sender) {
    return () -> {
      try (RedisNode node = new RedisNode(sender, server.url())) {
        node.look();
        node.readAll();
        for (int batch = 0; batch < BATCHES; batch++) {
          int from = batch * BATCH;
          node.append(
              IntStream.rangeClosed(from + 1, from + BATCH)
                  .mapToObj(n -> sender + '-' + n)
                  .toArray(String[]::new));
        }
        return null;
      }
    };
  }

  /** {@return the next entries, of which each follows on the one before} */
  private List<PlacedEntry> read(Place begin, int count) throws Exception {
    List<PlacedEntry> all = new ArrayList<>();
    Place place = begin;
    try (RedisLog log = new RedisLog(RedisNode.options(server.url()))) {
      while (all.size() < count) {
        for (PlacedEntry entry : log.read(place, 1 << 20, Duration.ofSeconds(5))) {
          assertThat(entry.place()).isEqualTo(new Place(place.epoch(), place.sequence() + 1));
          place = entry.place();
          all.add(entry);
        }
      }
    }
    return all;
  }

  @Test
  void oneThreadLooksWhileAnotherAppends() throws Exception {
    try (RedisNode node = new RedisNode("sender", server.url())) {
      node.look();
      node.readAll();
      Future<Void> sender =
          threads.submit(
              () -> {
                for (int i = 0; i < LOOKS; i++) {
                  node.append(1);
                }
                return null;
              });
      Place place = node.place();
      for (int i = 0; i < LOOKS; i++) {
        Place newest = node.log().look(place).newest();
        assertThat(newest).isGreaterThanOrEqualTo(place);
        place = newest;
      }
      sender.get();
      assertThat(node.readAll()).hasSize(LOOKS);
    }
  }

  @Test
  void whatIsSentAgainAfterACutIsThereOnce() throws Exception {
    try (Relay relay = new Relay(server.port());
        RedisNode node =
            new RedisNode("sender", relay.through(URI.create(server.url())).toString());
        RedisNode judge = new RedisNode("judge1", server.url())) {
      node.look();
      node.readAll();
      judge.readAll();
      CyclicBarrier together = new CyclicBarrier(2);
      Future<Void> cutter = threads.submit(cutting(relay, together));
      int failures = 0;
      for (int i = 1; i <= CUTS; i++) {
        together.await();
        failures += untilAppended(node, node.entry(i, "event" + i));
      }
      cutter.get();

      assertThat(failures).as("appends without an answer").isPositive();
      assertThat(texts(judge.readAll()))
          .containsExactlyElementsOf(
              IntStream.rangeClosed(1, CUTS).mapToObj(i -> "event" + i).toList());
    }
  }

  /** Cuts at other moments of what the sender does then. */
  private static Callable<Void> cutting(Relay relay, CyclicBarrier together) {
    return () -> {
      for (int i = 0; i < CUTS; i++) {
        together.await();
        LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos((i % 60) * 10L));
        relay.cut();
      }
      return null;
    };
  }

  private static int untilAppended(RedisNode node, Entry entry) throws Exception {
    int failures = 0;
    while (true) {
      try {
        node.putBack(List.of(entry));
        return failures;
      } catch (UnreachableException e) {
        failures++;
      }
    }
  }
}
