package org.heliograph.internal.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.heliograph.internal.log.epoch.Epochs;
import org.junit.jupiter.api.Test;

/** What is kept, and for how long; without streams and threads. */
class HubLogTest {
  private static final int WEIGHT = 160;
  private static final long LARGE = 1 << 20;
  private static final Reader EVERYONE =
      new Reader() {
        @Override
        public boolean maySee(Frame frame) {
          return true;
        }

        @Override
        public boolean isClosed() {
          return false;
        }
      };

  private final HubLog<Reader> log = new HubLog<>(Epochs.only("t1"), LARGE, () -> 0);

  private static ChannelOptions options(int history, long backlog, Overflow overflow) {
    return new ChannelOptions(
        Duration.ofSeconds(30), history, Duration.ofMinutes(5), backlog, overflow);
  }

  private Cursor<Reader> join(ChannelOptions options) {
    return log.join(EVERYONE, Map.of("a", options), Optional.empty(), 0).get(0).cursor();
  }

  private void append(ChannelOptions options, String event, int count) {
    append(log, options, event, count);
  }

  private static void append(HubLog<Reader> log, ChannelOptions options, String event, int count) {
    IntStream.range(0, count)
        .forEach(
            i ->
                log.append(
                    new Message(
                        "a",
                        options,
                        event,
                        new byte[0],
                        new byte[0],
                        Message.Payload.NONE,
                        Audience.EVERYONE)));
  }

  private void readAll(Cursor<Reader> cursor) {
    while (cursor.peek(log.head()) != null) {
      cursor.take();
    }
    cursor.endDrain();
  }

  private void pass() {
    ChannelState<Reader> channel = log.find("a").orElseThrow();
    long slowest = log.beginPass(channel).stream().mapToLong(Cursor::passed).min().orElseThrow();
    log.endPass(channel, slowest);
  }

  @Test
  void framesBeyondTheHistoryGoWhenTheLastSubscriberLeaves() {
    ChannelOptions options = options(1, LARGE, Overflow.GAP);
    Cursor<Reader> first = join(options);
    Cursor<Reader> second = join(options);
    append(options, "", 3);
    log.leave(first);
    assertThat(LogProbe.held(log, "a")).containsExactly(1L, 2L, 3L);
    log.leave(first);
    assertThat(LogProbe.held(log, "a")).containsExactly(1L, 2L, 3L);
    log.leave(second);
    assertThat(LogProbe.held(log, "a")).containsExactly(3L);
  }

  @Test
  void theSweepDropsWhatAllHavePassedWithoutAPass() {
    ChannelOptions options = options(0, LARGE, Overflow.GAP);
    Cursor<Reader> cursor = join(options);
    append(options, "", 3);
    log.sweep();
    assertThat(LogProbe.held(log, "a")).hasSize(3);
    readAll(cursor);
    log.sweep();
    assertThat(LogProbe.held(log, "a")).isEmpty();
  }

  @Test
  void aReaderThatReadsSomeAndLagsThenIsToldOfTheRest() {
    ChannelOptions options = options(0, 4 * WEIGHT, Overflow.GAP);
    Cursor<Reader> cursor = join(options);
    append(options, "", 3);
    readAll(cursor);
    append(options, "", 10);
    assertThat(cursor.isLagging()).isTrue();
    cursor.skip();
    assertThat(LogProbe.held(log, "a")).containsExactly(10L, 11L, 12L, 13L);
    assertThat(cursor.missed()).as("frames 4 to 9").isEqualTo(6);
    assertThat(cursor.peek(log.head()).sequence()).isEqualTo(10);
  }

  @Test
  void whatIsOwedIsForgottenWhenEveryoneHasPassedIt() {
    ChannelOptions options = options(0, 4 * WEIGHT, Overflow.LATEST);
    Cursor<Reader> cursor = join(options);
    append(options, "rare", 1);
    append(options, "odd", 6);
    assertThat(LogProbe.owed(log, "a")).containsExactlyInAnyOrder(1L, 5L);
    cursor.skip();
    readAll(cursor);
    pass();
    assertThat(LogProbe.owed(log, "a")).isEmpty();
    assertThat(LogProbe.weight(log, "a")).isZero();
  }

  @Test
  void countingWhatIsReplayedHoldsUpNoPublisher() {
    ChannelOptions options = options(10, LARGE, Overflow.GAP);
    Audience somebody = new Audience(Set.of("c"), Set.of());
    Message message =
        new Message("a", options, "", new byte[0], new byte[0], Message.Payload.NONE, somebody);
    IntStream.range(0, 3).forEach(i -> log.append(message));
    Reader publishing =
        new Reader() {
          @Override
          public boolean maySee(Frame frame) {
            CompletableFuture.runAsync(() -> log.append(message)).join();
            return frame.sequence() != 2;
          }

          @Override
          public boolean isClosed() {
            return false;
          }
        };
    JoinResult<Reader> joined =
        log.join(publishing, Map.of("a", options), Optional.of(log.at(0)), 0).get(0);
    assertThat(joined.replayed()).hasValue(2);
    assertThat(log.head()).isEqualTo(6);
  }

  @Test
  void aFrameThatIsDroppedIsHeldByNobody() {
    ChannelOptions options = options(0, LARGE, Overflow.GAP);
    Cursor<Reader> cursor = join(options);
    append(options, "", 3);
    ChannelLog ring = log.find("a").orElseThrow().log();
    WeakReference<Frame> dropped = new WeakReference<>(ring.get(1));
    readAll(cursor);
    pass();
    await()
        .until(
            () -> {
              System.gc();
              return dropped.refersTo(null);
            });
    assertThat(ring.isEmpty()).isTrue();
  }

  @Test
  void whatIsHeldIsToldThoughSomebodyPublishes() throws Exception {
    CountDownLatch publishing = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    HubLog<Reader> busy =
        new HubLog<>(
            Epochs.only("t1"),
            LARGE,
            () -> { // called with the lock held
              publishing.countDown();
              try {
                goOn.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return 0;
            });
    Thread publisher = new Thread(() -> append(busy, options(9, LARGE, Overflow.GAP), "e", 1));
    publisher.start();
    publishing.await();
    try {
      FutureTask<Long> bytes = new FutureTask<>(busy::bytes);
      new Thread(bytes).start();
      assertThat(bytes.get(20, TimeUnit.SECONDS)).isZero();
    } finally {
      goOn.countDown();
      publisher.join();
    }
    assertThat(busy.bytes()).isPositive();
  }
}
