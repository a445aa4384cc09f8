package org.heliograph.internal.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.heliograph.internal.hub.HubFixture;
import org.junit.jupiter.api.Test;

/** One thread appends and drops, another reads without a lock. */
class ChannelLogTest {
  private static final int FRAMES = 2_000_000;
  private static final int MOST_HELD = 70;

  private final ChannelOptions options =
      HubFixture.options(0, Duration.ZERO, 1 << 20, Overflow.GAP);
  private final Object lock = new Object();
  private final ChannelLog log = new ChannelLog(options, 0, lock);
  private final Message message =
      new Message(
          "a", options, "", new byte[0], new byte[0], Message.Payload.NONE, Audience.EVERYONE);
  private final CyclicBarrier begin = new CyclicBarrier(2);

  @Test
  void aReaderGetsTheFrameItAskedForOrLearnsThatItIsGone() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    Future<?> writer =
        pool.submit(
            () -> {
              begin.await();
              write();
              return null;
            });
    Future<Integer> reader =
        pool.submit(
            () -> {
              begin.await();
              return readUntilAllIsWritten();
            });
    pool.shutdown();
    writer.get();
    assertThat(reader.get()).isPositive();
  }

  /** Mostly holds next to nothing, so that slots are used again at once; now and then it grows. */
  @SuppressWarnings("GuardedBy") // the log's lock is the one taken here
  private void write() {
    for (int i = 0; i < FRAMES; i++) {
      int most = i % 1000 < MOST_HELD ? MOST_HELD : 3;
      synchronized (lock) {
        while (log.next() - log.first() >= most) {
          log.dropOldest();
        }
        log.append(Frame.of(message, i + 1, new byte[0], 0));
      }
    }
  }

  private int readUntilAllIsWritten() {
    int found = 0;
    while (log.next() < FRAMES) {
      long oldest = log.first();
      for (long index = log.next() - 1; index >= oldest; index--) {
        Frame frame = log.get(index);
        if (frame != null) {
          assertThat(frame.sequence()).isEqualTo(index + 1);
          found++;
        } else {
          assertThat(log.first()).as("gone, so first is beyond it").isGreaterThan(index);
        }
      }
    }
    return found;
  }
}
