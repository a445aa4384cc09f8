package org.heliograph.internal.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heliograph.Broadcast;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.log.Message;
import org.heliograph.internal.log.Overflow;
import org.heliograph.internal.stream.Connection;
import org.heliograph.internal.testing.TestWire;
import org.junit.jupiter.api.RepeatedTest;

/**
 * Publishers, workers and clients that come and go, all at once, over a log that keeps next to no
 * history: whoever was promised everything since a position gets exactly that.
 */
class ConcurrencyTest {
  private static final int PUBLISHERS = 3;
  private static final int EVENTS = 20_000;
  private static final int CLIENTS = 4;
  private static final Pattern EVENT = Pattern.compile("(?m)^id: t1\\.(\\d+)\n(data|event)");

  private final NavigableSet<Long> published = new ConcurrentSkipListSet<>();
  private final CountDownLatch publishing = new CountDownLatch(PUBLISHERS);
  private final ChannelOptions options =
      HubFixture.options(1, Duration.ofMinutes(5), 64 << 20, Overflow.GAP);
  private final HubFixture requests = new HubFixture();
  private Hub hub;

  @RepeatedTest(3)
  void nothingIsLostRepeatedOrOutOfOrder() throws Exception {
    hub = new HubBuilder().channels(options).threads(Thread::new).build();
    hub.start();
    ExecutorService pool = Executors.newCachedThreadPool();
    List<TestWire> staying = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      staying.add(open(Optional.empty()));
    }
    List<Future<?>> publishers = new ArrayList<>();
    for (int i = 0; i < PUBLISHERS; i++) {
      publishers.add(pool.submit(this::publishAll));
    }
    List<Future<List<String>>> wanderers = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      wanderers.add(pool.submit(this::comeAndGo));
    }
    for (Future<?> publisher : publishers) {
      publisher.get();
    }
    for (TestWire wire : staying) {
      await().until(() -> last(wire.text()) == published.last());
      assertExact(wire.text());
    }
    for (Future<List<String>> wanderer : wanderers) {
      wanderer.get().forEach(this::assertExact);
    }
    pool.shutdown();
    hub.close();
  }

  private void publishAll() {
    for (int i = 0; i < EVENTS; i++) {
      Message message = hub.prepare(Broadcast.to(i % 2 == 0 ? "a" : "b").data(i));
      published.add(hub.publish(message).sequence());
    }
    publishing.countDown();
  }

  /** Reconnects with the last position until all is published; what arrived on each stream. */
  private List<String> comeAndGo() {
    List<String> arrived = new ArrayList<>();
    Optional<String> position = Optional.empty();
    while (publishing.getCount() > 0) {
      TestWire wire = new TestWire();
      Connection connection =
          hub.open(requests.request(Optional.empty(), position, "a", "b"), wire);
      connection.wake();
      await()
          .pollInterval(Duration.ofMillis(1))
          .until(() -> wire.writes() > 3 || publishing.getCount() == 0);
      String text = wire.text(); // what is written from now on is lost with the connection
      connection.lost();
      position.ifPresent(
          last ->
              assertThat(text)
                  .matches(t -> t.isEmpty() || t.startsWith("retry: 2000\nid: " + last + "\n")));
      position = text.isEmpty() ? position : Optional.of("t1." + last(text));
      arrived.add(text);
    }
    return arrived;
  }

  private TestWire open(Optional<String> position) {
    TestWire wire = new TestWire();
    hub.open(requests.request(Optional.empty(), position, "a", "b"), wire).wake();
    return wire;
  }

  private static long last(String text) {
    List<Long> ids = ids(text);
    return ids.isEmpty() ? -1 : ids.get(ids.size() - 1);
  }

  private static List<Long> ids(String text) {
    Matcher matcher = EVENT.matcher(text);
    List<Long> ids = new ArrayList<>();
    while (matcher.find()) {
      ids.add(Long.parseLong(matcher.group(1)));
    }
    return ids;
  }

  /** All since the position it was welcomed with, less what it was told it missed. */
  private void assertExact(String text) {
    assertThat(text).doesNotContain("hg.gap");
    List<Long> ids = ids(text);
    List<Long> events = ids.isEmpty() ? ids : ids.subList(1, ids.size());
    if (events.isEmpty()) {
      return;
    }
    List<Long> expected =
        List.copyOf(published.subSet(ids.get(0), false, events.get(events.size() - 1), true));
    if (text.contains("\"recovered\":false")) {
      assertThat(expected).containsSubsequence(events);
    } else {
      assertThat(events).isEqualTo(expected);
    }
  }
}
